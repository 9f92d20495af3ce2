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
    /// By trait, how much of it each cause has.
    private var amounts: [[Int: Double]]
    private var totals: [Double]
    /// By trait, how much it speaks for a failure being told.
    private var trouble: [Double] = []

    /// What was learnt, in the form that `Likeness` reads.
    static func table(_ lessons: [Lesson]) -> String { Learner(lessons).table }

    private init(_ lessons: [Lesson]) {
        var met: [String: Int] = [:]
        for lesson in lessons {
            for trait in lesson.traits { met[trait.name, default: 0] += 1 }
        }
        names = met.filter {
            $0.value >= ($0.key.hasPrefix(Traits.markOfLetters) ? Self.fewestTextsOfLetters : Self.fewestTexts)
        }.keys
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        rarity = names.map {
            WeightTable.asWritten(rarity: log(1 + Double(lessons.count) / Double(met[$0] ?? 1)))
        }
        causes = Set(lessons.flatMap(\.causes)).sorted { $0.rawValue < $1.rawValue }
        amounts = names.map { _ in [:] }
        totals = causes.map { _ in 0 }
        learn(lessons)
    }

    private mutating func learn(_ lessons: [Lesson]) {
        let traits = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let numbers = Dictionary(uniqueKeysWithValues: causes.enumerated().map { ($1, $0) })
        var texts: [CauseID: Double] = [:]
        for lesson in lessons {
            for cause in lesson.causes { texts[cause, default: 0] += 1 / Double(lesson.causes.count) }
        }
        var told: [TroubleLearner.Text] = []
        for lesson in lessons {
            let parts = lesson.traits.compactMap { trait in
                traits[trait.name].map { (trait: $0, part: trait.amount * rarity[$0]) }
            }
            let length = max(parts.reduce(0) { $0 + $1.part * $1.part }.squareRoot(), 0.001)
            told.append(
                TroubleLearner.Text(
                    traits: parts.map { ($0.trait, $0.part / length) }, tellsOfFailure: lesson.tellsOfFailure))
            for cause in lesson.causes {
                guard let number = numbers[cause] else { continue }
                let weight = Self.amount / (texts[cause] ?? 1) / Double(lesson.causes.count) / length
                for (trait, part) in parts {
                    amounts[trait][number, default: 0] += part * weight
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
        let entries = amounts[trait].sorted { $0.key < $1.key }
        let total = entries.reduce(0) { $0 + $1.value }
        let told = trouble[trait] * Self.enlargement
        var weights = entries.compactMap { cause, amount -> (cause: Int, weight: Double)? in
            let weight =
                log(1 + amount / Self.prior) + log((total + Self.prior) / (total - amount + Self.prior))
            return weight >= Self.least ? (cause, weight) : nil
        }
        weights.append((told >= 0 ? causes.count : causes.count + 1, abs(told)))
        return weights
    }
}
