package import ConfluenceModel

/// A run for people: what stands under its scenarios.
package enum RunText {
    /// The whole run, each scenario in full.
    package static func render(_ report: ScenarioRunReport, terminal: Terminal) -> String {
        report.scenarios.map { ScenarioText.render($0, terminal: terminal) }.joined(separator: "\n")
            + (report.scenarios.isEmpty ? "" : "\n") + summary(report, terminal: terminal)
    }

    /// The table of tools, the differences between drivers, what is flaky or a known defect, what failed, and the sum.
    package static func summary(_ report: ScenarioRunReport, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        table(ToolMatrix(report), &block)
        table(SiteMatrix(report), &block)
        differences(DriverDifferences(report), &block)
        flaky(report, &block)
        defects(report, &block)
        let failed = report.scenarios.filter { $0.status == .failed }
        list(
            "Failed:",
            failed.map {
                "\($0.title) (\($0.driver)\($0.site.map { " on \($0)" } ?? "")) \($0.place.file):\($0.place.line)"
            }, &block)
        let sum = report.count(.failed) > 0 ? terminal.styled(report.sum, .bold, .red) : report.sum
        let ended = report.wasInterrupted ? terminal.styled("ended early: ", .yellow) : ""
        let shard = report.shard.map { " (shard \($0))" } ?? ""
        let seed = report.seed.map { " (shuffled with \($0))" } ?? ""
        block.line("\(ended)\(sum) in \(Figures.seconds(report.elapsedMilliseconds))\(shard)\(seed)")
        return block.text
    }

    private static func table(_ matrix: ToolMatrix, _ block: inout TextBlock) {
        guard matrix.isWorthShowing else { return }
        let nameWidth = max(4, matrix.rows.map { DisplayWidth.of($0.tool) }.max() ?? 0)
        let widths = matrix.columns.enumerated().map { index, column in
            let cells = matrix.rows.map { $0.cells[index].text.count }
            return ([column.driver.count, column.deployment.shortTitle.count] + cells).max() ?? 0
        }
        func row(_ name: String, _ cells: [String]) -> String {
            let padded = zip(cells, widths).map { String(repeating: " ", count: $1 - $0.count + 2) + $0 }
            return name + String(repeating: " ", count: nameWidth - DisplayWidth.of(name)) + padded.joined()
        }
        block.line(block.terminal.styled(row("tool", matrix.columns.map(\.driver)), .bold))
        block.line(block.terminal.styled(row("", matrix.columns.map(\.deployment.shortTitle)), .bold))
        for tool in matrix.rows {
            let line = row(tool.tool, tool.cells.map(\.text))
            block.line(tool.cells.contains { $0.failed > 0 } ? block.terminal.styled(line, .red) : line)
        }
        block.line()
    }

    private static func table(_ matrix: SiteMatrix, _ block: inout TextBlock) {
        guard matrix.isWorthShowing else { return }
        let nameWidth = max(8, matrix.rows.map { DisplayWidth.of($0.scenario.printable) }.max() ?? 0)
        func row(_ name: String, _ cells: [String]) -> String {
            let padded = zip(cells, matrix.sites).map { cell, site in
                String(repeating: " ", count: max(DisplayWidth.of(site), 7) - DisplayWidth.of(cell) + 2) + cell
            }
            return name + String(repeating: " ", count: nameWidth - DisplayWidth.of(name)) + padded.joined()
        }
        block.line(block.terminal.styled(row("scenario", matrix.sites), .bold))
        for scenario in matrix.rows {
            let line = row(scenario.scenario.printable, scenario.cells.map { $0?.rawValue ?? "–" })
            block.line(scenario.cells.contains(.failed) ? block.terminal.styled(line, .red) : line)
        }
        block.line()
    }

    private static func differences(_ differences: DriverDifferences, _ block: inout TextBlock) {
        list(
            "Differences between drivers, explained:",
            differences.explained.map { difference in
                let times = difference.scenarios.count > 1 ? " (\(difference.scenarios.count) scenarios)" : ""
                return "\(difference.tool), \(difference.driver): \(difference.because)\(times)"
            }, &block)
        list(
            "Differences that nobody has explained:",
            differences.unexplained.map { difference in
                "\(difference.scenario): passed with \(difference.passed.joined(separator: ", ")), "
                    + "failed with \(difference.failed.joined(separator: ", "))"
            }, &block)
    }

    private static func flaky(_ report: ScenarioRunReport, _ block: inout TextBlock) {
        var lines: [String] = []
        for result in report.scenarios where result.isFlaky {
            let steps = result.steps.filter(\.isFlaky).map { "\($0.title) passed at try \($0.tries)" }
            let words =
                steps.isEmpty ? "\(result.status.rawValue), other repetitions differ" : steps.joined(separator: "; ")
            lines.append("\(result.title) (\(result.driver)): \(words)")
        }
        list("Flaky:", lines, &block)
    }

    private static func defects(_ report: ScenarioRunReport, _ block: inout TextBlock) {
        let lines = report.defects.map { met in
            let product = met.result.product?.title ?? met.result.driver
            return met.standing == .reproduced
                ? "still there in \(product): \(met.defect.title) [\(met.defect.id)]"
                : "perhaps mended in \(product): \(met.defect.title) [\(met.defect.id)]"
        }
        list("Known defects:", lines, &block)
    }

    private static func list(_ heading: String, _ lines: [String], _ block: inout TextBlock) {
        guard !lines.isEmpty else { return }
        block.line(block.terminal.styled(heading, .bold))
        for line in lines { block.paragraph(line.printable, lead: "  - ") }
        block.line()
    }
}
