import Synchronization

/// How files are that a run wrote itself, so that a watch of them starts no other run.
package final class OwnWrites: Sendable {
    private let stamps = Mutex<[String: FileWatch.Stamp]>([:])

    package init() {}

    /// The shelf; what is written to it is noted here.
    package func noting(
        _ shelf: ScenarioShelf, stamp: @escaping FileWatch.Look = FileWatch.stampOnDisk
    ) -> ScenarioShelf {
        guard let write = shelf.write else { return shelf }
        var noted = shelf
        noted.write = { [self] path, text in
            try write(path, text)
            stamps.withLock { $0[path] = stamp(path) }
        }
        return noted
    }

    /// What was noted since the last time.
    package func take() -> [String: FileWatch.Stamp] {
        stamps.withLock { stamps in
            defer { stamps = [:] }
            return stamps
        }
    }
}
