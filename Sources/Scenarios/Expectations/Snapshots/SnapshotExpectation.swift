import ConfluenceModel

/// An answer that must be the one that was kept in a file, but for ids, times and tokens.
package struct SnapshotExpectation: Sendable, Hashable {
    package var name: String
    /// The file, by a path that can be opened from the current folder: `toolkit/snapshots/labels.txt`.
    package var path: String

    package init(name: String, path: String) {
        self.name = name
        self.path = path
    }

    /// What differs from what was kept; where the shelf may be written, the answer is kept and nothing differs.
    func mismatches(of text: String, on shelf: ScenarioShelf) -> [Mismatch] {
        let text = text.hasSuffix("\n") ? text : text + "\n"
        let kept = shelf.read(path)
        if kept == text { return [] }
        if let write = shelf.write {
            do {
                try write(path, text)
            } catch {
                return [Mismatch("the snapshot \(path) can't be written; check its folder and its permissions")]
            }
            return []
        }
        guard let kept else {
            return [Mismatch("there is no snapshot \(path) yet; run once with --update-snapshots to keep this answer")]
        }
        var mismatch = Mismatch(
            "the answer is not the one kept in \(path), \(TextDifference.words(found: text, expected: kept))"
                + "\nif the new one is right, keep it with --update-snapshots")
        mismatch.comparison = StepComparison(subject: "the snapshot \(name)", expected: kept, found: text)
        return [mismatch]
    }
}
