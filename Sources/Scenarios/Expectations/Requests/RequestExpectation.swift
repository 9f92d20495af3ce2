import ConfluenceModel

/// What a step must have sent to a site, and what not.
package struct RequestExpectation: Sendable, Hashable {
    /// The name of the site; `nil` for the scenario's first.
    package var site: String?
    package var count: CountBounds?
    /// These and no others, in this order.
    package var are: [RequestPattern]?
    package var include: [RequestPattern] = []
    package var exclude: [RequestPattern] = []
    /// None but these, however often.
    package var only: [RequestPattern]?

    package init() {}

    func mismatches(of evidence: StepEvidence) -> [Mismatch] {
        let journal = site.map { name in evidence.journals.first { $0.site == name } } ?? evidence.journals.first
        guard let journal else {
            return [Mismatch("the scenario has no site “\(site ?? "")” that requests are sent to")]
        }
        return mismatches(of: journal.lines.map { SentRequest($0, contextPath: journal.contextPath) })
    }

    func mismatches(of sent: [SentRequest]) -> [Mismatch] {
        var problems: [Mismatch] = []
        if let count, !count.contains(sent.count) {
            problems.append(Mismatch("the step sent \(Self.words(sent.count)), expected \(count)\(Self.list(sent))"))
        }
        if let are, let difference = RequestOrder.difference(of: sent, from: are) {
            problems.append(
                Mismatch(
                    "the step sent other requests than expected (- expected, + sent):\n\(difference)",
                    comparison: StepComparison(
                        subject: "the requests", expected: are.map(\.description).joined(separator: "\n"),
                        found: sent.map(\.description).joined(separator: "\n"))))
        }
        problems += include.filter { pattern in !sent.contains(where: pattern.fits) }.map { pattern in
            Mismatch("the step should send \(pattern), and did not\(Self.list(sent))")
        }
        for pattern in exclude {
            guard let found = sent.first(where: pattern.fits) else { continue }
            problems.append(Mismatch("the step should not send \(pattern), and sent \(found)"))
        }
        if let only {
            let others = sent.filter { request in !only.contains { $0.fits(request) } }
            if !others.isEmpty {
                let wanted = only.map(\.description).joined(separator: ", ")
                problems.append(
                    Mismatch("the step should send nothing but \(wanted), and also sent\(Self.list(others, lead: ""))"))
            }
        }
        return problems
    }

    private static func words(_ count: Int) -> String { count == 1 ? "1 request" : "\(count) requests" }

    /// What was sent, a line for each; many are cut.
    private static func list(_ sent: [SentRequest], lead: String = "; it sent") -> String {
        guard !sent.isEmpty else { return "; it sent nothing" }
        let rest = sent.count > 12 ? ["and \(sent.count - 12) more"] : []
        return "\(lead):\n" + (sent.prefix(12).map(\.description) + rest).map { "  \($0)" }.joined(separator: "\n")
    }
}

/// The order in which requests were sent against the order that was expected.
enum RequestOrder {
    /// A longer list of requests is not laid beside another.
    private static let most = 300

    /// Both lists as one, `-` before what was not sent and `+` before what nobody expected; `nil` where they agree.
    static func difference(of sent: [SentRequest], from expected: [RequestPattern]) -> String? {
        if sent.count == expected.count, zip(expected, sent).allSatisfy({ $0.fits($1) }) { return nil }
        let sent = Array(sent.prefix(most))
        let expected = Array(expected.prefix(most))
        // The longest run of expected requests that were sent in this order, counted from each pair of places on.
        let row = Array(repeating: 0, count: sent.count + 1)
        var lengths = Array(repeating: row, count: expected.count + 1)
        for wanted in expected.indices.reversed() {
            for place in sent.indices.reversed() {
                lengths[wanted][place] =
                    expected[wanted].fits(sent[place])
                    ? lengths[wanted + 1][place + 1] + 1 : max(lengths[wanted + 1][place], lengths[wanted][place + 1])
            }
        }
        var lines: [String] = []
        var (wanted, place) = (0, 0)
        while wanted < expected.count || place < sent.count {
            if wanted < expected.count, place < sent.count, expected[wanted].fits(sent[place]) {
                lines.append("  \(sent[place])")
                (wanted, place) = (wanted + 1, place + 1)
            } else if wanted < expected.count,
                place == sent.count || lengths[wanted + 1][place] >= lengths[wanted][place + 1]
            {
                lines.append("- \(expected[wanted])")
                wanted += 1
            } else {
                lines.append("+ \(sent[place])")
                place += 1
            }
        }
        return lines.joined(separator: "\n")
    }
}
