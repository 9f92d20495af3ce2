import ConfluenceModel
import ConfluenceWire
import Synchronization
import Testing

@testable import Scenarios

@Suite("Scenarios run on sites of their own and end with a diagnosis where they fail")
struct ScenarioRunnerTests {
    private static func run(
        _ yaml: String,
        world: Samples.World = Samples.World(),
        answer: @escaping @Sendable (String, JSONObject) async throws -> ToolAnswer = { _, _ in .value("fine") }
    ) async throws -> ScenarioResult {
        let runner = ScenarioRunner(world: world.world, driver: Samples.CannedDriver(answer: answer))
        let report = await runner.run([try Samples.scenario(Samples.header + yaml)])
        return try #require(report.scenarios.first)
    }

    @Test("steps are carried out in order, with placeholders filled in")
    func order() async throws {
        let world = Samples.World()
        let result = try await Self.run(
            """
            arrange:
              - revoke-token: reader-token
            steps:
              - tool: read_page_by_id
                arguments: {page_id: "{{user.reader-bot.name}}", deep: [1, "{{site.host}}"]}
                expect: {json: {page_id: reader-bot, "deep[1]": acme.atlassian.net}}
              - site: {trash: 7}
            diagnose: {space: DOCS, tools: [create_page], expect: {verdict: healthy, journal-contains: was revoked}}
            """, world: world, answer: { _, arguments in .value(.object(arguments)) })
        #expect(result.status == .passed, "\(result)")
        #expect(result.steps.map(\.status) == [.passed, .passed, .passed])
        #expect(result.steps[2].answer == "healthy")
        let log = world.log.withLock { $0 }
        #expect(log.acts == [.revokeToken("reader-token"), .trash(page: 7)])
        #expect(log.diagnosed == [DiagnosisRequest(tools: ["create_page"], spaceKey: "DOCS")])
        #expect(log.fields == ["settings.confluence_configuration.api_key"])
        #expect((log.started, log.stopped) == (1, 1))
    }

    @Test("a failing scenario ends with a diagnosis that it did not ask for")
    func failing() async throws {
        let world = Samples.World(report: Samples.revoked)
        let result = try await Self.run(
            "steps:\n  - tool: read_page_by_id\n  - tool: search_pages\n", world: world,
            answer: { _, _ in .failure(exceptionType: "HTTPError", message: "no") })
        #expect(result.status == .failed)
        #expect(result.steps.map(\.status) == [.failed, .skipped])
        #expect(result.diagnosis?.causes.first?.id == .tokenRevoked)
        #expect(world.log.withLock { $0.stopped } == 1)
    }

