import ConfluenceModel
import ConfluenceToolkit
import Documents

/// That a paste holds a toolkit's configuration and nothing else, which tells of no failure.
struct PastedConfiguration: Sendable {
    let isOld: Bool

    /// Larger texts are no configurations.
    private static let mostBytes = 60_000
    private static let marks = ["confluence_configuration", "base_url", "selected_tools"]

    /// `nil` where the paste is anything else.
    init?(_ paste: Paste, _ text: FoldedText) {
        guard text.bytes.count <= Self.mostBytes,
            paste.lines.allSatisfy({ if case .line = $0.place { true } else { false } }),
            Self.marks.contains(where: { text.bytes.firstRange(of: Array($0.utf8)) != nil })
        else { return nil }
        let bytes = Array(paste.lines.map(\.bytes).joined(separator: [UInt8(ascii: "\n")]))
        let isJSON = bytes.first { $0 > 0x20 }.map { [UInt8(ascii: "{"), UInt8(ascii: "[")].contains($0) } ?? false
        guard
            let node = try? isJSON
                ? DocumentReader.readJSON(bytes, file: "") : DocumentReader.readYAML(bytes, file: ""),
            let toolkits = try? ConfigurationReader.read(node)
        else { return nil }
        isOld = toolkits.contains(where: \.form.isLegacy)
    }

    /// Whether a text shows, among other things, a configuration that has today's form.
    static func isTodays(in text: FoldedText) -> Bool {
        let shows = { (words: String) in text.bytes.firstRange(of: Array(words.utf8)) != nil }
        // What a validator misses is not there.
        return !shows("confluence_configuration: field required")
            && ["confluence_configuration\":", "confluence_configuration\" :", "confluence_configuration: "]
                .contains(where: shows)
    }

    /// What of the text's clues counts: a reference to one of ELITEA's secrets is as it should be here.
    func clues(_ clues: [Clue], in text: FoldedText) -> [Clue] {
        let kept = clues.filter { clue in
            clue.name != "old-form"
                && (clue.name != "placeholder"
                    || text.bytes[clue.range].firstRange(of: Array("secret.".utf8)) == nil)
        }
        guard isOld else { return kept }
        return kept + [
            Clue(
                name: "old-form", strength: .stated, shares: [.legacyConfiguration: 1],
                meaning: "this configuration has the old, Agent-based form", range: 0..<min(1, text.bytes.count),
                isStatus: false, trust: 1)
        ]
    }
}
