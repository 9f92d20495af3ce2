import ConfluenceModel
import Documents
import Scenarios
import Testing

@Suite("Scenario files are read, and their mistakes named")
struct ScenarioReaderTests {
    @Test("a whole scenario becomes its values")
    func whole() throws {
        let scenario = try Samples.scenario(
            """
            version: 1
            name: A revoked token
            question: permission-denied
            tags: [faq, cloud]
            site: ../sites/acme.yaml
            arrange:
              - revoke-token: reader-token
              - withdraw: {operations: [view], from: {group: team}, space: DOCS}
              - restrict-viewing: {page: 98311, to: [{user: mira}]}
              - advance-clock: 90 days
            configurations:
              - {toolkit_name: reading, settings: {}}
              - {toolkit_name: writing, settings: {}}
            steps:
              - tool: read_page_by_id
                configuration: writing
                arguments: {page_id: "98305"}
                timeout: 2 min
                expect: {error-type: HTTPError, answer-contains: [a, b]}
              - http: {path: /rest/api/space, as: reader-token}
                expect: {status: 403, headers: {X-AUSERNAME: anonymous}}
              - expect-site: {space: DOCS, title: Home, exists: false}
            diagnose:
              - {configuration: reading, expect: {verdict: healthy}}
              - configuration: writing
                tools: [create_page]
                expect: {verdict: problem, cause: space.no-access, who: space-admin}
            """, file: "scenarios/faq/a.yaml")
        #expect(scenario.tags == ["faq", "cloud"])
        #expect(
            scenario.arrange == [
                .revokeToken("reader-token"), .withdraw([.view], from: .group("team"), space: "DOCS"),
                .restrictViewing(page: 98311, to: [.user("mira")]), .advanceClock(seconds: 90 * 86400),
            ])
        guard case .file(let path, _)? = scenario.sites.first?.source else {
            Issue.record("the site is a file")
            return
        }
        #expect(path == "scenarios/sites/acme.yaml")
        #expect(scenario.configurations.map(\.name) == ["reading", "writing"])
        #expect(scenario.steps.count == 5)
        #expect(scenario.steps[0].timeout == .seconds(120))
        #expect(scenario.steps[0].expectation.fails == true)
        #expect(scenario.steps[0].expectation.contains == ["a", "b"])
        guard case .diagnose(let question) = scenario.steps[4].action else {
            Issue.record("the last step is a diagnosis")
            return
        }
        #expect(question.configuration == "writing")
        #expect(question.expectation.fixer == .spaceAdmin)
        #expect(question.expectation.cause == .spaceNoAccess)
    }

    /// What follows the header of lines 1–11, and the message it must bring.
    static let mistakes: [(yaml: String, message: String)] = [
        ("steps: []\n", "1:1: a scenario without steps and without a diagnosis checks nothing"),
        ("stepps: []\n", "12:1: stepps: unknown key “stepps”, did you mean “steps”?"),
        ("steps:\n  - tol: read_page_by_id\n", "13:5: steps[0].tol: unknown key “tol”, did you mean “tool”?"),
        (
            "steps:\n  - zebra: 1\n",
            "13:5: steps[0]: the step must have one of the keys tool, http, site, expect-site, diagnose, explain, browser-login, expect-delivery, for-each"
        ),
        (
            "steps:\n  - {tool: search_pages, http: {path: /}}\n",
            "13:5: steps[0]: a step does one thing, found tool and http"
        ),
        (
            "steps:\n  - tool: read_page_by_ID_\n",
            "13:11: steps[0].tool: unknown tool “read_page_by_ID_”, did you mean “read_page_by_id”?"
        ),
        (
            "steps:\n  - {tool: search_pages, arguments: [1]}\n",
            "13:37: steps[0].arguments: a mapping of keys to values is expected, found a list"
        ),
        (
            "steps:\n  - {tool: search_pages, configuration: dox}\n",
            "13:41: steps[0].configuration: unknown configuration “dox”, did you mean “docs”?"
        ),
        (
            "steps:\n  - {tool: search_pages, timeout: 3 weeks}\n",
            "13:35: steps[0].timeout: unknown unit of time “weeks”; known are s, min, h, days"
        ),
        (
            "steps:\n  - {tool: search_pages, expect: {answer-contain: x}}\n",
            "13:35: steps[0].expect.answer-contain: unknown key “answer-contain”, did you mean “answer-contains”?"
        ),
        (
            "steps:\n  - {tool: search_pages, expect: {answer-matches: \"(\"}}\n",
            "13:51: steps[0].expect.answer-matches: “(” is not a regular expression"
        ),
        (
            "steps:\n  - {tool: search_pages, expect: {json: {\"a[\": 1}}}\n",
            "13:42: steps[0].expect.json.a[: a ] is missing in the path “a[”"
        ),
        (
            "steps:\n  - {tool: search_pages, expect: {fails: maybe}}\n",
            "13:42: steps[0].expect.fails: true or false is expected, found a text"
        ),
        (
            "steps:\n  - {tool: search_pages, expect: {fails: false, error-type: HTTPError}}\n",
            "13:42: steps[0].expect.fails: a tool that must not fail has no error-type"
        ),
        (
            "steps:\n  - http: {path: rest/api}\n",
            "13:18: steps[0].http.path: a path below the site's address begins with /"
        ),
        (
            "steps:\n  - http: {method: GTE, path: /}\n",
            "13:20: steps[0].http.method: unknown method “GTE”, did you mean “GET”?"
        ),
        (
            "steps:\n  - {http: {path: /}, expect: {status: 99}}\n",
            "13:40: steps[0].expect.status: an HTTP status from 100 to 599 is expected"
        ),
        (
            "steps:\n  - expect-site: {title: Home}\n",
            "13:18: steps[0].expect-site: name the page, by “page: ID” or by “space: KEY, title: TITLE”"
        ),
        (
            "steps:\n  - expect-site: {page: 1, exists: false, labels: [a]}\n",
            "13:51: steps[0].expect-site.labels: nothing can be expected of a page that must not exist"
        ),
        (
            "arrange:\n  - revoke-tokn: x\ndiagnose: {}\n",
            "13:5: arrange[0].revoke-tokn: unknown key “revoke-tokn”, did you mean “revoke-token”?"
        ),
        ("arrange:\n  - trash: home\ndiagnose: {}\n", "13:12: arrange[0].trash: the number of a page is expected"),
        (
            "arrange:\n  - grant: {operations: [veiw], to: anonymous, space: DOCS}\ndiagnose: {}\n",
            "13:26: arrange[0].grant.operations[0]: unknown value “veiw”, did you mean “view”?"
        ),
        (
            "arrange:\n  - grant: {operations: [view], to: mira, space: DOCS}\ndiagnose: {}\n",
            "13:37: arrange[0].grant.to: “anonymous”, {user: NAME} or {group: NAME} is expected"
        ),
        (
            "diagnose: {expect: {verdict: broken}}\n",
            "12:30: diagnose.expect.verdict: unknown value “broken”; known are healthy, problem, undecided"
        ),
        (
            "diagnose: {expect: {cause: credential.token-revokd}}\n",
            "12:28: diagnose.expect.cause: unknown cause “credential.token-revokd”, did you mean “credential.token-revoked”?"
        ),
        (
            "diagnose: {expect: {verdict: healthy, cause: space.no-access}}\n",
            "12:46: diagnose.expect.cause: a healthy configuration has no cause"
        ),
        (
            "configurations: [{toolkit_name: a}]\ndiagnose: {}\n",
            "5:3: configuration: write either “configuration” or “configurations”, not both"
        ),
    ]

    @Test("each mistake brings one message with its place", arguments: mistakes)
    func mistake(yaml: String, message: String) {
        let error = #expect(throws: DocumentError.self) { try Samples.scenario(Samples.header + yaml) }
        #expect(error?.description.hasPrefix("sample.yaml:\(message)") == true, "\(error?.description ?? "no error")")
    }

    @Test(
        "what every scenario must have is asked for",
        arguments: [
            ("name: x\n", ["1:1: the key “version” is missing"]),
            (
                "version: 2\nname: x\n",
                ["1:10: version: this release reads version 1 of the scenario format"]
            ),
            (
                "version: 1\nname: x\ndiagnose: {}\n",
                ["1:1: the key “configuration” is missing", "1:1: the key “site” is missing"]
            ),
            (
                "version: 1\nconfiguration: {}\ndiagnose: {}\n",
                ["1:1: the key “site” is missing", "1:1: the key “name” is missing"]
            ),
            ("version: 1\nname: x\nconfiguration: {}\ndiagnose: {}\n", ["1:1: the key “site” is missing"]),
        ])
    func required(yaml: String, messages: [String]) {
        let error = #expect(throws: ScenarioMistakes.self) { try Samples.scenarios(yaml) }
        #expect(error?.errors.map(\.description) == messages.map { "sample.yaml:\($0)" })
    }
}
