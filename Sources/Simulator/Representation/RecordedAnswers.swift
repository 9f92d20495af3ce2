import ConfluenceModel
import ConfluenceWire

/// The answers of a site that were seen to differ from the simulator's own, by which it is corrected.
struct RecordedAnswers: Sendable {
    private let rules: [Rule]

    private struct Rule: Sendable {
        var rule: AnswerRule
        var segments: [Substring]
        var showing: [String: Set<Substring>]?
    }

    init(_ rules: [AnswerRule], on deployment: DeploymentKind) {
        self.rules = rules.filter { $0.deployment == deployment }.map { rule in
            Rule(
                rule: rule, segments: rule.path.split(separator: "/"),
                showing: rule.showing.map { Self.shown(QueryItem.parse($0)) })
        }
    }

    /// The answer as the site was seen to give it; one that no rule fits stays as it is.
    ///
    /// - Parameter values: What a wording may name.
    func corrected(_ response: Response, _ progress: Progress) -> Response {
        guard !rules.isEmpty else { return response }
        let path = progress.request.url.path.dropFirst(progress.base.context.count)
        let parts = path.split(separator: "/")
        let method = progress.request.method == .head ? "GET" : progress.request.method.rawValue
        return rules.reduce(response) { corrected, rule in
            let isMeant =
                rule.rule.answered == response.status && rule.rule.method == method
                && (rule.rule.refusal.map { $0 == progress.row } ?? true) && fits(rule.segments, parts, progress.route)
                && (rule.showing.map { $0 == Self.shown(progress.request.url.queryItems) } ?? true)
            guard isMeant else { return corrected }
            return AnswerCorrection(rule.rule.change, values: progress.values).applied(to: corrected)
        }
    }

    /// Whether a path is one of a rule's: a place of the rule stands for no word of the API.
    private func fits(_ segments: [Substring], _ parts: [Substring], _ route: Route?) -> Bool {
        guard segments.count == parts.count else { return false }
        let known = route?.template.text.split(separator: "/") ?? []
        return segments.indices.allSatisfy { index in
            guard segments[index].hasPrefix("{") else { return segments[index] == parts[index] }
            return !known.indices.contains(index) || known[index].hasPrefix("{")
        }
    }

    /// The items of a query that choose what an answer shows.
    private static func shown(_ items: [QueryItem]) -> [String: Set<Substring>] {
        items.reduce(into: [:]) { shown, item in
            let isChoice =
                ["expand", "body-format", "description-format"].contains(item.name) || item.name.hasPrefix("include-")
            let values = item.value.split(separator: ",")
            if isChoice, !values.isEmpty { shown[item.name, default: []].formUnion(values) }
        }
    }
}
