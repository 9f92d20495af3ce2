import ArgumentParser
import Reporting
import RunHistory

/// `report trends`: how the runs of a history fared one after the other.
struct TrendsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trends",
        abstract: "Plot success rates and times over the runs of a history.",
        discussion: "Exit codes: 0 plotted, 2 no history of runs."
    ).showing(
        "report trends --history runs.sqlite",
        "report trends --history runs.sqlite --last 20 --format svg"
    )

    @OptionGroup var source: HistorySource

    @Option(name: .long, help: "text, svg or html.")
    var format: TrendFormat = .text

    func run() async throws {
        let trend = try await source.history().trend(last: source.last)
        switch format {
        case .text: Output.line(RunTrendText.render(trend, terminal: .current))
        case .svg: Output.line(TrendPlot.document(trend))
        case .html: Output.line(TrendHTML.render(trend))
        }
    }
}

/// The forms of a trend.
enum TrendFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case svg
    case html
}