    @Test("a tool that the driver hasn't skips the scenario with the reason, and no site starts")
    func absentTool() async throws {
        let world = Samples.World()
        let runner = ScenarioRunner(world: world.world, driver: RequestsOnlyDriver())
        let scenario = try Samples.scenario(Samples.header + "steps:\n  - tool: read_page_by_id\n")
        let result = try #require(await runner.run([scenario]).scenarios.first)
        #expect(result.status == .skipped)
        #expect(
            result.reason
                == "the driver http has no read_page_by_id: it sends the requests of http steps only; --driver native or elitea calls tools"
        )
        #expect(world.log.withLock { $0.started } == 0)
    }

    @Test("a tool in a loop or in the setup is looked for as well; one that is for another driver is not")
    func absentToolElsewhere() async throws {
        let runner = ScenarioRunner(world: Samples.World().world, driver: RequestsOnlyDriver())
        let scenarios = [
            "steps:\n  - for-each: {n: [1]}\n    do:\n      - tool: read_page_by_id\n",
            "setup:\n  - tool: read_page_by_id\nsteps:\n  - site: {trash: 7}\n",
            "steps:\n  - tool: read_page_by_id\n    when: {driver: [elitea]}\n  - site: {trash: 7}\n",
        ]
        let read = try scenarios.map { try Samples.scenario(Samples.header + $0) }
        #expect(await runner.run(read).scenarios.map(\.status) == [.skipped, .skipped, .passed])
    }

    @Test("a driver without a toolkit runs a scenario of requests")
    func requestsOnly() async throws {
        let world = Samples.World(answer: { _ in Response(status: 404) })
        let runner = ScenarioRunner(world: world.world, driver: RequestsOnlyDriver())
        let scenario = try Samples.scenario(
            Samples.header + "steps:\n  - http: {path: /rest/api/content/7}\n    expect: {status: 404}\n")
        #expect(await runner.run([scenario]).scenarios.first?.status == .passed)
    }

    @Test("a passing scenario that asks for none gets no diagnosis")
    func passing() async throws {
        let world = Samples.World()
        #expect(try await Self.run("steps:\n  - tool: read_page_by_id\n", world: world).diagnosis == nil)
        #expect(world.log.withLock { $0.diagnosed }.isEmpty)
    }

    @Test("an unexpected diagnosis fails the scenario, and is shown")
    func wrongDiagnosis() async throws {
        let result = try await Self.run(
            "diagnose: {expect: {cause: space.no-access, journal-contains: locked out}}\n",
            world: Samples.World(report: Samples.revoked))
        #expect(result.status == .failed)
        #expect(
            result.steps[0].problems == [
                "the first cause is credential.token-revoked, expected space.no-access",
                "the site's journal should contain “locked out”; its last line is “GET /wiki/rest/api/space → 403 (nobody): authentication: the token was revoked”",
            ])
        #expect(result.steps[0].answer == "problem: credential.token-revoked")
        #expect(result.diagnosis != nil)
    }

    @Test("no secret of the site or the configuration leaves, whoever echoes it")
    func redaction() async throws {
        let result = try await Self.run(
            "steps:\n  - {tool: read_page_by_id, arguments: {page_id: \"{{token.reader-token}}\"}, expect: {answer-equals: x}}\n",
            world: Samples.World(report: Samples.revoked),
            answer: { _, _ in .value("you sent reader-secret-value and reader-password") })
        #expect(result.steps[0].answer == "you sent ‹redacted› and ‹redacted›")
        #expect(result.diagnosis?.causes[0].evidence[0].text == "the site answered 403 to ‹redacted›")
        #expect(!"\(result)".contains("secret-value"))
    }

    @Test("a driver's failure fails the step with its words")
    func driverFailure() async throws {
        let result = try await Self.run(
            "steps:\n  - tool: read_page_by_id\n",
            answer: { _, _ in throw DriverFailure.died(driver: "canned", lastWords: "no module") })
        #expect(
            result.steps[0].problems == ["the driver canned ended before it answered; its last words: no module"])
    }

    @Test("a site that does not start is the scenario's failure")
    func brokenSite() async throws {
        struct Broken: Error, CustomStringConvertible { let description = "the site file has no users" }
        var world = Samples.World().world
        world.startSites = { _, _ in throw Broken() }
        let runner = ScenarioRunner(world: world, driver: Samples.CannedDriver { _, _ in .value(.null) })
        let report = await runner.run([try Samples.scenario(Samples.header + "diagnose: {}\n")])
        #expect(report.scenarios[0].status == .failed)
        #expect(report.scenarios[0].reason == "the site did not start: the site file has no users")
    }

    @Test("an unknown placeholder in a configuration names its line")
    func placeholder() async throws {
        let yaml = Samples.header.replacingToken() + "diagnose: {}\n"
        let world = Samples.World()
        let runner = ScenarioRunner(world: world.world, driver: Samples.CannedDriver { _, _ in .value(.null) })
        let report = await runner.run([try Samples.scenario(yaml)])
        #expect(
            report.scenarios[0].reason?.hasPrefix(
                "sample.yaml:10:16: configuration.settings.confluence_configuration.api_key: unknown token “reader-tkn”"
            )
                == true, "\(report.scenarios[0].reason ?? "")")
        #expect(world.log.withLock { $0.stopped } == 1)
    }

    @Test("no more scenarios run at once than allowed, and results keep their order")
    func jobs() async throws {
        let world = Samples.World()
        let driver = Samples.CannedDriver { _, _ in
            for _ in 0..<20 { await Task.yield() }
            return .value(.null)
        }
        let scenarios = try (0..<12).map {
            try Samples.scenario(Samples.header + "steps:\n  - tool: read_page_by_id\n", file: "\($0).yaml")
        }
        let heard = Mutex<[String]>([])
        let report = await ScenarioRunner(world: world.world, driver: driver, jobs: 3).run(scenarios) { progress in
            heard.withLock { $0 += progress.told.map(\.file) }
        }
        let expected = (0..<12).map { "\($0).yaml" }
        #expect(report.scenarios.map(\.file) == expected)
        #expect(heard.withLock { $0 } == expected)
        let log = world.log.withLock { $0 }
        #expect((log.started, log.stopped) == (12, 12))
        #expect((1...3).contains(log.mostRunning))
    }

    @Test("scenarios that had not begun when the run was ended are skipped")
    func cancelled() async throws {
        let scenario = try Samples.scenario(Samples.header + "diagnose: {}\n")
        let world = Samples.World()
        let run = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await ScenarioRunner(world: world.world, driver: Samples.CannedDriver { _, _ in .value(.null) })
                .run([scenario])
        }
        let report = await run.value
        #expect(report.scenarios.map(\.status) == [.skipped])
        #expect(world.log.withLock { $0.started } == 0)
    }

    @Test("the step in which the run was ended is told, and those behind it are not reached")
    func cancelledInStep() async throws {
        let scenario = try Samples.scenario(
            Samples.header + """
                steps:
                  - {tool: read_page_by_id}
                  - {tool: search_pages}
                  - {tool: read_page_by_id}
                teardown:
                  - {tool: read_page_by_id}

                """)
        let driver = Samples.CannedDriver { tool, _ in
            if tool == "search_pages" { withUnsafeCurrentTask { $0?.cancel() } }
            return .value(.null)
        }
        let report = await ScenarioRunner(world: Samples.World().world, driver: driver).run([scenario])
        let result = try #require(report.scenarios.first)
        #expect(result.reason == "the run was ended")
        #expect(result.steps.map(\.title) == ["tool read_page_by_id", "tool search_pages", "tool read_page_by_id"])
        #expect(result.steps.map(\.status) == [.passed, .skipped, .passed])
        #expect(result.steps[1].problems == ["the run was ended in this step"])
    }
}

extension String {
    fileprivate func replacingToken() -> String {
        split(separator: "token.reader-token", omittingEmptySubsequences: false).joined(separator: "token.reader-tkn")
    }
}
