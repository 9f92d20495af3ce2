/// Learns what parts texts of one kind from all the others: a linear support vector machine with squared hinge loss.
///
/// By descent along one coordinate of the dual after another, as Hsieh et al. describe (“A Dual Coordinate Descent Method for
/// Large-scale Linear SVM”, ICML 2008), with what they call shrinking. The texts are visited in one order, so that what is
/// learnt is always the same.
package struct MarginLearner {
    /// A text with whether it is of the kind, and how much it counts.
    package struct Example: Sendable {
        package var text: Int
        package var isOfKind: Bool
        package var weight: Double

        package init(text: Int, isOfKind: Bool, weight: Double) {
            self.text = text
            self.isOfKind = isOfKind
            self.weight = weight
        }
    }

    /// What each place of a vector says for the kind, and what is said for it whatever the text.
    package struct Weights: Sendable {
        package var places: [Double]
        package var always: Double
    }

    /// How much a text on the wrong side costs beside the length of the weights.
    private static let cost = 1.0
    private static let mostRounds = 60
    /// Ends where no step would be longer.
    private static let tolerance = 0.05

    package static func weights(_ texts: SparseTexts, _ examples: [Example]) -> Weights {
        var learner = MarginLearner(texts, examples)
        learner.run()
        return Weights(places: learner.weights, always: learner.always)
    }

    private let texts: SparseTexts
    private let examples: [Example]
    private var weights: [Double]
    private var always = 0.0
    /// The dual variable of each example: by how much it holds the border up.
    private var holds: [Double]
    /// Examples that may still hold it; the others lie far behind the border.
    private var active: [Int]

    private init(_ texts: SparseTexts, _ examples: [Example]) {
        self.texts = texts
        self.examples = examples
        weights = [Double](repeating: 0, count: texts.width)
        holds = [Double](repeating: 0, count: examples.count)
        active = Self.mixed(examples.count)
    }

    private mutating func run() {
        var farthest = Double.infinity
        for _ in 0..<Self.mostRounds {
            let (low, high, next) = round(beyond: farthest)
            farthest = next
            guard high - low <= Self.tolerance else { continue }
            guard active.count < examples.count else { return }
            // What was left out is looked at once more.
            active = Self.mixed(examples.count)
            farthest = .infinity
        }
    }

    /// One step for each active example.
    ///
    /// - Parameter farthest: Examples that hold nothing and lie farther behind the border than this are left out from now on.
    private mutating func round(beyond farthest: Double) -> (low: Double, high: Double, farthest: Double) {
        var (low, high) = (Double.infinity, -Double.infinity)
        var kept: [Int] = []
        kept.reserveCapacity(active.count)
        for number in active {
            let example = examples[number]
            let side: Double = example.isOfKind ? 1 : -1
            let softness = 0.5 / (Self.cost * example.weight)
            let slope = side * score(of: example.text) - 1 + holds[number] * softness
            if holds[number] == 0, slope > farthest { continue }
            kept.append(number)
            let step = holds[number] == 0 ? min(slope, 0) : slope
            low = min(low, step)
            high = max(high, step)
            guard abs(step) > 1e-12 else { continue }
            let before = holds[number]
            // A text's length is one, and what is always added counts like one place more.
            holds[number] = max(0, before - slope / (squares(of: example.text) + softness))
            move(example.text, by: (holds[number] - before) * side)
        }
        active = kept
        return (low, high, high > 0 ? high : .infinity)
    }

    private func score(of text: Int) -> Double {
        var sum = always
        for entry in texts.starts[text]..<texts.starts[text + 1] {
            sum += weights[texts.places[entry]] * texts.amounts[entry]
        }
        return sum
    }

    private func squares(of text: Int) -> Double { texts.starts[text] == texts.starts[text + 1] ? 1 : 2 }

    private mutating func move(_ text: Int, by step: Double) {
        always += step
        for entry in texts.starts[text]..<texts.starts[text + 1] {
            weights[texts.places[entry]] += step * texts.amounts[entry]
        }
    }

    /// All numbers below `count`, in an order that mixes neighbours: a stride that has no divisor in common with it.
    private static func mixed(_ count: Int) -> [Int] {
        func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
        guard count > 1 else { return Array(0..<count) }
        var stride = Int(Double(count) * 0.618) | 1
        while divisor(stride, count) > 1 { stride += 2 }
        return (0..<count).map { $0 * stride % count }
    }
}
