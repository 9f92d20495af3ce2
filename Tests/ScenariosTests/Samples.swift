import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Documents
import Synchronization
import Testing

@testable import Scenarios

/// What several suites need: a small vocabulary, a site of two accounts, and scenarios made from YAML.
enum Samples {
    static let vocabulary = ScenarioVocabulary(
        tools: ["read_page_by_id", "search_pages", "create_page"],
        causes: ["credential.token-revoked", "credential.token-expired", "space.no-access"])

    static let site = SiteDefinition(
        name: "acme", deployment: .cloud, host: "acme.atlassian.net", contextPath: "/wiki",
        users: [
            UserDefinition(
                name: "jonas", displayName: "Jonas Lind", email: "jonas@acme.example", accountID: "1", userKey: "a",
                isSiteAdmin: true,
                tokens: [TokenDefinition(name: "jonas-token", kind: .apiToken, value: "admin-secret-value")]),
            UserDefinition(
                name: "reader-bot", displayName: "Reader Bot", email: "reader-bot@acme.example", accountID: "2",
                userKey: "b", password: "reader-password",
                tokens: [TokenDefinition(name: "reader-token", kind: .apiToken, value: "reader-secret-value")]),
        ])

    static let header = """
        version: 1
        name: A sample
        site: {name: acme, deployment: cloud, host: acme.example}
        configuration:
          toolkit_name: docs
          settings:
            confluence_configuration:
              base_url: "{{site.url}}"
              username: "{{user.reader-bot.email}}"
              api_key: "{{token.reader-token}}"
            space_key: DOCS

        """

    /// The scenarios of a file, one for each combination of its matrix.
    static func scenarios(_ yaml: String, file: String = "sample.yaml") throws -> [Scenario] {
        try ScenarioReader.read(DocumentReader.readYAML(Array(yaml.utf8), file: file), vocabulary: vocabulary)
    }

    /// The only scenario of a file; where that has exactly one mistake, it is thrown by itself.
    static func scenario(_ yaml: String, file: String = "sample.yaml") throws -> Scenario {
        do {
            let scenarios = try scenarios(yaml, file: file)
            return try #require(scenarios.count == 1 ? scenarios.first : nil)
        } catch let mistakes as ScenarioMistakes {
            throw mistakes.errors.count == 1 ? mistakes.errors[0] as any Error : mistakes
        }
    }

    static let healthy = DiagnosisReport(verdict: .healthy, deployment: .init(kind: .cloud))

    static let revoked = DiagnosisReport(
        verdict: .problem, deployment: .init(kind: .cloud),
        causes: [
            FoundCause(
                id: .tokenRevoked, title: "The API token was revoked", explanation: "The site does not know it.",
                confidence: 0.8, isProven: false, field: "settings.confluence_configuration.api_key",
                evidence: [.init("the site answered 403 to reader-secret-value")],
                fix: .init(who: .you, steps: ["make another token"]), alternatives: [.tokenExpired])
        ])

    /// A world whose sites remember what was done to them.
    final class World: Sendable {
        struct Log: Sendable {
            var started = 0
            var stopped = 0
            var running = 0
            var mostRunning = 0
            var acts: [SiteAct] = []
            var requests: [Request] = []
            var deliveries: [Request] = []
            var diagnosed: [DiagnosisRequest] = []
            var fields: [String] = []
        }

        let log = Mutex(Log())
        private let report: DiagnosisReport
        private let answer: @Sendable (Request) throws -> Response

        init(
            report: DiagnosisReport = Samples.healthy,
            answer: @escaping @Sendable (Request) throws -> Response = { _ in Response(status: 404) }
        ) {
            self.report = report
            self.answer = answer
        }

        var world: ScenarioWorld {
            ScenarioWorld(
                startSites: { sites, _ in
                    self.log.withLock {
                        $0.started += 1
                        $0.running += 1
                        $0.mostRunning = max($0.mostRunning, $0.running)
                    }
                    return RunningSites(
                        first: self.site(sites.first?.name ?? ""), others: sites.dropFirst().map { self.site($0.name) },
                        stop: {
                            self.log.withLock {
                                $0.stopped += 1
                                $0.running -= 1
                            }
                        })
                },
                startReceiver: { self.receiver },
                diagnose: { configuration, request, _ in
                    self.log.withLock {
                        $0.diagnosed.append(request)
                        $0.fields.append(configuration.path(of: .apiKey))
                    }
                    return self.report
                },
                explain: { $0.contains("revoked") ? Samples.revoked : Samples.healthy },
                environment: ["HOOK_SECRET": "hush"], newRunID: { "r1" })
        }

        /// One that has got what the log says.
        private var receiver: RunningReceiver {
            RunningReceiver(
                url: "http://127.0.0.1:9999/", deliveries: { _ in self.log.withLock { $0.deliveries } }, stop: {})
        }

        private func site(_ name: String) -> RunningSite {
            RunningSite(
                name: name, url: "http://acme.atlassian.net/wiki", definition: Samples.site,
                send: { request in
                    self.log.withLock { $0.requests.append(request) }
                    return try self.answer(request)
                },
                act: { act in self.log.withLock { $0.acts.append(act) } },
                journal: { number in
                    let line = JournalLine(
                        number: 1, method: "GET", target: "/wiki/rest/api/space", status: 403, account: nil,
                        decision: "authentication: the token was revoked")
                    return number < 1 ? [line] : []
                },
                exchangeCount: { 1 })
        }
    }

    /// A driver whose toolkit gives prepared answers.
    struct CannedDriver: Driver {
        let name = "canned"
        let needsSocket = false
        var answer: @Sendable (_ tool: String, _ arguments: JSONObject) async throws -> ToolAnswer

        func withSession<Result: Sendable>(
            for setup: DriverSetup,
            _ body: @Sendable (any DriverSession) async throws -> Result
        ) async throws -> Result {
            try await body(Session(answer: answer))
        }

        struct Session: DriverSession {
            var answer: @Sendable (_ tool: String, _ arguments: JSONObject) async throws -> ToolAnswer

            func call(_ tool: String, arguments: JSONObject, deadline: Duration) async throws -> ToolAnswer {
                try await answer(tool, arguments)
            }
        }
    }
}
