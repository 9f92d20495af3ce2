import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Faults and page details by the admin API")
struct AdminFaultTests {
    private static let page = "/rest/api/content/98311"

    private func serving(
        _ kind: ConfluenceSite.Acme,
        _ body: (ConfluenceSite, AdminClient, String) async throws -> Void
    ) async throws {
        let site = try ConfluenceSite.acme(kind)
        try await AdminClient.serving([site]) { client in
            try await body(site, client, "/sites/\(site.definition.name)")
        }
    }

    private func fault(_ name: String, in json: JSON) throws -> JSON? {
        try #require(json["faults"]?.arrayValue).first { $0["name"] == .string(name) }
    }

    @Test("every ready-made fault of the deployment is listed, and no other", arguments: ConfluenceSite.Acme.allCases)
    func list(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { site, client, path in
            let listed = try await client.json(path + "/faults")["faults"]?.arrayValue?.compactMap { $0["name"] }
            let known = ReadyMadeFault.all.filter { $0.deployments.contains(site.definition.deployment.kind) }
            #expect(listed == known.map { .string($0.name) })
        }
    }

    @Test("a fault is put on, counts what it meets, and is taken away", arguments: ConfluenceSite.Acme.allCases)
    func toggle(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { site, client, path in
            let off = try fault("maintenance", in: try await client.json(path + "/faults"))
            #expect(off?["on"] == false)
            #expect(off?["met"] == .null)
            #expect(off?["summary"]?.stringValue?.isEmpty == false)
            let on = try fault("maintenance", in: try await client.json(path + "/faults/maintenance", .put))
            #expect(on?["met"] == 0)
            for _ in 0..<2 { #expect(try await client.visit(site, Self.page, as: "mira").status == 503) }
            #expect(try fault("maintenance", in: try await client.json(path + "/faults"))?["met"] == 2)
            let gone = try await client.json(path + "/faults/maintenance", .delete)
            #expect(try fault("maintenance", in: gone)?["on"] == false)
            #expect(try await client.visit(site, Self.page, as: "mira").status == 200)
        }
    }

    @Test("a rule of the site's own is listed while it is on, and goes with all the others")
    func ownRule() async throws {
        try await serving(.cloud) { _, client, path in
            let act = #"{"fault": {"name": "mine", "effect": {"answer": {"status": 418}}}}"#
            _ = try await client.json(path + "/acts", .post, body: act)
            _ = try await client.json(path + "/faults/flaky-5xx", .put)
            let both = try await client.json(path + "/faults")
            #expect(try fault("mine", in: both)?["readyMade"] == false)
            #expect(try fault("flaky-5xx", in: both)?["on"] == true)
            let none = try await client.json(path + "/faults", .delete)
            #expect(try fault("mine", in: none) == nil)
            #expect(try fault("flaky-5xx", in: none)?["on"] == false)
        }
    }

    @Test(
        "a wrong name is refused with the nearest right one",
        arguments: [
            ("PUT", "/faults/maintenence", "maintenance"), ("DELETE", "/faults/maintenance", nil),
            // Cloud has no CAPTCHA of that kind.
            ("PUT", "/faults/captcha", nil), ("GET", "/pages/1", nil), ("GET", "/pages/98311x", nil),
        ] as [(String, String, String?)])
    func mistakes(method: String, target: String, nearest: String?) async throws {
        try await serving(.cloud) { _, client, path in
            let answer = try await client.ask(path + target, Request.Method(rawValue: method))
            #expect(answer.status == 404)
            let json = try JSONReader.read(answer.body)
            #expect(json["error"]?.stringValue?.isEmpty == false)
            if let nearest { #expect(json["nearest"] == .string(nearest)) }
        }
    }

    @Test("a page is told with all that hangs on it", arguments: ConfluenceSite.Acme.allCases)
    func pageDetails(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { _, client, path in
            let details = try await client.json(path + "/pages/98311")
            #expect(details["page"]?["title"] == "Refund policy")
            #expect(details["labels"] == ["policy"])
            #expect(details["ancestors"]?[0]?["id"] == 98305)
            #expect(details["attachments"]?[0]?["name"] == "refund-form.txt")
            #expect(details["versions"]?[0]?["by"] == "mira")
            #expect(details["body"]?.stringValue?.hasPrefix("<h1>Refunds</h1>") == true)
            _ = try await client.json(path + "/acts", .post, body: #"{"trash": 98311}"#)
            #expect(try await client.json(path + "/pages/98311")["page"]?["status"] == "trashed")
        }
    }

    @Test("the journal is read backwards from a number")
    func before() async throws {
        try await serving(.cloud) { site, client, path in
            for _ in 0..<5 { _ = try await client.visit(site, Self.page, as: "mira") }
            let entries = try await client.json(path + "/journal?before=4&limit=2")["entries"]?.arrayValue
            #expect(entries?.map { $0["number"] } == [2, 3])
        }
    }
}
