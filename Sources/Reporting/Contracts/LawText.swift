package import ConfluenceModel

/// A check of laws for people: what does not agree with its exchanges side by side, and a table of the sites.
package enum LawText {
    private static let bodyLimit = 200
    private static let shown = 6

    package static func render(_ report: LawReport, terminal: Terminal = Terminal()) -> String {
        var block = TextBlock(terminal)
        for judged in report.laws where judged.verdict != .agree && judged.verdict != .notJudged {
            tell(judged, &block)
        }
        notJudged(report, &block)
        summary(report, &block)
        return block.text
    }

    /// The last lines alone.
    package static func summary(_ report: LawReport, terminal: Terminal = Terminal()) -> String {
        var block = TextBlock(terminal)
        summary(report, &block)
        return block.text
    }

    private static func tell(_ judged: JudgedLaw, _ block: inout TextBlock) {
        let color: Terminal.Style = judged.verdict.calls ? .red : .yellow
        let known = judged.isKnown ? " (known)" : ""
        let site = judged.site.map { "\($0): " } ?? ""
        block.headline(judged.verdict.title + known, color, "\(site)\(judged.law.title)")
        block.paragraph(judged.law.says.printable, lead: "  ")
        if let reason = judged.reason { block.paragraph(reason.printable, lead: "  found: ") }
        block.paragraph(
            "\(judged.law.source.printable) (\(judged.law.confidence.rawValue))", lead: "  source: ", styles: .dim)
        let rests = (judged.law.tools + judged.law.causes).joined(separator: ", ")
        if !rests.isEmpty { block.paragraph(rests, lead: "  rests on it: ", styles: .dim) }
        let exchanges = judged.exchanges
        for pair in exchanges.suffix(shown) { tell(pair, judged, &block) }
        block.line()
    }

    private static func tell(
        _ pair: (simulator: StepExchange?, live: StepExchange?), _ judged: JudgedLaw, _ block: inout TextBlock
    ) {
        guard let one = pair.live ?? pair.simulator else { return }
        block.paragraph("\(one.method) \(one.target)".printable, lead: "    ")
        if let body = one.requestBody, !body.isEmpty {
            block.paragraph(String(body.prefix(bodyLimit)).printable, lead: "      > ")
        }
        let live = judged.site ?? ""
        let width = max(CheckedSite.simulator.count, live.count)
        for (name, exchange) in [(CheckedSite.simulator, pair.simulator), (live, pair.live)] where !name.isEmpty {
            let pad = String(repeating: " ", count: width - name.count)
            block.paragraph(
                exchange?.answer(bodyLimit).printable ?? "was not asked this", lead: "      \(name)\(pad)  ")
        }
    }

    /// One line for each reason, as an outage stops many laws for one.
    private static func notJudged(_ report: LawReport, _ block: inout TextBlock) {
        let silent = report.laws.filter { $0.verdict == .notJudged }
        var reasons: [String] = []
        for judged in silent {
            let reason = "\(judged.site.map { "\($0): " } ?? "")\(judged.reason ?? "no reason is known")"
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        for reason in reasons.prefix(20) { block.headline(Verdict.notJudged.title, .yellow, reason.printable) }
        if reasons.count > 20 { block.line("… and for \(reasons.count - 20) more reasons") }
        if !reasons.isEmpty { block.line() }
    }

    private static func summary(_ report: LawReport, _ block: inout TextBlock) {
        for line in LawTable.rows(report).aligned { block.line(line) }
        for site in report.sites {
            if let trouble = site.trouble { block.headline("out of order", .red, "\(site.name): \(trouble)".printable) }
        }
        if report.leftOut > 0 {
            block.paragraph(
                report.leftOut == 1
                    ? "1 law that writes was not tried; --allow-writes tries it where the profile allows writes"
                    : "\(report.leftOut) laws that write were not tried; --allow-writes tries them where the profile allows writes"
            )
        }
        let news = report.news.count
        let seconds = Double(report.elapsedMilliseconds / 100) / 10
        block.line(news == 0 ? "nothing new, in \(seconds) s" : "\(news) new, in \(seconds) s")
    }
}

extension StepExchange {
    /// The address without its scheme and host.
    var target: String {
        let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return parts.count == 4 ? "/\(parts[3])" : address
    }

    /// The status with the beginning of the body.
    func answer(_ limit: Int) -> String {
        guard let status else { return decisions.first ?? "no answer" }
        let body = responseBody ?? ""
        return "\(status) \(body.prefix(limit))\(body.count > limit ? "…" : "")"
    }
}

extension [[String]] {
    /// Each row as a line, its cells in columns.
    fileprivate var aligned: [String] {
        let count = map(\.count).max() ?? 0
        let widths = (0..<count).map { column in map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0 }
        return map { row in
            zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }
                .joined(separator: "  ").trimmingSuffix
        }
    }
}

extension String {
    fileprivate var trimmingSuffix: String { String(reversed().drop { $0 == " " }.reversed()) }
}
