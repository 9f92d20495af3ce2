import Foundation

/// Learns by how much each trait speaks for a failure being told, of whatever cause, rather than for calm.
///
/// A logistic regression by stochastic steps: few rounds, in one order, with steps that grow smaller, so that what is learnt is
/// always the same.
struct TroubleLearner {
    struct Text {
        /// The numbers of its traits, and how much of each it has; of length one.
        var traits: [(trait: Int, part: Double)]
        var tellsOfFailure: Bool
    }

    private static let rounds = 5
    private static let step = 1.0

    private(set) var weights: [Double]

    init(_ texts: [Text], traits: Int) {
        weights = [Double](repeating: 0, count: traits)
        let calm = texts.count { !$0.tellsOfFailure }
        guard calm > 0, calm < texts.count else { return }
        // There are fewer calm texts than others, so each counts for more.
        let weightOfCalm = (Double(texts.count - calm) / Double(calm)).squareRoot()
        let stride = Self.stride(texts.count)
        for round in 0..<Self.rounds {
            let step = Self.step * (1 - Double(round) / Double(Self.rounds))
            for number in texts.indices {
                let text = texts[number * stride % texts.count]
                learn(text, step * (text.tellsOfFailure ? 1 : weightOfCalm))
            }
        }
    }

    private mutating func learn(_ text: Text, _ step: Double) {
        var sum = 0.0
        for (trait, part) in text.traits { sum += weights[trait] * part }
        let missed = (text.tellsOfFailure ? 1 : 0) - 1 / (1 + exp(-sum))
        for (trait, part) in text.traits { weights[trait] += step * missed * part }
    }

    /// Steps through all texts in an order that mixes the sets, since it has no divisor in common with their number.
    private static func stride(_ count: Int) -> Int {
        func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
        var stride = Int(Double(count) * 0.618) | 1
        while divisor(stride, count) > 1 { stride += 2 }
        return stride
    }
}
