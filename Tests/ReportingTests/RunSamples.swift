import ConfluenceModel

/// Runs with several drivers, and what a history made of them.
extension Samples {
    private static let elitea = DriverProduct(name: "elitea-sdk", version: "0.11.27")

    private static let labels = StepResult(
        title: "tool update_labels page_id=98305 labels=a, b", kind: .tool, tool: "update_labels", status: .passed,
        answer: "Labels updated", elapsedMilliseconds: 12, line: 14)

    private static let exchange = StepExchange(
        method: "PUT", address: "https://acme.atlassian.net/wiki/rest/api/content/98305?status=current",
        requestBody: #"{"title":"Runbook"}"#, status: 403, responseBody: #"{"message":"no <right>"}"#,
        account: "reader-bot",
        decisions: [
            "authentication: reader-bot by its API token",
            "authorisation: reader-bot has no “create-page” permission in DOCS: answered 403",
        ])

    private static let failed = StepResult(
        title: "tool update_page_by_id page_id=98305", kind: .tool, tool: "update_page_by_id", status: .failed,
        answer: "HTTPError: 403 | no <right>", errorType: "HTTPError",
        problems: ["the answer should contain “Runbook”, and does not"],
        comparisons: [
            StepComparison(
                subject: "the answer", expected: "one\ntwo\nthree\nfour\nfive\nsix",
                found: "one\ntwo\nthree\nfour\nfünf\nsix")
        ], exchanges: [exchange], elapsedMilliseconds: 31, line: 21)

    private static let defect = KnownDefect(
        id: "labels-resave-rendered-body", product: "elitea-sdk", seenIn: "0.11.26",
        title: "update_labels stores the rendered page in the place of its source")

    private static func result(
        _ name: String, file: String, driver: String, kind: DeploymentKind, _ steps: [StepResult],
        _ status: ScenarioStatus = .passed
    ) -> ScenarioResult {
        ScenarioResult(
            name: name, instance: kind == .cloud ? "cloud" : "data-center", file: "scenarios/toolkit/\(file).yaml",
            tags: ["toolkit"], driver: driver, product: driver == "elitea" ? elitea : nil,
            deployment: .init(kind: kind, version: kind == .cloud ? nil : "9.2.0"), status: status, steps: steps,
            elapsedMilliseconds: driver == "elitea" ? 2150 : 40)
    }

    /// Two drivers on two deployments: differences explained and not, a flaky step, defects, and one that could not run.
    static let matrixRun: ScenarioRunReport = {
        var different = labels
        different.difference = "elitea-sdk | says each label on a line"
        var retried = labels
        retried.tries = 3
        var flaky = result(
            "Labels replace labels (data-center)", file: "labels", driver: "elitea", kind: .dataCenter, [retried])
        flaky.isFlaky = true
        var stillThere = result("A defect", file: "defect", driver: "native", kind: .cloud, [labels])
        stillThere.knownDefect = defect
        var mended = result("A defect", file: "defect", driver: "elitea", kind: .cloud, [failed], .failed)
        mended.knownDefect = defect
        var updating = result("Updating a page", file: "update", driver: "elitea", kind: .cloud, [], .failed)
        updating.reason = "the driver elitea did not start: no module named elitea_sdk"
        var passing = failed
        passing.status = .passed
        passing.problems = []
        passing.comparisons = []
        return ScenarioRunReport(
            scenarios: [
                result("Labels replace labels (cloud)", file: "labels", driver: "native", kind: .cloud, [labels]),
                result("Labels replace labels (cloud)", file: "labels", driver: "elitea", kind: .cloud, [different]),
                result(
                    "Labels replace labels (data-center)", file: "labels", driver: "native", kind: .dataCenter, [labels]
                ),
                flaky, stillThere, mended,
                result("Updating a page", file: "update", driver: "native", kind: .cloud, [passing]), updating,
            ], elapsedMilliseconds: 8_765, startedAt: "2026-03-02T09:30:00Z", shard: "1/2",
            seed: 18_446_744_073_709_551_615)
    }()

    static let metrics: RunMetrics = {
        var native = ToolMetrics(tool: "update_labels", driver: "native", deployment: "cloud")
        (native.passed, native.failed, native.errors, native.flaky, native.requests) = (199, 1, 3, 2, 600)
        (native.total, native.median, native.p95, native.longest) = (2_400, 12, 20, 31)
        let idle = ToolMetrics(tool: "create_page", driver: "el\"itea", deployment: "data-center")
        return RunMetrics(
            runs: 7, first: "2026-03-02T09:30:00Z", last: "2026-03-09T09:30:00Z", tools: [idle, native])
    }()

    static let trend = RunTrend(
        runs: [
            .init(
                number: 1, startedAt: "2026-03-02T09:30:00Z", passed: 10, failed: 0, skipped: 1, flaky: 0,
                elapsedMilliseconds: 900),
            .init(
                number: 2, startedAt: "2026-03-03T09:30:00Z", passed: 5, failed: 5, skipped: 0, flaky: 2,
                elapsedMilliseconds: 1_800),
            .init(number: 3, startedAt: nil, passed: 0, failed: 0, skipped: 11, flaky: 0, elapsedMilliseconds: 4),
        ],
        tools: [
            .init(tool: "create_page", driver: "native", successRates: [1, 0.25, nil], durations: [12, 9, nil]),
            .init(tool: "update_labels", driver: "elitea", successRates: [nil, 0, nil], durations: [nil, 450, nil]),
        ])
}
