import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Verifying what was asked")
struct VerificationTests {
    /// A site of which a space, a page, a missing page and the space again were asked.
    private func visited(_ kind: ConfluenceSite.Acme = .cloud) throws -> ConfluenceSite {
        let site = try ConfluenceSite.acme(kind)
        for path in ["space", "content/98311", "content/7", "space"] {
            _ = try site.ask("/rest/api/\(path)", as: "reader-bot")
        }
        return site
    }

    private static let exact = [
        ExpectedCall("GET", "/rest/api/space", status: 200),
        ExpectedCall("GET", "/rest/api/content/{id}", status: 200, account: "reader-bot"),
        ExpectedCall("GET", "/rest/api/content/7", status: 404),
        ExpectedCall("GET", "/rest/api/space"),
    ]

    @Test("exactly these calls hold, in order and in any", arguments: ConfluenceSite.Acme.allCases)
    func holds(kind: ConfluenceSite.Acme) throws {
        let site = try visited(kind)
        let ordered = site.simulator.verify(JournalExpectation(Self.exact, inOrder: true))
        #expect(ordered.holds, "\(ordered)")
        #expect(site.simulator.verify(JournalExpectation(Self.exact.reversed())).holds)
        #expect(ordered.description == "4 of 4 expected calls were made as expected")
    }

    @Test("a missing call is named, with what came nearest")
    func missing() throws {
        let expectation = JournalExpectation(
            [
                ExpectedCall("GET", "/rest/api/content/7", status: 200),
                ExpectedCall("GET", "/rest/api/space", count: 3),
            ], allowsOthers: true)
        let verdict = try visited().simulator.verify(expectation)
        #expect(!verdict.holds)
        #expect(verdict.made == 2)
        #expect(verdict.missing.map(\.call.path) == ["/rest/api/content/7", "/rest/api/space"])
        #expect(verdict.missing.first?.nearest?.status == 404)
        #expect(verdict.unexpected.isEmpty)
        #expect(verdict.description.contains("missing       GET /rest/api/content/7 → 200; there was #3 GET"))
    }

    @Test("an unexpected call is named")
    func unexpected() throws {
        let verdict = try visited().simulator.verify(JournalExpectation(Array(Self.exact.dropLast(2))))
        #expect(verdict.missing.isEmpty)
        #expect(verdict.unexpected.map(\.number).count == 2)
        #expect(verdict.description.contains("unexpected    #3 GET /wiki/rest/api/content/7 → 404"))
    }

    @Test("a call out of order is named once, neither missing nor unexpected")
    func misplaced() throws {
        let order = [Self.exact[1], Self.exact[0], Self.exact[2], Self.exact[3]]
        let verdict = try visited().simulator.verify(JournalExpectation(order, inOrder: true))
        #expect(!verdict.holds)
        #expect(verdict.made == 3)
        #expect(verdict.misplaced.count == 1)
        #expect(verdict.missing.isEmpty)
        #expect(verdict.unexpected.isEmpty)
        #expect(verdict.description.hasPrefix("3 of 4 expected calls were made in order:"))
    }

    @Test("a wide pattern leaves the narrow one its call")
    func overlapping() throws {
        let calls = [ExpectedCall("GET", "*", count: 3), ExpectedCall("GET", "/rest/api/space")]
        #expect(try visited().simulator.verify(JournalExpectation(calls)).holds)
        #expect(try visited().simulator.verify(JournalExpectation(calls, inOrder: true)).holds)
    }

    @Test("no call at all can be expected")
    func none() throws {
        let site = try visited()
        #expect(site.simulator.verify(JournalExpectation([]), among: JournalFilter(method: "PUT")).holds)
        #expect(!site.simulator.verify(JournalExpectation([])).holds)
    }

    @Test(
        "patterns fit whole paths only",
        arguments: [
            ("/rest/api/content/{id}", "/rest/api/content/1", true),
            ("/rest/api/content/{id}", "/rest/api/content", false),
            ("/rest/api/content/{id}", "/rest/api/content/", false),
            ("/rest/api/content/{id}", "/rest/api/content/1/label", false),
            ("/rest/api/content/{id}/label", "/rest/api/content/1/label", true), ("/a/*/c", "/a/b/x/c", true),
            ("/a/*/c", "/a/c", false), ("*", "/", true), ("/a*a", "/aXaYa", true), ("/a*a", "/a", false),
            ("/{space}/*/{id}", "/s/x/y/9", true), ("/wiki/a", "/wiki/a", true), ("/{open", "/{open", true),
        ])
    func patterns(pattern: String, path: String, fits: Bool) {
        let entry = JournalEntry(
            number: 1, method: "GET", target: path + "?x=/y", host: "h", status: 200, account: nil, decision: "",
            stage: .resource)
        let verdict = JournalExpectation([ExpectedCall("get", pattern)]).verdict(on: [entry])
        #expect(verdict.holds == fits)
    }

    // MARK: Filters and export

    @Test(
        "a filter leaves what it names",
        arguments: [
            (JournalFilter(after: 2), [3, 4]), (JournalFilter(method: "get"), [1, 2, 3, 4]),
            (JournalFilter(method: "PUT"), []), (JournalFilter(target: "content"), [2, 3]),
            (JournalFilter(status: 404), [3]), (JournalFilter(account: "reader-bot", stage: .resource), [1, 2, 4]),
            (JournalFilter(account: "anonymous"), []),
        ])
    func filters(filter: JournalFilter, numbers: [Int]) throws {
        #expect(try visited().simulator.journal(matching: filter).map(\.number) == numbers)
    }

    @Test("the archive holds each exchange without its secrets")
    func archive() throws {
        let site = try ConfluenceSite.acme(.dataCenter)
        let token = try site.token("reader-bot-token")
        _ = try site.ask("/rest/api/content", query: [QueryItem("token", token)], as: "reader-bot")
        let archive = HTTPArchive.write(site.journal)
        let entry = try #require(archive["log"]?["entries"]?[0])
        #expect(archive["log"]?["version"] == "1.2")
        #expect(entry["request"]?["method"] == "GET")
        #expect(entry["response"]?["status"] == 200)
        #expect(entry["request"]?["queryString"]?[0]?["name"] == "token")
        #expect(entry["startedDateTime"]?.stringValue?.hasSuffix(".000Z") == true)
        let url = try #require(entry["request"]?["url"]?.stringValue)
        #expect(try WebAddress(parsing: url).path.hasSuffix("/rest/api/content"))
        #expect(!archive.compactText.contains(token))
    }
}
