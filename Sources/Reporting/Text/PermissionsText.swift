package import ConfluenceModel

/// A review of permissions for people: a table of needs for each tool, what is beyond them, and notes.
package enum PermissionsText {
    package static func render(_ report: PermissionsReport, terminal: Terminal) -> String {
        var block = TextBlock(terminal)
        block.paragraph(headline(report, terminal))
        for tool in report.tools {
            block.line()
            render(tool, report, &block)
        }
        if !report.surplus.isEmpty {
            block.line()
            block.line(terminal.styled("beyond need", .bold))
            for right in report.surplus {
                block.paragraph("\(right.name.printable): \(right.reason.printable)", lead: "  - ")
            }
        }
        if !report.notes.isEmpty { block.line() }
        for note in report.notes { block.paragraph(note.printable, lead: "note: ") }
        if report.requests > 0 {
            block.line()
            block.paragraph(ReadingEffort.words(report.requests), styles: .dim)
        }
        return block.text
    }

    private static func headline(_ report: PermissionsReport, _ terminal: Terminal) -> String {
        let account = report.account.map { "the account “\($0.printable)”" } ?? "the account"
        let site = report.deployment.kind == .unknown ? "" : " (\(report.deployment.kind.title))"
        switch report.verdict {
        case .enough:
            return terminal.styled("enough", .bold, .green) + ": \(account) has all that the tools need\(site)"
        case .missing:
            let names = report.tools.filter { $0.verdict == .missing }.map(\.tool).joined(separator: ", ")
            return terminal.styled("missing", .bold, .red) + ": \(account) lacks what these tools need: \(names)\(site)"
        case .undecided:
            return terminal.styled("undecided", .bold, .yellow)
                + ": not all that the tools need could be found out\(site)"
        case .notAsked:
            return terminal.styled("needs", .bold) + ": what the tools need; the site was not asked"
        }
    }

    private static func render(_ tool: ToolPermissions, _ report: PermissionsReport, _ block: inout TextBlock) {
        let terminal = block.terminal
        block.line(terminal.styled(tool.tool, .bold))
        if tool.needs.isEmpty {
            block.line("  nothing of Confluence")
            return
        }
        let rows = tool.needs.map { (title: title($0, report), need: $0) }
        let width = rows.map(\.title.count).max() ?? 0
        for row in rows {
            let padding = String(repeating: " ", count: width - row.title.count)
            block.line("  \(row.title)\(padding)  \(word(row.need.standing, terminal))")
            if !row.need.alternatives.isEmpty {
                let others = row.need.alternatives.joined(separator: " with ")
                block.line(terminal.styled("    or \(others)", .dim))
            }
        }
    }

    private static func title(_ need: ToolPermissions.Need, _ report: PermissionsReport) -> String {
        switch need.kind {
        case .product: need.name
        case .space: "space \(report.space?.printable ?? "(any)"): \(need.name)"
        case .page: "page \(report.page?.printable ?? "(any)"): \(need.name)"
        case .classicScope: "scope \(need.name) (classic, REST v1)"
        case .granularScope: "scope \(need.name) (granular, REST v2)"
        }
    }

    private static func word(_ standing: ToolPermissions.Standing, _ terminal: Terminal) -> String {
        switch standing {
        case .held: terminal.styled("yes", .green)
        case .missing: terminal.styled("NO", .bold, .red)
        case .unknown: terminal.styled("unknown", .yellow)
        case .notApplicable: terminal.styled("not for this credential", .dim)
        case .notAsked: terminal.styled("not asked", .dim)
        }
    }
}
