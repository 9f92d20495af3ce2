import ConfluenceWire
import Foundation
import Subprocess
import Synchronization
import Testing

@Suite("confluence-doctor simulate --data")
struct DataFileTests {
    /// Titles of pages that the simulator said it had written.
    private final class Answered: Sendable {
        private let titles = Mutex<[String]>([])

        var all: [String] { titles.withLock(\.self) }

        func note(_ title: String) -> Int {
            titles.withLock { titles in
                titles.append(title)
                return titles.count
            }
        }
    }

    @Test("killed while clients write, it comes back with every answered write", arguments: SimulateTests.sites)
    func killed(site: String) async throws {
        try await withTemporaryFolder { folder in
            let data = folder.appending(path: "site.db").path()
            let answered = Answered()
            for run in 1...3 {
                // The site file is needed for the first start alone.
                let words = ["--data", data] + (run == 1 ? ["--site", site] : [])
                let (status, _) = try await BuiltCommand.simulating(words) { announced, process in
                    let client = try WritingClient(announced)
                    await withTaskGroup(of: Void.self) { group in
                        for writer in 1...4 {
                            group.addTask {
                                for number in 1... {
                                    let title = "Run \(run) writer \(writer) page \(number)"
                                    guard await client.write(title) else { return }
                                    // More than one is under way at that moment.
                                    if answered.note(title) >= 20 * run { kill(process, SIGKILL) }
                                }
                            }
                        }
                    }
                }
                #expect(status == 128 + SIGKILL)
            }
            let (status, missing) = try await BuiltCommand.simulating(["--data", data]) { announced, _ in
                let client = try WritingClient(announced)
                var missing: [String] = []
                for title in answered.all where try await !client.finds(title) { missing.append(title) }
                return missing
            }
            #expect(status == 0)
            #expect(answered.all.count >= 60)
            #expect(missing.isEmpty)
        }
    }

    @Test("a second process is refused with exit code 3, a file that is no data with 2")
    func refused() async throws {
        try await withTemporaryFolder { folder in
            let data = folder.appending(path: "site.db").path()
            let (_, second) = try await BuiltCommand.simulating(["--data", data, "--site", SimulateTests.sites[0]]) {
                _, _ in try await BuiltCommand.run(["simulate", "--data", data])
            }
            #expect(second.status == 3)
            #expect(second.errors.contains("another process serves the site"))

            let other = try await BuiltCommand.run(["simulate", "--data", data, "--site", SimulateTests.sites[1]])
            #expect(other.status == 2)
            #expect(other.errors.contains("differs in name (acme-datacenter in the site file, acme-cloud in the data)"))

            let text = folder.appending(path: "notes.txt")
            try Data(String(repeating: "no database ", count: 100).utf8).write(to: text)
            let foreign = try await BuiltCommand.run(["simulate", "--data", text.path()])
            #expect(foreign.status == 2)
            #expect(foreign.errors.contains("no data file of a simulated site"))

            let nothing = try await BuiltCommand.run(["simulate", "--data", folder.appending(path: "new.db").path()])
            #expect(nothing.status == 2)
            #expect(nothing.errors.contains("by --site FILE"))
        }
    }
}

/// A client that writes pages to the first site of a simulator, and looks for them.
private struct WritingClient: Sendable {
    private let url: String
    private let authorization: String

    init(_ announced: JSON) throws {
        let served = try #require(announced["sites"]?[0])
        url = try #require(served["url"]?.stringValue)
        authorization = try #require(AnnouncedAccount("mira", in: served)).authorization
    }

    /// Whether the page was written, for all that the client was told.
    func write(_ title: String) async -> Bool {
        let body: JSON = [
            "type": "page", "title": .string(title), "space": ["key": "DOCS"],
            "body": ["storage": ["value": "<p>Kept whatever comes.</p>", "representation": "storage"]],
        ]
        let answer = try? await Curl.post(
            "\(url)/rest/api/content", json: body.compactText, authorization: authorization)
        return answer?.status == 200
    }

    func finds(_ title: String) async throws -> Bool {
        let query = title.replacing(" ", with: "%20")
        let answer = try await Curl.get(
            "\(url)/rest/api/content?spaceKey=DOCS&title=\(query)&expand=body.storage", authorization: authorization)
        return answer.body.contains("Kept whatever comes.")
    }
}
