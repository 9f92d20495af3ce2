import ConfluenceModel
import ConfluenceWire
import Synchronization
import Testing

@testable import Scenarios

@Suite("Steps are set up, captured from, looped over, tried again, and cleaned up after")
struct StepTests {
    private static func run(
        _ yaml: String,
        world: Samples.World = Samples.World(),
        answer: @escaping @Sendable (String, JSONObject) async throws -> ToolAnswer = { _, arguments in
            .value(.object(arguments))
        }
    ) async throws -> ScenarioResult {
        let runner = ScenarioRunner(world: world.world, driver: Samples.CannedDriver(answer: answer))
        let report = await runner.run([try Samples.scenario(Samples.header + yaml)])
        return try #require(report.scenarios.first)
    }

    @Test("what is captured of an answer stands in later steps, with its type")
    func captures() async throws {
        let result = try await Self.run(
            """
            variables: {greeting: "hello {{run.driver}} {{run.id}} {{env.HOOK_SECRET}}"}
            steps:
              - tool: read_page_by_id
                arguments: {page: {id: 7, labels: [a, b]}, text: "ID 42"}
                capture: {id: page.id, labels: page.labels, number: {pattern: 'ID (\\d+)'}}
              - tool: search_pages
                arguments: {n: "{{var.id}}", all: "{{var.labels}}", text: "{{var.labels}}/{{var.number}}", g: "{{var.greeting}}"}
                expect: {json: {n: 7, all: [a, b], text: "a, b/42", g: hello canned r1 hush}}
            """)
        #expect(result.status == .passed, "\(result.steps.map(\.problems))")
    }

