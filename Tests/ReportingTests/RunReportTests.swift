import ConfluenceModel
import ConfluenceWire
import Testing

@testable import Reporting

@Suite("A run of scenarios in every form")
struct RunReportTests {
    private static let forms: [(name: String, render: @Sendable (ScenarioRunReport) -> String)] = [
        ("run.txt", { RunText.render($0, terminal: Terminal(width: 100)) }),
        ("run.json", { ScenarioJSON.render($0) + "\n" }),
        ("run.junit.xml", { JUnitXML.render($0) }),
        ("run.tap", { TAPReport.render($0) }),
        ("run.html", { RunHTML.render($0) }),
        ("run.md", { RunMarkdown.render($0) }),
        ("run.github", { GitHubAnnotations.render($0) }),
    ]

    @Test("is set as it was found good", arguments: forms.map(\.name))
    func golden(name: String) throws {
        let form = try #require(Self.forms.first { $0.name == name })
        try Golden.expect(form.render(Samples.matrixRun), is: name)
    }

    @Test("is a report without scenarios, too", arguments: forms.map(\.name))
    func empty(name: String) throws {
        let form = try #require(Self.forms.first { $0.name == name })
        #expect(form.render(ScenarioRunReport(scenarios: [], elapsedMilliseconds: 0)).contains("0"))
    }

    @Test("metrics and trends", arguments: [80])
    func overTime(columns: Int) throws {
        let terminal = Terminal(width: columns)
        try Golden.expect(RunMetricsText.render(Samples.metrics, terminal: terminal), is: "metrics.txt")
        try Golden.expect(RunMetricsMarkdown.render(Samples.metrics), is: "metrics.md")
        try Golden.expect(RunMetricsPage.render(Samples.metrics), is: "metrics.prometheus")
        try Golden.expect(RunTrendText.render(Samples.trend, terminal: terminal), is: "trend.txt")
        try Golden.expect(TrendPlot.document(Samples.trend), is: "trend.svg")
        try Golden.expect(TrendHTML.render(Samples.trend), is: "trend.html")
    }

    @Test("colour changes nothing but colour")
    func colour() {
        for report in [Samples.run, Samples.matrixRun] {
            let plain = RunText.render(report, terminal: Terminal(width: 100))
            let coloured = RunText.render(report, terminal: Terminal(width: 100, usesColor: true))
            #expect(!plain.contains("\u{1B}"))
            #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
        }
    }

    @Test("a hostile name is nothing but text", arguments: forms.map(\.name))
    func hostile(name: String) throws {
        var run = Samples.matrixRun
        run.scenarios[0].name = "x\n::error::y # SKIP <script>alert(1)</script> \u{1B}[31m @somebody"
        run.scenarios[0].status = .failed
        run.scenarios[0].steps[0].problems = ["\r\n::set-output name=a::b <img src=x> </details> ```"]
        let form = try #require(Self.forms.first { $0.name == name })
        let text = form.render(run)
        #expect(!text.contains("\u{1B}"))
        // Those that are written into logs, where such a line would be a command.
        if ["run.txt", "run.md", "run.github", "run.tap"].contains(name) {
            #expect(!text.contains("\n::error::y") && !text.contains("\n::set-output"))
        }
        if name.hasSuffix("html") { #expect(!text.contains("<script") && !text.contains("<img")) }
        if name.hasSuffix("md") { #expect(!text.contains("## @somebody")) }
    }

    @Test("the page needs nothing beside itself, and balances its elements")
    func page() throws {
        for page in [RunHTML.render(Samples.matrixRun), TrendHTML.render(Samples.trend)] {
            for word in ["<script", "<img", "<link", "src=", "href=", "url(", "@import"] {
                #expect(!page.contains(word), "\(word)")
            }
            #expect(page.contains("default-src 'none'") && page.contains("prefers-color-scheme: dark"))
            for name in [
                "main", "details", "summary", "table", "tbody", "tr", "td", "th", "ul", "ol", "li", "p", "pre", "svg",
            ] {
                let opened = page.matches(of: try Regex("<\(name)[ >]")).count
                #expect(
                    opened == page.split(separator: "</\(name)>", omittingEmptySubsequences: false).count - 1, "\(name)"
                )
            }
        }
    }

    @Test("a summary that is too long for a comment says that it was cut")
    func cut() {
        var run = Samples.matrixRun
        run.scenarios[5].steps[0].answer = String(repeating: "long ", count: 200)
        run.scenarios[5].steps[0].problems = (0..<30).map { "problem \($0) " + String(repeating: "x", count: 580) }
        run.scenarios = Array(repeating: run.scenarios[5], count: 25)
        let text = RunMarkdown.render(run)
        #expect(text.utf16.count < 65_000)
        #expect(text.contains("the rest does not fit into a comment"))
        #expect(
            text.split(separator: "<details>").count == text.split(separator: "</details>").count)
    }
}

@Suite("What stands in the tables of a run")
struct ToolMatrixTests {
    @Test("steps are counted by tool, driver and deployment")
    func matrix() {
        let matrix = ToolMatrix(Samples.matrixRun)
        #expect(
            matrix.columns.map { "\($0.driver) \($0.deployment.rawValue)" } == [
                "native cloud", "native data-center", "elitea cloud", "elitea data-center",
            ])
        #expect(matrix.rows.map(\.tool) == ["update_labels", "update_page_by_id"])
        #expect(matrix.rows.map { $0.cells.map(\.text) } == [["2", "1", "1", "1~"], ["1", "–", "0/1", "–"]])
    }

    @Test("differences are those that scenarios explain, and those that nobody does")
    func differences() {
        let differences = DriverDifferences(Samples.matrixRun)
        #expect(differences.explained.map(\.because) == ["elitea-sdk | says each label on a line"])
        #expect(differences.unexplained.map(\.scenario) == ["A defect", "Updating a page"])
        #expect(differences.unexplained.map(\.failed) == [["elitea"], ["elitea"]])
    }

    @Test("a diff keeps two lines around each difference")
    func diff() {
        let lines = LineDiff.lines(
            expected: (1...9).map(String.init).joined(separator: "\n"),
            found: (1...9).map { $0 == 5 ? "five" : "\($0)" }.joined(separator: "\n"))
        #expect(
            lines.map(\.text) == [
                "  … 2 lines alike", "  3", "  4", "- 5", "+ five", "  6", "  7", "  … 2 lines alike",
            ])
        #expect(LineDiff.lines(expected: "a", found: "").map(\.text) == ["- a", "+ "])
        #expect(LineDiff.lines(expected: "a\nb", found: "a\nb").map(\.text) == ["  … 2 lines alike"])
    }
}
