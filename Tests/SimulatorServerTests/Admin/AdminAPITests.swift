import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import SimulatorServer
import Testing

@Suite("The admin API")
struct AdminAPITests {
    private static let page = "/rest/api/content/98311"

    /// A site with its admin client, at `/sites/NAME`.
    private func serving(
        _ kind: ConfluenceSite.Acme = .cloud,
        _ body: (ConfluenceSite, AdminClient, String) async throws -> Void
    ) async throws {
        let site = try ConfluenceSite.acme(kind)
        try await AdminClient.serving([site]) { client in
            try await body(site, client, "/sites/\(site.definition.name)")
        }
    }

    @Test("docs/admin-api.md is made from the table of routes")
    func reference() throws {
        let root = #filePath.components(separatedBy: "/Tests/")[0]
        #expect(
            try String(contentsOfFile: root + "/docs/admin-api.md", encoding: .utf8) == AdminReference.markdown + "\n",
            "write it anew: confluence-doctor simulate --list-admin --format markdown > docs/admin-api.md")
    }

    // MARK: Sites and contents

    @Test("it lists sites and routes, and finds a site by name or host", arguments: ConfluenceSite.Acme.allCases)
    func sites(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { site, client, path in
            #expect(try await client.json("/")["sites"] == [.string(site.definition.name)])
            #expect(try await client.json("/sites")["sites"]?[0]?["host"] == .string(site.definition.host))
            let byName = try await client.json(path)
            #expect(byName["url"] == .string(site.url))
            let byHost = try await client.json("/sites/\(site.definition.host)")
            #expect(byName == byHost)
        }
    }

    @Test("each of several sites has its own journal")
    func severalSites() async throws {
        let sites = try ConfluenceSite.Acme.allCases.map { try ConfluenceSite.acme($0) }
        try await AdminClient.serving(sites) { client in
            _ = try await client.visit(sites[0], Self.page, as: "mira")
            #expect(try await client.json("/sites/acme-cloud/journal")["last"] == 1)
            #expect(try await client.json("/sites/acme-datacenter/journal")["entries"] == [])
        }
    }

    @Test("users, tokens, spaces and pages are listed as they stand", arguments: ConfluenceSite.Acme.allCases)
    func contents(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { site, client, path in
            _ = try await client.json(
                path + "/acts", .post,
                body: #"""
                    [{"revoke-token": "reader-bot-token"}, {"trash": 98311},
                     {"set-licensed": {"user": "mira", "licensed": false}},
                     {"restrict-viewing": {"page": 98310, "to": [{"user": "mira"}]}}]
                    """#)
            let users = try #require(try await client.json(path + "/users")["users"]?.arrayValue)
            #expect(users.count == site.definition.users.count)
            #expect(users.first { $0["name"] == "mira" }?["licensed"] == false)

            let text = try await client.ask(path + "/tokens").text
            let token = try site.token("reader-bot-token")
            #expect(!text.contains(token))
            let tokens = try #require(JSONReader.read(Array(text.utf8))["tokens"]?.arrayValue)
            #expect(tokens.first { $0["name"] == "reader-bot-token" }?["state"] == "revoked")

            let spaces = try #require(try await client.json(path + "/spaces")["spaces"]?.arrayValue)
            #expect(spaces.count == site.definition.spaces.count)
            #expect(spaces.first { $0["key"] == "DOCS" }?["permissions"]?.arrayValue?.isEmpty == false)

            let pages = try await client.json(path + "/pages?space=DOCS")
            #expect(pages["more"] == false)
            let trashed = pages["pages"]?.arrayValue?.first { $0["id"] == 98311 }
            #expect(trashed?["status"] == "trashed")
            let restricted = pages["pages"]?.arrayValue?.first { $0["id"] == 98310 }
            #expect(restricted?["viewers"] == [["user": "mira"]])
            #expect(try await client.json(path + "/pages?limit=1")["more"] == true)
        }
    }

    @Test("the coverage list is served")
    func coverage() async throws {
        try await serving { _, client, _ in
            let coverage = try await client.json("/coverage")
            #expect(coverage["endpoints"]?.arrayValue?.count == Coverage.rows.count)
        }
    }

    // MARK: Acts, clock and states

    @Test("an act changes what clients get", arguments: ConfluenceSite.Acme.allCases)
    func acts(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { site, client, path in
            let before = try await client.visit(site, Self.page, as: "reader-bot")
            #expect(before.status == 200)
            #expect(try await client.json(path + "/acts", .post, body: #"{"trash": 98311}"#)["done"] == 1)
            #expect(try await client.visit(site, Self.page, as: "reader-bot").status == 404)
        }
    }

    @Test("the clock is turned, frozen and let run")
    func clock() async throws {
        try await serving { site, client, path in
            let far = try await client.ask(path + "/clock", .post, body: #"{"advance": "99999999999 days"}"#)
            #expect(far.status == 400 && far.text.contains("at most 36500 days"), "\(far.text)")
            let turned = try await client.json(path + "/clock", .post, body: #"{"advance": "2 h"}"#)
            #expect(site.simulator.now == ConfluenceSite.standingMoment + 7200)
            #expect(turned["frozen"] == false)
            let frozen = try await client.json(path + "/clock", .post, body: #"{"freeze": "2030-01-01T00:00:00Z"}"#)
            #expect(frozen == ["now": "2030-01-01T00:00:00.000Z", "frozen": true])
            #expect(try await client.json(path + "/clock", .post, body: #"{"unfreeze": true}"#)["frozen"] == false)
            #expect(try await client.json(path + "/clock")["now"] == "2030-01-01T00:00:00.000Z")
        }
    }

    @Test(
        "a site file is taken in beside what is there, or an export in its place",
        arguments: ConfluenceSite.Acme.allCases)
    func takingIn(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { site, client, path in
            let export = try await client.json(path + "/export")
            let head =
                kind == .cloud
                ? #""name": "more", "deployment": "cloud", "host": "a.example""#
                : #""name": "more", "deployment": "data-center", "version": "9.2.0", "host": "a.example""#
            let more = """
                {\(head), "users": [{"name": "mira", "password": "other"}, {"name": "nora"}], "spaces": [
                  {"key": "DOCS", "pages": [{"title": "Late", "creator": "nora", "labels": ["policy"],
                    "comments": [{"body": "<p>x</p>", "author": "nora"}]}]},
                  {"key": "NEW", "permissions": [{"user": "mira", "may": ["view"]}], "pages": [{"title": "Home"}]}
                ]}
                """
            #expect(try await client.json(path + "/import", .post, body: more) == ["done": true])
            let spaces = try await client.json(path + "/spaces")["spaces"]?.arrayValue ?? []
            #expect(spaces.contains { $0["key"] == "NEW" })
            let users = try await client.json(path + "/users")["users"]?.arrayValue ?? []
            #expect(users.filter { $0["name"] == "mira" }.count == 1)
            let query = [QueryItem("title", "Late"), QueryItem("spaceKey", "DOCS")]
            let found = try JSONReader.read(site.ask("/rest/api/content", query: query, as: "mira").body)
            #expect(found["results"]?.arrayValue?.count == 1)
            #expect(try site.ask("/rest/api/space/NEW", as: "mira").status == 200)
            #expect(try site.ask("/rest/api/space/NEW", as: "reader-bot").status == 404)

            // All of it or nothing.
            let twice = try await client.ask(path + "/import", .post, body: more)
            #expect(twice.status == 400 && twice.text.contains("already has a page titled 'Late'"))
            let other = #"{"name": "o", "deployment": "cloud", "host": "a.example"}"#
            if kind == .dataCenter {
                #expect(try await client.ask(path + "/import", .post, body: other).status == 400)
            }

            let whole = String(decoding: JSONWriter.compact(export), as: UTF8.self)
            #expect(try await client.json(path + "/import", .post, body: whole) == ["done": true])
            #expect(try await client.json(path + "/export") == export)
            #expect(try site.ask("/rest/api/space/NEW", as: "mira").status == 404)
        }
    }

    @Test("states are kept and restored, and the site reset", arguments: ConfluenceSite.Acme.allCases)
    func states(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { site, client, path in
            let kept = try await client.json(path + "/snapshots", .post, body: #"{"name": "before it"}"#)
            #expect(kept["snapshots"] == ["before it"])
            #expect(try await client.json(path + "/snapshots") == kept)
            _ = try await client.json(path + "/acts", .post, body: #"{"trash": 98311}"#)
            #expect(try await client.visit(site, Self.page, as: "mira").status == 404)
            _ = try await client.json(path + "/snapshots/before%20it/restore", .post)
            #expect(try await client.visit(site, Self.page, as: "mira").status == 200)
            _ = try await client.json(path + "/acts", .post, body: #"{"trash": 98311}"#)
            _ = try await client.json(path + "/reset", .post)
            #expect(try await client.json(path + "/journal")["entries"] == [])
            #expect(try await client.visit(site, Self.page, as: "mira").status == 200)
        }
    }

    @Test(
        "clients are answered as ever while states are kept, restored and reset",
        arguments: ConfluenceSite.Acme.allCases)
    func busySite(kind: ConfluenceSite.Acme) async throws {
        try await serving(kind) { site, client, path in
            _ = try await client.json(path + "/snapshots", .post, body: #"{"name": "busy"}"#)
            let seen = try await withThrowingTaskGroup(of: Set<Int>.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        var seen: Set<Int> = []
                        for _ in 0..<10 {
                            seen.insert(try await client.visit(site, Self.page, as: "reader-bot").status)
                        }
                        return seen
                    }
                }
                for round in 0..<10 {
                    _ = try await client.json(path + "/acts", .post, body: #"{"trash": 98311}"#)
                    let back = round % 2 == 0 ? "/snapshots/busy/restore" : "/reset"
                    _ = try await client.json(path + back, .post)
                    _ = try await client.json(path + "/journal?limit=3")
                }
                return try await group.reduce(into: Set<Int>()) { $0.formUnion($1) }
            }
            // The page is there or in the trash; nobody meets the moment between two states.
            #expect(seen.contains(200))
            #expect(seen.isSubset(of: [200, 404]))
            #expect(site.simulator.exchangeCount == 200)
        }
    }

    // MARK: Journal

    @Test("the journal is filtered, continued from a number, written as HAR, and emptied")
    func journal() async throws {
        try await serving { site, client, path in
            for page in ["98311", "7", "98310"] {
                _ = try await client.visit(site, "/rest/api/content/\(page)", as: "reader-bot")
            }
            func numbers(_ query: String) async throws -> [JSON?]? {
                try await client.json(path + "/journal" + query)["entries"]?.arrayValue?.map { $0["number"] }
            }
            #expect(try await numbers("") == [1, 2, 3])
            #expect(try await numbers("?limit=2") == [2, 3])
            #expect(try await numbers("?limit=9&since=2") == [3])
            #expect(try await numbers("?status=404") == [2])
            #expect(try await numbers("?since=1&limit=1&path=content&method=GET&account=reader-bot") == [3])
            #expect(try await numbers("?stage=faults") == [])
            let entry = try #require(try await client.json(path + "/journal")["entries"]?[0])
            #expect(entry["steps"]?.arrayValue?.last?["passed"] == true)
            let archive = try await client.json(path + "/journal.har?status=404")
            #expect(archive["log"]?["entries"]?.arrayValue?.count == 1)
            _ = try await client.json(path + "/journal", .delete)
            #expect(try await numbers("") == [])
            _ = try await client.visit(site, Self.page)
            #expect(try await numbers("") == [4])
        }
    }

    @Test("calls are verified, with a report for people")
    func verify() async throws {
        try await serving { site, client, path in
            _ = try await client.visit(site, Self.page, as: "reader-bot")
            let body = #"{"calls": [{"path": "/rest/api/content/{id}", "status": 200, "count": COUNT}]}"#
            func verify(_ count: Int) async throws -> JSON {
                let text = body.replacingOccurrences(of: "COUNT", with: "\(count)")
                return try await client.json(path + "/journal/verify", .post, body: text)
            }
            #expect(try await verify(1)["holds"] == true)
            let missing = try await verify(2)
            #expect(missing["holds"] == false)
            #expect(missing["missing"]?[0]?["call"] == "GET /rest/api/content/{id} → 200")
            #expect(missing["report"]?.stringValue?.hasPrefix("1 of 2 expected calls were made:") == true)
            #expect(try await verify(0)["unexpected"]?.arrayValue?.count == 1)
        }
    }

    @Test("no credential that a client sent is given out, by any route", arguments: ConfluenceSite.Acme.allCases)
    func canary(kind: ConfluenceSite.Acme) async throws {
        let canary = "canary-5e8f2b-secret"
        try await serving(kind) { site, client, path in
            for header in [
                "Bearer \(canary)", BasicCredentials(user: "mira", password: canary).headerValue,
            ] {
                var request = try site.request(Self.page, query: [QueryItem("os_password", canary)])
                request.url.host = "127.0.0.1"
                request.url.port = client.port
                request.headers["Authorization"] = header
                request.headers["Cookie"] = "JSESSIONID=\(canary)"
                _ = try await client.send(request)
            }
            let encoded = BasicCredentials(user: "mira", password: canary).headerValue.dropFirst(6)
            for route in ["/journal", "/journal.har", "/tokens", "/users", ""] {
                let text = try await client.ask(path + route).text
                #expect(!text.contains(canary), "\(route)")
                #expect(!text.contains(encoded), "\(route)")
            }
            let verdict = try await client.ask(path + "/journal/verify", .post, body: #"{"calls": []}"#).text
            #expect(verdict.contains(#""holds":false"#))
            #expect(!verdict.contains(canary))
        }
    }
}
