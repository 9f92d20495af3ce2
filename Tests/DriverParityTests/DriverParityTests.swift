import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Documents
import Foundation
import Scenarios
import Simulator
import SimulatorServer
import Testing

@Suite(
    "The native toolkit does what the real one does",
    .enabled(if: ToolkitDriver.isRealOneReady, "run scripts/setup-driver elitea first"))
struct DriverParityTests {
    @Test("every tool: the same answer, the same requests, the same effects", arguments: ConfluenceSite.Acme.allCases)
    func parity(site: ConfluenceSite.Acme) async throws {
        let native = try await Self.record("native", on: site)
        let real = try await Self.record("elitea", on: site)
        for (call, (mine, theirs)) in zip(ToolCase.all, zip(native, real)) {
            let name = "\(call.tool) \(JSON.object(call.arguments).compactText)"
            let difference = KnownDifference.find(call)
            #expect(difference.answers(mine.answer) == difference.answers(theirs.answer), "answer of \(name)")
            #expect(difference.requests(mine.requests) == difference.requests(theirs.requests), "requests of \(name)")
            #expect(mine.pages == theirs.pages, "effects of \(name)")
        }
    }

    // MARK: - Fixtures

    /// What one tool call came to.
    private struct Record: Sendable {
        var answer: ToolAnswer
        var requests: [String]
        /// The pages of the space after the call, as an administrator of the space sees them.
        var pages: [JSON]
    }

    private static func record(_ driverName: String, on kind: ConfluenceSite.Acme) async throws -> [Record] {
        let site = try ConfluenceSite.acme(kind)
        let server = try await SimulatorServer.start([site.simulator])
        let document = try configuration(for: site)
        let toolkit = try ConfigurationReader.read(
            DocumentReader.readJSON(JSONWriter.compact(document), file: "toolkit.json"))[0]
        let setup = DriverSetup(
            document: document, configuration: toolkit, send: site.send, proxy: "http://127.0.0.1:\(server.port)")
        let records = try await ToolkitDriver.named(driverName).withSession(for: setup) { session in
            var records: [Record] = []
            for call in ToolCase.all {
                let before = site.journal.count
                let answer = try await session.call(call.tool, arguments: call.arguments, deadline: .seconds(600))
                let requests = site.journal.dropFirst(before).map { "\($0.method) \(decoded($0.target)) \($0.status)" }
                records.append(Record(answer: answer, requests: requests, pages: try pages(of: site)))
            }
            return records
        }
        await server.stop()
        return records
    }

    private static func configuration(for site: ConfluenceSite) throws -> JSON {
        var credential: JSON = ["base_url": .string(site.url)]
        switch site.definition.deployment {
        case .cloud:
            credential["hosting"] = "Cloud"
            credential["username"] = .string(try site.user("writer-bot").email)
            credential["api_key"] = .string(try site.token("writer-bot-token"))
        case .dataCenter:
            credential["hosting"] = "Server"
            credential["token"] = .string(try site.token("writer-bot-token"))
        }
        return [
            "type": "confluence", "toolkit_name": "parity",
            "settings": ["confluence_configuration": credential, "space_key": "DOCS"],
        ]
    }

    private static func pages(of site: ConfluenceSite) throws -> [JSON] {
        let answer = try site.ask(
            "/rest/api/content",
            query: [
                QueryItem("spaceKey", "DOCS"), QueryItem("limit", "100"),
                QueryItem("expand", "body.storage,version,metadata.labels,ancestors"),
            ],
            as: "mira"
        )
        let results = try JSONReader.read(answer.body)["results"]?.arrayValue ?? []
        return results.map { page in
            [
                "id": page["id"] ?? .null, "title": page["title"] ?? .null,
                "body": page["body"]?["storage"]?["value"] ?? .null,
                "version": page["version"]?["number"] ?? .null,
                "labels": .array(
                    (page["metadata"]?["labels"]?["results"]?.arrayValue ?? []).map { $0["name"] ?? .null }),
                "ancestors": .array((page["ancestors"]?.arrayValue ?? []).map { $0["id"] ?? .null }),
            ]
        }
    }

    /// The path and query with every escape read, so that two ways of writing one request are equal.
    private static func decoded(_ target: String) -> String {
        let parts = target.split(separator: "?", maxSplits: 1)
        let query = parts.count > 1 ? QueryItem.parse(String(parts[1])) : []
        return PercentEncoding.decode(parts[0]) + query.map { " \($0.name)=\($0.value)" }.joined()
    }
}

/// The two drivers that are compared.
enum ToolkitDriver {
    /// Whether `scripts/setup-driver elitea` was run; `scripts/test` runs it first.
    static var isRealOneReady: Bool { (try? named("elitea")) != nil }

    static func named(_ name: String) throws -> any Driver {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try DriverCatalogue.driver(
            named: name, environment: ProcessInfo.processInfo.environment, searchFolders: [root.path()],
            send: { _ in Response(status: 404) })
    }
}

/// A difference between the two that is known and explained; everything else must be equal.
struct KnownDifference {
    var answers: (ToolAnswer) -> ToolAnswer = { $0 }
    var requests: ([String]) -> [String] = { $0 }

    static func find(_ call: ToolCase) -> KnownDifference {
        // Python's text for a missing argument is its validation library's, with a link to that library's pages;
        // ours names the argument. Both refuse the call in the same class, before any request.
        guard call.tool == "read_page_by_id", call.arguments.isEmpty else { return KnownDifference() }
        return KnownDifference(answers: { answer in
            guard case .failure(let type, _) = answer else { return answer }
            return .failure(exceptionType: type, message: "an argument is missing")
        })
    }
}
