import Foundation

/// Waits until one of some files changes, appears or goes away.
package struct FileWatch: Sendable {
    /// What tells two states of a file apart.
    package struct Stamp: Sendable, Hashable {
        package var modified: Double
        package var size: Int64

        package init(modified: Double, size: Int64) {
            self.modified = modified
            self.size = size
        }
    }

    /// The state of a file; `nil` where there is none.
    package typealias Look = @Sendable (_ path: String) -> Stamp?

    private let stamp: Look
    private let pause: Duration
    private let clock: any Clock<Duration>

    package init(
        stamp: @escaping Look = FileWatch.stampOnDisk,
        pause: Duration = .milliseconds(300),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.stamp = stamp
        self.pause = pause
        self.clock = clock
    }

    /// How the files are now, to be compared with later.
    package func state(of files: some Sequence<String>) -> [String: Stamp] {
        files.reduce(into: [:]) { state, file in state[file] = stamp(file) }
    }

    /// Looks again and again until the files differ from how they were, and names those that do.
    ///
    /// - Parameters:
    ///   - files: Asked for at each look, since folders may have got new ones.
    ///   - known: How they were when they were read.
    /// - Throws: A cancellation.
    package func change(
        among files: @Sendable () -> Set<String>, since known: [String: Stamp]
    ) async throws -> Set<String> {
        while true {
            let now = state(of: files().union(known.keys))
            let changed = Set(now.keys).union(known.keys).filter { now[$0] != known[$0] }
            if !changed.isEmpty { return changed }
            try await clock.sleep(for: pause)
        }
    }

    @Sendable
    package static func stampOnDisk(_ path: String) -> Stamp? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
        let modified = (attributes[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
        return Stamp(modified: modified, size: (attributes[.size] as? NSNumber)?.int64Value ?? 0)
    }
}
