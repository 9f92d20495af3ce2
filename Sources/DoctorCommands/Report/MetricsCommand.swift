import ArgumentParser
import ConfluenceWire
import Reporting
import RunHistory

/// `metrics`: success rate, error rate and time of each tool over the runs of a history.
struct MetricsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Sum up each tool's success rate, errors and times over the runs of a history.",
        discussion: "Exit codes: 0 summed up, 2 no history of runs."
    ).showing(
        "metrics --history runs.sqlite --last 20"
    )

    @OptionGroup var source: HistorySource

    @Option(name: .long, help: "text, json, markdown or prometheus.")
    var format: MetricsFormat = .text

    func run() async throws {
        let metrics = try await source.history().metrics(last: source.last)
        switch format {
        case .text: Output.line(RunMetricsText.render(metrics, terminal: .current))
        case .json: Output.line(RunMetricsJSON.value(metrics).prettyText)
        case .markdown: Output.line(RunMetricsMarkdown.render(metrics))
        case .prometheus: Output.line(RunMetricsPage.render(metrics))
        }
    }
}

/// The forms of metrics.
enum MetricsFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
    case prometheus
}
