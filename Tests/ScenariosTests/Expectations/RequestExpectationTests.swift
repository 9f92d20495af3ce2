import ConfluenceWire
import Documents
import Testing

@testable import Scenarios

@Suite("Requests that a step must send, and those it must not")
struct RequestExpectationTests {
    private static let sent = [
        ("GET", "/wiki/rest/api/content/98311?expand=body.storage%2Cversion"),
        ("GET", "/wiki/rest/api/space?start=0&limit=25"),
        ("PUT", "/wiki/rest/api/content/98311"), ("GET", "/wiki/rest/api/space/~jonas%20l"),
    ]

    private static func evidence(_ lines: [(String, String)] = sent, context: String = "/wiki") -> StepEvidence {
        StepEvidence(journals: [
            .init(
                site: "acme", contextPath: context,
                lines: lines.map { JournalLine(method: $0.0, target: $0.1, status: 200, account: "bot", decision: "") })
        ])
    }

    private static func expectation(_ yaml: String) throws -> [RequestExpectation] {
        try RequestExpectationReader.read(DocumentReader.readYAML(Array(yaml.utf8), file: "sample.yaml"))
    }

    @Test(
        "a pattern fits what it describes",
        arguments: [
            ("GET /rest/api/content/98311", true), ("ANY /rest/api/content/*", true), ("GET *", true), ("ANY *", true),
            ("GET /rest/api/*/98311?expand=*", true), ("GET /rest/api/content/98311?expand=body.storage,version", true),
            ("GET /rest/api/content/98311?expand=body.storage", false), ("GET /rest/api/content/98311?*", true),
            ("GET /rest/api/content/98311?*&expand=*", true), ("POST /rest/api/content/98311", false),
            ("GET /rest/api/content", false), ("GET /wiki/rest/api/content/98311", false),
            ("GET /rest/api/content/98311?", false),
        ])
    func patterns(pattern: String, fits: Bool) throws {
        let request = SentRequest(Self.evidence().journals[0].lines[0], contextPath: "/wiki")
        #expect(try RequestPattern(parsing: pattern).fits(request) == fits)
    }

    @Test("a query's items may come in any order, and paths are compared as people write them")
    func order() throws {
        let lines = Self.evidence().journals[0].lines.map { SentRequest($0, contextPath: "/wiki") }
        #expect(try RequestPattern(parsing: "GET /rest/api/space?limit=25&start=0").fits(lines[1]))
        #expect(try !RequestPattern(parsing: "GET /rest/api/space?limit=25").fits(lines[1]))
        #expect(try RequestPattern(parsing: "GET /rest/api/space/~jonas l").fits(lines[3]))
    }

    @Test(
        "what was sent is held to each kind of list",
        arguments: [
            "{count: 4}", "{count: {at-least: 4, at-most: 5}}", "{include: PUT *}", "{exclude: [POST *, DELETE *]}",
            "{only: [GET *, PUT /rest/api/content/*]}", "{on: acme, count: 4}",
            "{are: [GET /rest/api/content/98311, GET /rest/api/space, PUT *, ANY *]}",
            "[{count: 4}, {exclude: POST *}]",
        ])
    func holds(yaml: String) throws {
        #expect(try Self.expectation(yaml).flatMap { $0.mismatches(of: Self.evidence()) } == [])
    }

    @Test(
        "what differs is told with what was sent",
        arguments: [
            (
                "{count: {at-most: 1}}",
                """
                the step sent 4 requests, expected at most 1; it sent:
                  GET /rest/api/content/98311?expand=body.storage%2Cversion
                  GET /rest/api/space?start=0&limit=25
                  PUT /rest/api/content/98311
                  GET /rest/api/space/~jonas%20l
                """
            ),
            ("{exclude: PUT *}", "the step should not send PUT *, and sent PUT /rest/api/content/98311"),
            (
                "{only: [GET *]}",
                "the step should send nothing but GET *, and also sent:\n  PUT /rest/api/content/98311"
            ),
            (
                "{are: [GET /rest/api/content/98311, PUT *, DELETE *, GET /rest/api/space/*]}",
                """
                the step sent other requests than expected (- expected, + sent):
                  GET /rest/api/content/98311?expand=body.storage%2Cversion
                + GET /rest/api/space?start=0&limit=25
                  PUT /rest/api/content/98311
                - DELETE *
                  GET /rest/api/space/~jonas%20l
                """
            ),
            ("{on: other, count: 1}", "the scenario has no site “other” that requests are sent to"),
        ])
    func differs(yaml: String, problem: String) throws {
        #expect(try Self.expectation(yaml).flatMap { $0.mismatches(of: Self.evidence()) }.map(\.words) == [problem])
    }

