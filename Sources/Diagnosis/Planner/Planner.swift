import ConfluenceModel
import Foundation

/// Chooses the next question: the one that tells most about the causes still standing for its price.
enum Planner {
    /// Below this many bits a question is not worth its price, unless health can't be stated without it.
    private static let leastInformation = 0.02

    static func next(_ chart: Chart, _ wire: Wire) -> Inquiry? {
        let inquiries = safest(chart.openInquiries.filter { isAllowed($0, chart, wire) }, chart)
        if let confirming = inquiries.first(where: { confirmsPrimeSuspect($0, chart) }) { return confirming }
        let rated = inquiries.map { inquiry in
            (inquiry, information(of: inquiry, chart), price(of: inquiry, chart))
        }
        let best = rated.filter { $0.1 >= leastInformation }.max { $0.1 / $0.2 < $1.1 / $1.2 }
        return best?.0 ?? inquiries.first { $0.repair == nil && $0.question.isNeededForHealth }
    }

    /// Whether an inquiry tries the repair of a cause that is more likely than all the rest together.
    private static func confirmsPrimeSuspect(_ inquiry: Inquiry, _ chart: Chart) -> Bool {
        guard let kind = inquiry.repair?.kind else { return false }
        return chart.causes.contains { cause in
            cause.proofs.contains(.repair(kind)) && chart.belief.share(of: cause.id) > 0.5
        }
    }

    /// Of the logins that may fail, only the one least likely to: a failed one forbids the others.
    private static func safest(_ inquiries: [Inquiry], _ chart: Chart) -> [Inquiry] {
        let logins = inquiries.filter(chart.mayFailLogin)
        guard let safest = logins.min(by: { refusal(of: $0, chart) < refusal(of: $1, chart) }) else { return inquiries }
        return inquiries.filter { $0 == safest || !chart.mayFailLogin($0) }
    }

    private static func refusal(of inquiry: Inquiry, _ chart: Chart) -> Double {
        let forecast = chart.belief.forecast(inquiry, chart.circumstances)
        if let kind = inquiry.repair?.kind { return forecast[.failed(kind)] ?? 0 }
        let refusals: [Observation] = [
            .loginRefused, .loginNotPermitted, .loginAnonymous, .loginVisitor, .loginUnreadable,
        ]
        return refusals.reduce(0) { $0 + (forecast[$1] ?? 0) }
    }

    /// How much the answer is expected to narrow the causes down, in bits.
    static func information(of inquiry: Inquiry, _ chart: Chart) -> Double {
        let weighted = chart.belief.weighted(inquiry, chart.circumstances)
        let before = entropy(weighted.map { $0.share })
        var after = 0.0
        for index in inquiry.outcomes.indices {
            let joint = weighted.map { $0.share * $0.likelihoods[index] }
            let probability = joint.reduce(0, +)
            guard probability > 0 else { continue }
            after += probability * entropy(joint.map { $0 / probability })
        }
        return before - after
    }

    /// How much it tells, in bits, whether a cause that hinders nothing else is there.
    static func information(about aside: Cause) -> Double {
        let share = aside.weight / (aside.weight + Belief.weightOfHealth)
        return entropy([share, 1 - share])
    }

    /// In requests: what is sent, a little for showing a secret, much for a login that is likely to fail.
    private static func price(of inquiry: Inquiry, _ chart: Chart) -> Double {
        var price = inquiry.question.requests
        if inquiry.question.carriesSecret { price += 0.3 }
        if chart.mayFailLogin(inquiry) { price += 3 * refusal(of: inquiry, chart) }
        return price
    }

    private static func isAllowed(_ inquiry: Inquiry, _ chart: Chart, _ wire: Wire) -> Bool {
        guard wire.remaining > 0 else { return false }
        return !chart.mayFailLogin(inquiry) || chart.isKnown(inquiry, wire) || wire.mayFailLogin
    }

    private static func entropy(_ shares: some Sequence<Double>) -> Double {
        shares.reduce(0) { $1 > 0 ? $0 - $1 * log2($1) : $0 }
    }
}

extension Question {
    /// Whether “healthy” means that this was asked and answered as usual, where it applies.
    var isNeededForHealth: Bool {
        switch self {
        case .site, .login, .space, .writing, .page, .search: true
        case .otherPaths, .visibleSpaces, .door: false
        }
    }
}
