import ConfluenceModel
import Diagnosis
import Foundation

/// Learns how much each trait of a text speaks for each cause, from texts whose causes are known.
///
/// Complement naive Bayes: each text is a vector of its traits, by how rare they are, of length one; each cause has the same
/// weight, however many texts it has; and a trait's weight is how much more of it the cause has than all the others.
/// What is counted is counted in one order, so that the table is always the same.
struct Learner {
    struct Lesson {
        fileprivate var traits: [(name: String, amount: Double)]
        fileprivate var causes: [CauseID]
        fileprivate var tellsOfFailure: Bool

        init(_ traits: Traits, _ causes: [CauseID]) {
            self.traits = traits.all.map { ($0.name, $0.amount) }
            tellsOfFailure = !causes.isEmpty
            self.causes = causes.isEmpty ? [traits.isOurs ? Likeness.nothing : Likeness.elsewhere] : causes
        }
    }

    /// Lessons whose traits and causes have numbers, in the order of their names: much is learnt from the same ones, and names
    /// are slow to compare.
    struct Numbered {
        fileprivate struct Text {
            var traits: [(trait: Int, amount: Double)]
            var causes: [Int]
            var tellsOfFailure: Bool
        }

        fileprivate let names: [String]
        fileprivate let causes: [CauseID]
        fileprivate let texts: [Text]

        init(_ lessons: [Lesson]) {
            names = Set(lessons.flatMap { $0.traits.map(\.name) }).sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
            causes = Set(lessons.flatMap(\.causes)).sorted { $0.rawValue < $1.rawValue }
            let traits = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
            let numbers = Dictionary(uniqueKeysWithValues: causes.enumerated().map { ($1, $0) })
            texts = lessons.map { lesson in
                Text(
                    traits: lesson.traits.compactMap { trait in traits[trait.name].map { ($0, trait.amount) } },
                    causes: lesson.causes.compactMap { numbers[$0] }, tellsOfFailure: lesson.tellsOfFailure)
            }
        }
    }

    /// A trait must have been met in so many texts, and smaller weights are left out.
    private static let fewestTexts = 2
    /// The same of a few letters, of which there are very many.
    private static let fewestTextsOfLetters = 3
    private static let least = 0.8
    /// What every cause is taken to have of every trait.
    private static let prior = 0.015
    /// How much each cause has of texts.
    private static let amount = 20.0
    private static let rowsInLine = 60
    /// Weights of trouble are written larger than they are, so that small ones aren't lost.
    private static let enlargement = 2.0

    private let causes: [CauseID]
    private let names: [String]
    private let rarity: [Double]
    /// How much each cause has of each trait, trait after trait.
    private var amounts: [Double]
    private var totals: [Double]
    /// By trait, how much it speaks for a failure being told.
    private var trouble: [Double] = []

    /// What was learnt from some of the lessons, in the form that `Likeness` reads.
    static func table(_ lessons: Numbered, from places: [Int]) -> String { Learner(lessons, places).table }

    private init(_ lessons: Numbered, _ places: [Int]) {
        var met = [Int](repeating: 0, count: lessons.names.count)
        var isKnown = [Bool](repeating: false, count: lessons.causes.count)
        for place in places {
            for (trait, _) in lessons.texts[place].traits { met[trait] += 1 }
            for cause in lessons.texts[place].causes { isKnown[cause] = true }
        }
        let kept = lessons.names.indices.filter { trait in
            met[trait]
                >= (lessons.names[trait].hasPrefix(Traits.markOfLetters) ? Self.fewestTextsOfLetters : Self.fewestTexts)
        }
        names = kept.map { lessons.names[$0] }
        rarity = kept.map {
            WeightTable.asWritten(rarity: log(1 + Double(places.count) / Double(met[$0])))
        }
        let known = lessons.causes.indices.filter { isKnown[$0] }
        causes = known.map { lessons.causes[$0] }
        amounts = [Double](repeating: 0, count: kept.count * known.count)
        totals = [Double](repeating: 0, count: known.count)
        learn(
            places.map { lessons.texts[$0] }, traits: Self.numbers(of: kept, lessons.names.count),
            causes: Self.numbers(of: known, lessons.causes.count))
    }

    /// Where each of so many stands among those that are kept, or -1.
    private static func numbers(of kept: [Int], _ count: Int) -> [Int] {
        var numbers = [Int](repeating: -1, count: count)
        for (number, one) in kept.enumerated() { numbers[one] = number }
        return numbers
    }

    private mutating func learn(_ lessons: [Numbered.Text], traits: [Int], causes numbers: [Int]) {
        var texts = [Double](repeating: 0, count: causes.count)
        for lesson in lessons {
            for cause in lesson.causes { texts[numbers[cause]] += 1 / Double(lesson.causes.count) }
        }
        var told: [TroubleLearner.Text] = []
        for lesson in lessons {
            var parts: [(trait: Int, part: Double)] = []
            parts.reserveCapacity(lesson.traits.count)
            var squares = 0.0
            for (trait, amount) in lesson.traits where traits[trait] >= 0 {
                let part = amount * rarity[traits[trait]]
                parts.append((traits[trait], part))
                squares += part * part
            }
            let length = max(squares.squareRoot(), 0.001)
            told.append(
                TroubleLearner.Text(
                    traits: parts.map { ($0.trait, $0.part / length) }, tellsOfFailure: lesson.tellsOfFailure))
            for cause in lesson.causes {
                let number = numbers[cause]
                let weight = Self.amount / texts[number] / Double(lesson.causes.count) / length
                for (trait, part) in parts {
                    amounts[trait * causes.count + number] += part * weight
                    totals[number] += part * weight
                }
            }
        }
        trouble = TroubleLearner(told, traits: names.count).weights
    }

    private var table: String {
        let all = totals.reduce(0, +)
        let priors = Self.prior * Double(names.count)
        let head =
            causes.indices.map { number in
                let always = log((all - totals[number] + priors) / (totals[number] + priors))
                return "\(causes[number]):\(String(format: "%.3f", always))"
            } + ["\(Likeness.failing):0", "\(Likeness.calm):0"]
        let rows = names.indices.compactMap { trait in
            WeightTable.line(names[trait], rarity: rarity[trait], weights: weights(trait))
        }
        let lines = stride(from: 0, to: rows.count, by: Self.rowsInLine).map { start in
            rows[start..<min(start + Self.rowsInLine, rows.count)].joined(separator: " ")
        }
        return ([head.joined(separator: " ")] + lines).joined(separator: "\n")
    }

    private func weights(_ trait: Int) -> [(cause: Int, weight: Double)] {
        let first = trait * causes.count
        var total = 0.0
        for place in first..<(first + causes.count) { total += amounts[place] }
        let told = trouble[trait] * Self.enlargement
        var weights: [(cause: Int, weight: Double)] = []
        for cause in causes.indices where amounts[first + cause] > 0 {
            let amount = amounts[first + cause]
            let weight =
                log(1 + amount / Self.prior) + log((total + Self.prior) / (total - amount + Self.prior))
            if weight >= Self.least { weights.append((cause, weight)) }
        }
        weights.append((told >= 0 ? causes.count : causes.count + 1, abs(told)))
        return weights
    }
}