    @Test("a capture that finds nothing fails its step")
    func emptyCapture() async throws {
        let result = try await Self.run(
            "steps:\n  - {tool: read_page_by_id, capture: {id: page.id, x: {header: ETag}}}\n")
        #expect(
            result.steps[0].problems == [
                "the answer has nothing at page.id, so there is no {{var.id}}",
                "the answer has no header ETag, so there is no {{var.x}}",
            ])
    }

    @Test("texts that hold JSON are looked into, as tools often answer with them")
    func capturesInText() async throws {
        let result = try await Self.run(
            """
            steps:
              - {tool: read_page_by_id, capture: {id: "[0].id"}}
              - {tool: search_pages, arguments: {id: "{{var.id}}"}}
            """,
            answer: { tool, arguments in tool == "search_pages" ? .value(.object(arguments)) : .value(#"[{"id": 5}]"#) }
        )
        #expect(result.status == .passed)
        #expect(result.steps[1].title == "tool search_pages id=5")
    }

    @Test("a loop carries its steps out for each element, loops inside of it too")
    func loops() async throws {
        let seen = Mutex<[String]>([])
        let result = try await Self.run(
            """
            variables: {issues: [{key: A, parts: [x, y]}, {key: B, parts: []}]}
            steps:
              - for-each: {issue: "{{var.issues}}"}
                do:
                  - {name: "makes {{var.issue.key}}", tool: create_page, arguments: {t: "{{var.issue.key}} {{var.index}}"}, capture: {made: t}}
                  - for-each: {part: "{{var.issue.parts}}"}
                    do: [{tool: search_pages, arguments: {t: "{{var.made}}{{var.part}}"}}]
            """,
            answer: { _, arguments in
                seen.withLock { $0.append(arguments["t"]?.stringValue ?? "") }
                return .value(.object(arguments))
            })
        #expect(result.status == .passed, "\(result.steps.map(\.problems))")
        #expect(seen.withLock { $0 } == ["A 0", "A 0x", "A 0y", "B 1"])
        #expect(
            result.steps.map(\.title) == [
                "issue 1 of 2: makes A", "issue 1 of 2, part 1 of 2: tool search_pages t=A 0x",
                "issue 1 of 2, part 2 of 2: tool search_pages t=A 0y", "issue 2 of 2: makes B",
                "issue 2 of 2: for each part",
            ])
    }

    @Test("after a failure in a loop, the rest of it is not reached")
    func failingLoop() async throws {
        let result = try await Self.run(
            """
            steps:
              - for-each: {n: [1, 2]}
                do: [{tool: create_page}, {tool: search_pages}]
            """, answer: { _, _ in .failure(exceptionType: "E", message: "no") })
        #expect(result.steps.map(\.status) == [.failed, .skipped, .skipped, .skipped])
    }

    @Test("a failing setup keeps the steps from being reached, and what follows is still cleaned up")
    func setup() async throws {
        let result = try await Self.run(
            """
            setup: [{tool: create_page}, {tool: create_page}]
            steps: [{tool: read_page_by_id}]
            teardown: [{tool: search_pages}]
            diagnose: {}
            """,
            answer: { tool, _ in tool == "create_page" ? .failure(exceptionType: "E", message: "no") : .value("fine") })
        #expect(result.status == .failed)
        #expect(result.steps.map(\.status) == [.failed, .skipped, .skipped, .skipped, .passed])
        #expect(result.steps.map(\.part) == [.setup, .setup, .steps, .steps, .teardown])
        #expect(result.diagnosis != nil)
    }

    @Test("a failure in the cleaning up fails the scenario too")
    func teardown() async throws {
        let result = try await Self.run(
            "steps: [{tool: read_page_by_id}]\nteardown: [{tool: search_pages}, {tool: create_page}]\n",
            answer: { tool, _ in tool == "search_pages" ? .failure(exceptionType: "E", message: "no") : .value("fine") }
        )
        #expect(result.status == .failed)
        #expect(result.steps.map(\.status) == [.passed, .failed, .passed])
    }

    @Test("a step that passes only when it is tried again is flaky")
    func retries() async throws {
        let calls = Mutex(0)
        let result = try await Self.run(
            "steps:\n  - {tool: read_page_by_id, retries: 2}\n  - {tool: read_page_by_id}\n",
            answer: { _, _ in
                let call = calls.withLock { calls in
                    calls += 1
                    return calls
                }
                return call < 3 ? .failure(exceptionType: "E", message: "no") : .value("fine")
            })
        #expect(result.status == .passed)
        #expect(result.steps.map(\.tries) == [3, 1])
        #expect(result.isFlaky)
    }

    @Test("a step that fails each time has been tried as often as allowed")
    func exhausted() async throws {
        let result = try await Self.run(
            "steps:\n  - {tool: read_page_by_id, retries: 1}\n",
            answer: { _, _ in .failure(exceptionType: "E", message: "no") })
        #expect(result.status == .failed)
        #expect(result.steps[0].tries == 2)
        #expect(!result.isFlaky)
    }

    @Test("no secret that a scenario makes or takes from the environment is shown")
    func secrets() async throws {
        let result = try await Self.run(
            """
            variables: {hook: "{{env.HOOK_SECRET}}"}
            steps:
              - {site: {set-password: {user: reader-bot, password: new-password-1}}}
              - {tool: read_page_by_id, arguments: {a: "{{var.hook}} new-password-1"}}
            """)
        #expect(result.steps[1].answer == #"{"a":"‹redacted› ‹redacted›"}"#)
        #expect(!"\(result)".contains("new-password-1"))
    }

    @Test("a step for another driver is left out, and a difference replaces what is expected")
    func drivers() async throws {
        let result = try await Self.run(
            """
            steps:
              - {tool: read_page_by_id, when: {driver: elitea}, expect: {answer-equals: no}}
              - tool: search_pages
                expect: {answer-equals: one way}
                differences: {canned: {because: It has its own way., expect: {answer-equals: another way}}}
            """, answer: { _, _ in .value("another way") })
        #expect(result.status == .passed)
        #expect(result.steps.map(\.status) == [.skipped, .passed])
        #expect(result.steps.map(\.difference) == [nil, "It has its own way."])
    }

    @Test("the time of a scenario ends the step that is under way, not the cleaning up")
    func timeout() async throws {
        let result = try await Self.run(
            """
            timeout: 50 ms
            steps: [{tool: create_page}, {tool: read_page_by_id}, {tool: read_page_by_id}]
            teardown: [{tool: search_pages}]
            """,
            answer: { tool, _ in
                if tool == "read_page_by_id" { try await ContinuousClock().sleep(for: .seconds(60)) }
                return .value("fine")
            })
        #expect(result.status == .failed)
        #expect(result.reason == "the scenario did not end within 0.05 s")
        #expect(result.steps.map(\.status) == [.passed, .failed, .skipped, .passed])
        #expect(result.steps[1].problems == ["the scenario's time of 0.05 s was over in this step"])
    }

    @Test("what a webhook sent is compared, counted and captured from")
    func deliveries() async throws {
        let world = Samples.World()
        try world.log.withLock { log in
            for (event, title) in [("page_created", "Home"), ("page_created", "Away"), ("page_removed", "Away")] {
                var request = Request(.post, try WebAddress(parsing: "http://127.0.0.1:9999/"))
                request.headers["X-Event-Key"] = event
                request.body = Array(#"{"page": {"title": "\#(title)"}}"#.utf8)
                log.deliveries.append(request)
            }
        }
        let result = try await Self.run(
            """
            receivers: [hook]
            steps:
              - expect-delivery: {receiver: hook, event: page_created, count: 2, json: {page.title: Home}}
                capture: {last: page.title}
              - {tool: search_pages, arguments: {t: "{{var.last}} {{receiver.hook.url}}"}, expect: {json: {t: "Away http://127.0.0.1:9999/"}}}
              - expect-delivery: {receiver: hook, event: page_trashed, count: 0}
              - expect-delivery: {receiver: hook, event: page_removed, count: 2, within: 10 ms}
            """, world: world)
        #expect(result.steps.map(\.status) == [.passed, .passed, .passed, .failed], "\(result.steps.map(\.problems))")
        #expect(result.steps[3].problems == ["the receiver hook got 1 deliveries of page_removed, expected 2"])
    }

    @Test("an error is explained, and what the doctor makes of it is held to what is expected")
    func explanation() async throws {
        let result = try await Self.run(
            """
            steps:
              - {http: {path: /rest/api/space}, capture: {error: {header: X-Error}}}
              - explain: {text: "it said: {{var.error}}", expect: {cause: credential.token-revoked, who: you}}
              - explain: {text: "{{var.error}}", expect: {cause: space.no-access}}
            """, world: Samples.World(answer: { _ in Response(status: 403, headers: ["X-Error": "revoked"]) }))
        #expect(result.steps.map(\.status) == [.passed, .passed, .failed], "\(result.steps.map(\.problems))")
        #expect(result.steps[1].title == "explain it said: revoked")
        #expect(result.steps[2].problems == ["the first cause is credential.token-revoked, expected space.no-access"])
    }

    @Test("a form is uploaded as browsers send it, and headers are sent as they are written")
    func form() async throws {
        let world = Samples.World()
        _ = try await Self.run(
            """
            steps:
              - http: {path: '/x?cql=label = "a"', form: {file: {name: a.txt, text: hello}, comment: x}, headers: {X-A: b}}
              - http: {path: /y, query: {cql: "a = {{site.name}}", expand: [b, c], limit: 5}}
            """, world: world)
        let request = try #require(world.log.withLock { $0.requests.first })
        #expect(request.url.target == "/wiki/x?cql=label%20=%20%22a%22")
        let asked = world.log.withLock { $0.requests.last }
        #expect(asked?.url.target == "/wiki/y?cql=a%20%3D%20acme&expand=b&expand=c&limit=5")
        #expect(request.headers["Content-Type"] == "multipart/form-data; boundary=form-of-confluence-doctor")
        #expect(request.headers["X-Atlassian-Token"] == "no-check")
        #expect(request.headers["X-A"] == "b")
        #expect(
            String(decoding: request.body, as: UTF8.self) == """
                --form-of-confluence-doctor\r
                Content-Disposition: form-data; name="file"; filename="a.txt"\r
                Content-Type: text/plain\r
                \r
                hello\r
                --form-of-confluence-doctor\r
                Content-Disposition: form-data; name="comment"\r
                \r
                x\r
                --form-of-confluence-doctor--\r

                """)
    }
}