    @Test("a step that sent nothing says so")
    func nothing() throws {
        let problems = try Self.expectation("{include: GET *}").flatMap { $0.mismatches(of: Self.evidence([])) }
        #expect(problems.map(\.words) == ["the step should send GET *, and did not; it sent nothing"])
        #expect(try Self.expectation("{are: []}").flatMap { $0.mismatches(of: Self.evidence([])) } == [])
    }

    @Test(
        "a site without a context path is addressed from the root",
        arguments: [("GET /rest/api/space", "/rest/api/space"), ("GET /wiki/rest/api/space", "/wiki/rest/api/space")])
    func noContext(pattern: String, target: String) throws {
        let evidence = Self.evidence([("GET", target)], context: "")
        let request = SentRequest(evidence.journals[0].lines[0], contextPath: "")
        #expect(try RequestPattern(parsing: pattern).fits(request))
    }

    @Test(
        "a list that can't be read is refused with the nearest right word",
        arguments: [
            ("{counts: 1}", "unknown key “counts”, did you mean “count”?"),
            ("{include: GETT /x}", "unknown method “GETT”, did you mean “GET”?"),
            ("{include: /rest/api/space}", "a request is written as METHOD /path, such as “GET /rest/api/space”"),
            ("{include: GET rest/api}", "the path of “GET rest/api” begins with / or with *, below the site's address"),
            ("{on: acme}", "one of count, are, include, exclude and only is expected"),
            ("{are: [GET *], count: 1}", "“are” already says which requests there are, and how many"),
        ])
    func mistakes(yaml: String, message: String) {
        let error = #expect(throws: DocumentError.self) { try Self.expectation(yaml) }
        #expect(error?.message == message)
    }
}

@Suite("What must not have happened")
struct ForbiddenTests {
    private static func evidence(
        _ method: String = "GET", _ exposed: [String] = [], hosts: [String] = [], answer: String = ""
    ) -> StepEvidence {
        let line = JournalLine(
            method: method, target: "/wiki/rest/api/content", status: 200, account: nil, decision: "",
            exposedSecrets: exposed)
        return StepEvidence(
            answer: .tool(.value(.string(answer))),
            journals: [.init(site: "acme", contextPath: "/wiki", lines: [line])], otherHosts: hosts,
            secrets: KnownSecret.all(of: Samples.site))
    }

    @Test("a change is told of, whatever the answer to it", arguments: ["POST", "PUT", "PATCH", "DELETE"])
    func writes(method: String) {
        let problems = Forbidden.writes.mismatches(of: Self.evidence(method))
        #expect(
            problems.map(\.words) == [
                "nothing should be changed, and the site was sent \(method) /wiki/rest/api/content → 200"
            ])
    }

    @Test("reading changes nothing", arguments: ["GET", "HEAD", "OPTIONS"])
    func reads(method: String) {
        #expect(Forbidden.writes.mismatches(of: Self.evidence(method)) == [])
    }

    @Test(
        "a secret in an answer is named, not repeated",
        arguments: [
            ("Bearer reader-secret-value", "the answer holds the token “reader-token”"),
            ("pwd=reader-password", "the answer holds the password of reader-bot"),
            (
                BasicCredentials(user: "jonas@acme.example", password: "admin-secret-value").headerValue,
                "the answer holds the token “jonas-token”"
            ),
        ])
    func secrets(answer: String, problem: String) {
        #expect(Forbidden.secrets.mismatches(of: Self.evidence(answer: answer)).map(\.words) == [problem])
    }

    @Test("a secret in an address or in a header not meant for it is told of")
    func exposed() {
        let problems = Forbidden.secrets.mismatches(
            of: Self.evidence("GET", ["the address", "the header Referer"]))
        #expect(
            problems.map(\.words) == [
                "GET /wiki/rest/api/content carried a secret in the address",
                "GET /wiki/rest/api/content carried a secret in the header Referer",
            ])
        #expect(Forbidden.secrets.mismatches(of: Self.evidence()) == [])
    }

    @Test("other hosts are named, each once")
    func hosts() {
        let problems = Forbidden.otherHosts.mismatches(
            of: Self.evidence(hosts: ["evil.example", "a.example", "evil.example"]))
        #expect(
            problems.map(\.words)
                == ["a.example", "evil.example"].map {
                    "a request was made for \($0), which is no site of this scenario"
                })
        #expect(Forbidden.otherHosts.mismatches(of: Self.evidence()) == [])
    }

    @Test(
        "a step is held to its time",
        arguments: [
            (2000, nil), (2001, "the step took 2 s, expected at most 2 s"),
            (2350, "the step took 2.35 s, expected at most 2 s"),
        ])
    func time(milliseconds: Int, problem: String?) {
        var expectation = AnswerExpectation()
        expectation.within = .seconds(2)
        let evidence = StepEvidence(journals: [], elapsed: .milliseconds(milliseconds))
        #expect(expectation.mismatches(of: evidence).map(\.words) == [problem].compactMap(\.self))
    }
}
