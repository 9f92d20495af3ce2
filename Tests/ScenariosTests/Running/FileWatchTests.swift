import Synchronization
import Testing

@testable import Scenarios

@Suite("Watching files")
struct FileWatchTests {
    private final class Disk: Sendable {
        let files: Mutex<[String: FileWatch.Stamp]>

        init(_ names: [String]) {
            files = Mutex(Dictionary(uniqueKeysWithValues: names.map { ($0, FileWatch.Stamp(modified: 1, size: 1)) }))
        }

        var names: Set<String> { files.withLock { Set($0.keys) } }

        var watch: FileWatch {
            FileWatch(stamp: { name in self.files.withLock { $0[name] } }, pause: .milliseconds(1))
        }
    }

    @Test("a file that is changed, made or removed is named", arguments: ["changed", "made", "removed"])
    func change(kind: String) async throws {
        let disk = Disk(["a.yaml", "b.yaml"])
        let known = disk.watch.state(of: disk.names)
        async let changed = disk.watch.change(among: { disk.names }, since: known)
        await Task.yield()
        disk.files.withLock { files in
            switch kind {
            case "changed": files["a.yaml"]?.modified = 2
            case "made": files["c.yaml"] = FileWatch.Stamp(modified: 1, size: 1)
            default: files["b.yaml"] = nil
            }
        }
        #expect(try await changed == [["changed": "a.yaml", "made": "c.yaml"][kind] ?? "b.yaml"])
    }

    @Test("what a run writes itself is known, and what others change behind it is not")
    func ownWrites() async throws {
        let disk = Disk(["a.yaml", "answer.txt"])
        let own = OwnWrites()
        let shelf = own.noting(
            ScenarioShelf(
                read: { _ in nil },
                write: { name, _ in disk.files.withLock { $0[name] = FileWatch.Stamp(modified: 2, size: 9) } }),
            stamp: { name in disk.files.withLock { $0[name] } })
        var known = disk.watch.state(of: disk.names)
        try shelf.write?("answer.txt", "kept anew")
        known.merge(own.take()) { _, own in own }
        #expect(own.take().isEmpty)
        #expect(disk.watch.state(of: disk.names) == known)
        disk.files.withLock { $0["answer.txt"]?.modified = 3 }
        #expect(try await disk.watch.change(among: { disk.names }, since: known) == ["answer.txt"])
    }

    @Test("a wait that is ended throws")
    func cancelled() async {
        let disk = Disk(["a.yaml"])
        let known = disk.watch.state(of: disk.names)
        let wait = Task { try await disk.watch.change(among: { disk.names }, since: known) }
        wait.cancel()
        await #expect(throws: CancellationError.self) { try await wait.value }
    }
}
