package import ConfluenceModel

/// How likely each cause is after what was seen; `nil` stands for “nothing is wrong”.
package struct Belief: Sendable {
    package private(set) var shares: [CauseID?: Double]
    private let causes: [Cause]

    /// Where the signs of the causes are read: they differ between deployments and ways of logging in.
    package struct Circumstances: Sendable, Hashable {
        package var deployment: DeploymentKind
        package var scheme: Authentication.Scheme

        package init(deployment: DeploymentKind, scheme: Authentication.Scheme) {
            self.deployment = deployment
            self.scheme = scheme
        }
    }

    /// How much weight “nothing is wrong” has at the start, on the scale of ``Cause/weight``.
    static let weightOfHealth = 6.0
    /// What remains for answers that a cause does not lead one to expect.
    private static let surprise = 0.03

    package init(in causes: [Cause]) {
        self.causes = causes
        shares = [nil: Self.weightOfHealth]
        for cause in causes { shares[cause.id] = cause.weight }
        normalize()
    }

    package func share(of id: CauseID?) -> Double { shares[id] ?? 0 }

    /// Takes in what the configuration shows: a factor for each cause that has the sign.
    package mutating func take(_ hint: Observation, _ circumstances: Circumstances) {
        for cause in causes {
            for sign in cause.signs where sign.observation == hint && sign.applies(circumstances) {
                shares[cause.id, default: 0] *= sign.weight
            }
        }
        normalize()
    }

    /// Takes in the answer to an inquiry, by Bayes' rule.
    package mutating func take(_ answer: Observation, to inquiry: Inquiry, _ circumstances: Circumstances) {
        shares[nil, default: 0] *= Self.usualLikelihood(of: answer, to: inquiry)
        for cause in causes {
            shares[cause.id, default: 0] *= Self.likelihood(of: answer, to: inquiry, given: cause, circumstances)
        }
        normalize()
    }

    /// How likely each answer to an inquiry is, all causes taken together.
    package func forecast(_ inquiry: Inquiry, _ circumstances: Circumstances) -> [Observation: Double] {
        let outcomes = inquiry.outcomes
        var forecast: [Observation: Double] = [:]
        for (share, likelihoods) in weighted(inquiry, circumstances) {
            for (answer, likelihood) in zip(outcomes, likelihoods) {
                forecast[answer, default: 0] += share * likelihood
            }
        }
        return forecast
    }

    /// What still stands, each with its share and with how likely it brings each of the answers, in their order.
    package func weighted(
        _ inquiry: Inquiry, _ circumstances: Circumstances
    ) -> [(share: Double, likelihoods: [Double])] {
        let outcomes = inquiry.outcomes
        let usual = outcomes.map { Self.usualLikelihood(of: $0, to: inquiry) }
        var weighted = [(share: share(of: nil), likelihoods: usual)]
        for cause in causes {
            weighted.append(
                (share(of: cause.id), Self.likelihoods(of: outcomes, given: cause, circumstances) ?? usual))
        }
        return weighted
    }

    /// How likely a cause brings each answer; `nil` where none of its signs bears on the question.
    private static func likelihoods(
        of outcomes: [Observation], given cause: Cause, _ circumstances: Circumstances
    ) -> [Double]? {
        var listed = [Double?](repeating: nil, count: outcomes.count)
        for sign in cause.signs where sign.applies(circumstances) {
            guard let index = outcomes.firstIndex(of: sign.observation) else { continue }
            listed[index] = max(listed[index] ?? 0, sign.weight)
        }
        let known = listed.compactMap(\.self)
        guard !known.isEmpty else { return nil }
        let sum = known.reduce(0, +)
        let rest = known.count == outcomes.count ? 0 : max(surprise, 1 - sum)
        let share = rest / (sum + rest) / Double(max(1, outcomes.count - known.count))
        return listed.map { $0.map { $0 / (sum + rest) } ?? share }
    }

    /// How likely a cause brings an answer, from the signs that the catalogue gives it.
    package static func likelihood(
        of answer: Observation,
        to inquiry: Inquiry,
        given cause: Cause,
        _ circumstances: Circumstances
    ) -> Double {
        var listed: [Observation: Double] = [:]
        for sign in cause.signs where inquiry.outcomes.contains(sign.observation) && sign.applies(circumstances) {
            listed[sign.observation] = max(listed[sign.observation] ?? 0, sign.weight)
        }
        guard !listed.isEmpty else { return usualLikelihood(of: answer, to: inquiry) }
        let isWhole = listed.count == inquiry.outcomes.count
        let rest = isWhole ? 0 : max(surprise, 1 - listed.values.reduce(0, +))
        let total = listed.values.reduce(0, +) + rest
        if let weight = listed[answer] { return weight / total }
        return rest / total / Double(max(1, inquiry.outcomes.count - listed.count))
    }

    /// How likely an answer is where nothing bears on the question.
    package static func usualLikelihood(of answer: Observation, to inquiry: Inquiry) -> Double {
        answer == inquiry.usual ? 1 - surprise : surprise / Double(max(1, inquiry.outcomes.count - 1))
    }

    private mutating func normalize() {
        let total = shares.values.reduce(0, +)
        guard total > 0 else { return }
        shares = shares.mapValues { $0 / total }
    }
}

extension Sign {
    package func applies(_ circumstances: Belief.Circumstances) -> Bool {
        applies(on: circumstances.deployment, scheme: circumstances.scheme)
    }
}
