import ConfluenceModel

/// Reports that several suites render.
enum Samples {
    static let revoked = FoundCause(
        id: .tokenRevoked, title: "The API token is not accepted",
        explanation: "Cloud answers as if nobody had logged in, although the configuration holds an API token.",
        confidence: 0.72, isProven: false, field: "settings.confluence_configuration.api_key",
        evidence: [
            .init("GET /rest/api/user/current answered 403 “Current user not permitted to use Confluence”"),
            .init("the site itself answers, and is Confluence Cloud"),
            .init("the token has the form of a token that is in use", speaksFor: false),
        ],
        fix: .init(
            who: .you,
            steps: ["Make a new API token at id.atlassian.com under Security.", "Paste it into the field “API Key”."]),
        alternatives: [.tokenExpired, .wrongUser],
        separation: "the list of API tokens at id.atlassian.com shows which tokens exist and when they end")

    static let whitespace = FoundCause(
        id: .whitespace, title: "A line feed stands at the end of the token",
        explanation: "It is sent with the token.", confidence: 1, isProven: true, field: "settings.token",
        evidence: [], fix: .init(who: .you, steps: ["Paste the token again."]),
        repair: .init(change: "the token without its last character", wasTried: true, worked: true))

    static let problem = DiagnosisReport(
        verdict: .problem, deployment: .init(kind: .dataCenter, version: "9.2.0"), causes: [revoked],
        notes: ["index tools can't work without a vector store"],
        probes: [ProbeRecord(question: "who am I", request: "GET /rest/api/user/current", answer: "403")],
        requests: 4, failedLogins: 1, elapsedMilliseconds: 37)

    /// Causes of which the file's lines are known, are known without their text, and are not known.
    static let located: DiagnosisReport = {
        var whitespace = Self.whitespace
        whitespace.excerpt = ConfigurationExcerpt(
            file: "toolkit.json", line: 9, column: 24, endColumn: 32, text: #"  "api_key": "••••••\n\u200b","#,
            highlights: [20..<28], label: "a line feed (U+000A) at the end, a zero width space (U+200B) at the end")
        var missing = revoked
        missing.id = .secretMissing
        missing.title = "The credential has no secret, or only a part of what the chosen way of logging in asks for"
        missing.excerpt = ConfigurationExcerpt(file: "toolkit.json", line: 5, column: 3, label: "missing here")
        return DiagnosisReport(
            verdict: .problem, deployment: .init(kind: .cloud), causes: [whitespace, revoked, missing],
            notes: ["the site is Confluence Cloud: acme.example answers /_edge/tenant_info as a Cloud site does"],
            probes: problem.probes, requests: 4, failedLogins: 1, elapsedMilliseconds: 37)
    }()

    static let explanation: DiagnosisReport = {
        var storage = revoked
        storage.evidence = [
            .init(
                "Cloud says this to strangers, and to tokens that it doesn't take",
                quote: Quote(
                    place: .line(12),
                    text: "語 HTTPError: Current user not permitted to use Confluence for url: "
                        + "https://acme.example/wiki/rest/api/content/98305?expand=body.storage,version,space",
                    highlight: 13..<57))
        ]
        var other = whitespace
        other.confidence = 0.1
        other.isProven = false
        other.repair = nil
        return DiagnosisReport(
            verdict: .problem, deployment: .init(kind: .cloud), causes: [storage, other], notes: ["taken for Cloud"],
            nextStep: "run `curl -si https://acme.example/wiki/rest/api/user/current`")
    }()

    static let healthy = DiagnosisReport(
        verdict: .healthy, deployment: .init(kind: .cloud), requests: 1, elapsedMilliseconds: 5)

    static let run = ScenarioRunReport(
        scenarios: [
            ScenarioResult(
                name: "A revoked token", file: "scenarios/faq/revoked.yaml", driver: "native", status: .passed,
                steps: [
                    StepResult(
                        title: "tool read_page_by_id page_id=98305", status: .passed,
                        answer: "ToolException: Pages not found.")
                ], diagnosis: healthy, elapsedMilliseconds: 124),
            ScenarioResult(
                name: "A <broken> & \"odd\" one", file: "scenarios/faq/odd.yaml", driver: "native", status: .failed,
                steps: [
                    StepResult(
                        title: "tool site_search", status: .failed, answer: "bell \u{7} and escape \u{1B}[31m",
                        problems: ["the answer should contain “x”, and does not"]),
                    StepResult(title: "diagnose", status: .skipped),
                ], elapsedMilliseconds: 2),
            ScenarioResult(
                name: "Never begun", file: "c.yaml", driver: "native", status: .skipped, steps: [],
                reason: "the run was ended"),
        ], elapsedMilliseconds: 1304)
}
