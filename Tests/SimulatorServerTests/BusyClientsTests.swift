import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import LiveTransport
import Simulator
import SimulatorServer
import Testing

/// The short form of `scripts/soak`: what was answered as written is there, whatever faults did to the answers.
@Suite("Many clients at once, with faults on", .serialized)
struct BusyClientsTests {
    private static let clients = 100
    private static let writes = 2

    private static let faults = [
        FaultRule(name: "flaky", match: .init(probability: 0.15, seed: 1), effect: .answer(.init(status: 503))),
        FaultRule(name: "dropped", match: .init(probability: 0.1, seed: 2), effect: .drop(afterHead: true)),
        FaultRule(name: "gone", match: .init(probability: 0.1, seed: 3), effect: .drop(afterHead: false)),
        FaultRule(name: "halved", match: .init(probability: 0.1, seed: 4), effect: .halve(share: 0.5)),
        FaultRule(name: "slow", match: .init(probability: 0.1, seed: 5), effect: .delay(milliseconds: 2)),
    ]

    @Test("nothing is lost that was answered as written", arguments: ConfluenceSite.Acme.allCases)
    func nothingIsLost(kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        for fault in Self.faults { try site.perform(.putFault(.rule(fault))) }
        let server = try await SimulatorServer.start([site.simulator])
        let transport = LiveTransport(timeout: .seconds(600), proxy: nil)
        let authors = try (0..<Self.clients).map { number in
            Author(
                number: number, port: server.port, send: transport.send,
                template: try site.request("/rest/api/content", .post, as: "writer-bot", body: .null))
        }
        let told = await withTaskGroup(of: [Written].self) { group in
            for author in authors { group.addTask { await author.write(Self.writes) } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        await transport.shutdown()
        await server.stop()
        try site.perform(.clearFault(nil))

        #expect(told.count > Self.clients, "the faults left too little to look at")
        for written in told {
            let answer = try site.ask(
                "/rest/api/content/\(written.id)", query: [QueryItem("expand", "body.storage,version")],
                as: "reader-bot")
            let page = try JSONReader.read(answer.body)
            let version = try #require(page["version"]?["number"]?.integerValue)
            #expect(version >= written.version)
            if version == written.version {
                #expect(page["body"]?["storage"]?["value"] == .string(written.body))
            }
        }
        // Refused by a fault or answered by the site: nothing fell between.
        #expect(site.simulator.exchangeCount >= Self.clients * Self.writes)
    }

    /// What an author was told to be written.
    private struct Written: Sendable {
        var id: String
        var version: Int64
        var body: String
    }

    /// A client that writes new pages, and each a second time; what is not answered, or not whole, it lets be.
    private struct Author: Sendable {
        let number: Int
        let port: Int
        let send: Send
        let template: Request

        func write(_ count: Int) async -> [Written] {
            var written: [Written] = []
            for round in 0..<count {
                let title = "Busy \(number)-\(round)"
                guard let first = await ask(.post, "", page(title, "one of \(title)")) else { continue }
                written.append(first)
                let update = page(title, "two of \(title)", version: 2)
                if let second = await ask(.put, "/\(first.id)", update) { written.append(second) }
            }
            return written
        }

        private func page(_ title: String, _ text: String, version: Int64? = nil) -> JSON {
            var page: JSON = [
                "type": "page", "title": .string(title), "space": ["key": "DOCS"],
                "body": ["storage": ["value": .string("<p>\(text)</p>"), "representation": "storage"]],
            ]
            if let version { page["version"] = ["number": .integer(version)] }
            return page
        }

        private func ask(_ method: Request.Method, _ path: String, _ page: JSON) async -> Written? {
            var request = template
            request.method = method
            request.url.host = "127.0.0.1"
            request.url.port = port
            request.url.path += path
            request.body = JSONWriter.compact(page)
            guard let answer = try? await send(request), answer.status == 200,
                let told = try? JSONReader.read(answer.body), let id = told["id"]?.stringValue,
                let version = told["version"]?["number"]?.integerValue,
                let body = page["body"]?["storage"]?["value"]?.stringValue
            else { return nil }
            return Written(id: id, version: version, body: body)
        }
    }
}
