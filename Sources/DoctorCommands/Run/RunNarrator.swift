import ArgumentParser
import ConfluenceModel
import Foundation
import Reporting
import Scenarios

/// Tells of a run while it goes on: a line for each result, and on a terminal one that shows how far it has come.
struct RunNarrator {
    /// Which scenarios are shown in full.
    enum Details: String, ExpressibleByArgument, CaseIterable {
        case failed
        case all
        case none
    }

    let terminal: Terminal
    let details: Details
    /// Whether results are told at all; other forms than text have them at the end.
    let tellsResults: Bool
    /// The progress line goes to standard error, so that it never gets into what is piped on.
    private let showsProgress = Terminal.errorsAreSeen

    @Sendable
    func tell(_ progress: RunProgress) {
        if !progress.told.isEmpty, tellsResults {
            erase()
            for result in progress.told { Output.line(text(of: result)) }
        }
        guard showsProgress else { return }
        if progress.finished == progress.total {
            erase()
        } else {
            Output.progress("\r\u{1B}[2K" + line(progress))
        }
    }

    private func text(of result: ScenarioResult) -> String {
        let isFull =
            switch details {
            case .all: true
            case .failed: result.status == .failed
            case .none: false
            }
        return isFull
            ? ScenarioText.render(result, terminal: terminal) : ScenarioText.line(result, terminal: terminal)
    }

    /// `[12/48] 1 failed · A revoked token (Cloud), …`
    private func line(_ progress: RunProgress) -> String {
        let failed = progress.failed > 0 ? " \(progress.failed) failed" : ""
        let names = progress.underWay.joined(separator: ", ").printable
        let line = "[\(progress.finished)/\(progress.total)]\(failed) · \(names)"
        return line.count < terminal.width ? line : line.prefix(terminal.width - 2) + "…"
    }

    private func erase() {
        if showsProgress { Output.progress("\r\u{1B}[2K") }
    }
}

extension Terminal {
    /// Whether somebody sees standard error as it is written, and its lines can be written over.
    fileprivate static var errorsAreSeen: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb" && environment["CI", default: ""].isEmpty
    }
}
