import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import LiveTransport
import Simulator
import Testing

@testable import SimulatorServer

@Suite("Who the admin API answers")
struct AdminGateTests {
    @Test("without --admin its paths are answered as any unknown path", arguments: ConfluenceSite.Acme.allCases)
    func off(kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        try await AdminClient.serving([site], admin: false) { client in
            for path in ["/", "/sites", "/sites/\(site.definition.name)/journal"] {
                let answer = try await client.ask(path)
                let url = try WebAddress(parsing: "http://127.0.0.1:\(client.port)/__sym\(path)")
                let unknown = try await client.send(Request(.get, url))
                #expect(answer.status == unknown.status)
                #expect(answer.text == unknown.text.replacingOccurrences(of: "__sym", with: "__sim"))
                #expect(answer.headers["Server"] != "confluence-doctor")
            }
            #expect(site.journal.count == 6)
        }
    }

    @Test("what it is asked is in no journal")
    func unseen() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await AdminClient.serving([site]) { client in
            let sites = try await client.ask("/sites")
            #expect(sites.status == 200)
            #expect(try await client.ask("/nonsense").status == 404)
            #expect(site.journal.isEmpty)
        }
    }

    @Test("under the site's own name the paths do not exist, though the caller is at this machine")
    func siteName() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await AdminClient.serving([site]) { client in
            let answer = try await client.ask("/sites", headers: ["Host": "acme.atlassian.net"])
            #expect(answer.headers["Server"] != "confluence-doctor")
            #expect(site.journal.count == 1)
        }
    }

    @Test(
        "only loopback callers under loopback names are answered",
        arguments: [
            ("127.0.0.1", "127.0.0.1", true), ("127.0.0.1", "localhost", true), ("::1", "::1", true),
            ("::ffff:127.0.0.1", "127.0.0.1", true), ("127.0.0.1", "127.0.0.2", true),
            ("127.0.0.1", "127.evil.example", false), ("127.0.0.1", "localhost.evil.example", false),
            ("127.0.0.1", "acme.atlassian.net", false), ("192.0.2.7", "127.0.0.1", false),
            ("192.0.2.7", "localhost", false), (nil, "localhost", false), ("::ffff:192.0.2.7", "localhost", false),
        ] as [(String?, String, Bool)])
    func gate(peer: String?, host: String, isAnswered: Bool) {
        let desk = AdminDesk(simulators: [])
        #expect(desk.answers(WebAddress(scheme: "http", host: host, path: "/__sim/sites"), peer: peer) == isAnswered)
        #expect(!desk.answers(WebAddress(scheme: "http", host: host, path: "/__simx"), peer: peer))
    }

    @Test(
        "a page of another site is refused, a page of its own is not",
        arguments: [
            (["Origin": "http://evil.example"], 403), (["Sec-Fetch-Site": "cross-site"], 403),
            (["Sec-Fetch-Site": "same-site"], 403), (["Origin": "null"], 403), (["Sec-Fetch-Site": "same-origin"], 200),
        ] as [(Headers, Int)])
    func pages(headers: Headers, status: Int) async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await AdminClient.serving([site]) { client in
            let answer = try await client.ask("/sites/acme-cloud/reset", .post, headers: headers)
            #expect(answer.status == status)
            let own: Headers = ["Origin": "http://127.0.0.1:\(client.port)"]
            let ownAnswer = try await client.ask("/sites/acme-cloud/reset", .post, headers: own)
            #expect(ownAnswer.status == 200)
        }
    }

    // MARK: What is wrong with a request

    @Test(
        "what is wrong is named, with what was probably meant",
        arguments: [
            ("GET", "/site", "", 404, "has no path", "/__sim/sites"),
            ("GET", "/sites/acme-clod", "", 404, "no site is called", "acme-cloud"),
            ("PUT", "/sites/acme-cloud/clock", "", 405, "PUT is not taken", "GET /__sim/sites/{site}/clock or POST"),
            ("GET", "/sites/acme-cloud/journal?sinse=1", "", 400, "no query item “sinse”", "since"),
            ("GET", "/sites/acme-cloud/journal?since=x", "", 400, "no whole number", ""),
            ("GET", "/sites/acme-cloud/journal?stage=dialct", "", 400, "did you mean “dialect”?", ""),
            ("POST", "/sites/acme-cloud/clock", "", 400, "needs a body in JSON", ""),
            ("POST", "/sites/acme-cloud/clock", "{", 400, "not JSON", ""),
            ("POST", "/sites/acme-cloud/clock", #"{"advanc": 1}"#, 400, "did you mean “advance”?", ""),
            ("POST", "/sites/acme-cloud/clock", #"{"freeze": "soon"}"#, 400, "a moment such as", ""),
            ("POST", "/sites/acme-cloud/clock", "{}", 400, "found 0", ""),
            ("POST", "/sites/acme-cloud/acts", #"{"revoke-token": "reader-bot-tokn"}"#, 400, "reader-bot-token", ""),
            ("POST", "/sites/acme-cloud/acts", #"[{"trash": 98311}, {"trash": 1}]"#, 400, "act 2 of 2", ""),
            ("POST", "/sites/acme-cloud/acts", #"[{"trash": 98311}, {"explode": 1}]"#, 400, "unknown key", ""),
            ("POST", "/sites/acme-cloud/acts", "[7]", 400, "a mapping", ""),
            ("GET", "/sites/acme-cloud/pages?space=DOC", "", 404, "no space “DOC”", "DOCS"),
            ("POST", "/sites/acme-cloud/snapshots/x/restore", "", 404, "no snapshot “x”", ""),
            (
                "POST", "/sites/acme-cloud/journal/verify", #"{"calls": [{"status": 200}]}"#, 400, "“path” is missing",
                ""
            ),
            ("POST", "/sites/acme-cloud/journal/verify", #"{"calls": [{"path": "/", "count": -1}]}"#, 400, "count", ""),
        ])
    func mistakes(
        method: String, target: String, body: String, status: Int, words: String, nearest: String
    ) async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await AdminClient.serving([site]) { client in
            let answer = try await client.ask(target, Request.Method(rawValue: method), body: body)
            #expect(answer.status == status)
            let json = try JSONReader.read(answer.body)
            #expect(json["error"]?.stringValue?.contains(words) == true, "\(answer.text)")
            if !nearest.isEmpty { #expect(json["nearest"]?.stringValue?.contains(nearest) == true, "\(answer.text)") }
        }
    }

    @Test("of a list of acts none is done when one can't be read")
    func unreadableActs() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        try await AdminClient.serving([site]) { client in
            _ = try await client.ask("/sites/acme-cloud/acts", .post, body: #"[{"trash": 98311}, {"explode": 1}]"#)
            #expect(try site.ask("/rest/api/content/98311", as: "mira").status == 200)
        }
    }
}
