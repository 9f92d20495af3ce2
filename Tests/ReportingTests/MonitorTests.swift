import ConfluenceModel
import ConfluenceWire
import Reporting
import Testing

@Suite("What a monitor tells")
struct MonitorFormTests {
    private static let report: MonitorReport = {
        var tool = MonitoredTool(name: "read_page_by_id", check: "read_page_by_id page_id=1")
        tool.successes = 3
        tool.failures = 1
        tool.breakages = 1
        tool.isUp = true
        for value in [0.1, 0.2, 0.3, 0.4] { tool.durations.add(seconds: value) }
        var report = MonitorReport(
            toolkit: "a \"b\"\n\\c", tools: [tool, MonitoredTool(name: "index_data", check: nil)])
        report.rounds = 4
        report.skippedRounds = 1
        report.requests = 9
        report.causes = [.tokenRevoked: 1]
        return report
    }()

    @Test(
        "each line keeps to the schema",
        arguments: [
            MonitorEvent.round(number: 1, working: 2, failing: 0), .askedToWait(seconds: 5),
            .loginRefused(seconds: 7_200, failedLogins: 3), .recovered(tools: ["a"]),
            .broke(tools: ["a"], error: "e", diagnosis: Samples.problem),
            .broke(tools: ["a"], error: "e", diagnosis: nil),
        ])
    func events(event: MonitorEvent) throws {
        let schema = try Schema.named("monitor")
        #expect(try Schema.violations(MonitorJSON.value(event), schema, in: schema) == [])
    }

    @Test("the summary keeps to the schema")
    func summary() throws {
        let schema = try Schema.named("monitor")
        #expect(try Schema.violations(MonitorJSON.summary(Self.report), schema, in: schema) == [])
        #expect(MonitorJSON.summary(Self.report)["tools"]?[0]?["p50"] == .number(0.2))
        #expect(MonitorJSON.summary(Self.report)["tools"]?[0]?["successRate"] == .number(0.75))
    }

    @Test("is a table for people")
    func text() {
        #expect(
            MonitorText.summary(Self.report, terminal: Terminal()) == """
                tool              checks  success   errors      p50      p95
                read_page_by_id        4   75.0 %   25.0 %   200 ms   400 ms
                index_data             –  not checked: no call of it only reads

                4 rounds, 1 left out, 9 requests, all of them reading
                cause found: credential.token-revoked

                """)
    }

    @Test("is a page of Prometheus, with its labels escaped")
    func metrics() {
        let page = MonitorMetrics.render(Self.report)
        let label = #"toolkit="a \"b\"\n\\c""#
        #expect(page.contains("# TYPE confluence_doctor_checks_total counter\n"))
        #expect(
            page.contains("confluence_doctor_checks_total{\(label),tool=\"read_page_by_id\",outcome=\"failure\"} 1\n"))
        #expect(
            page.contains(
                "confluence_doctor_check_duration_seconds{\(label),tool=\"read_page_by_id\",quantile=\"0.95\"} 0.4\n"))
        #expect(page.contains("confluence_doctor_check_duration_seconds_count{\(label),tool=\"read_page_by_id\"} 4\n"))
        #expect(page.contains("confluence_doctor_tool_up{\(label),tool=\"read_page_by_id\"} 1\n"))
        #expect(page.contains("confluence_doctor_diagnoses_total{\(label),cause=\"credential.token-revoked\"} 1\n"))
        #expect(!page.contains("index_data"))
        for line in page.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(line.firstMatch(of: /^[a-z_]+\{([a-z]+="([^"\\]|\\.)*",?)+\} [0-9.e+-]+$/) != nil, "\(line)")
        }
    }
}
