import ConfluenceModel
import Foundation
import TextClassification

@testable import Diagnosis

/// Learns how much each trait of a text speaks for and against each cause, from texts whose causes are known.
///
/// Each text is a vector of its traits, by how rare they are, of length one. What is learnt is learnt in one order, so that the
/// table is always the same.
struct Learner {
    struct Lesson {
        fileprivate var traits: [(name: String, amount: Double)]
        /// Each with how much the text counts for it.
        fileprivate var causes: [(cause: CauseID, share: Double)]

        /// A text that leaves several causes open counts in part for each.
        init(_ traits: Traits, _ causes: [CauseID]) {
            self.traits = traits.all.map { ($0.name, $0.amount) }
            let causes = causes.isEmpty ? [Likeness.nothing] : causes
            self.causes = causes.map { ($0, 1 / Double(causes.count)) }
        }

        /// What is known of a symptom is a lesson, too, so that those count of which no text tells.
        init(_ symptom: Symptom) {
            traits = [(Traits.name(ofSymptom: symptom.name), 1)]
            causes = symptom.shares.map { ($0, $1) }.filter { $0.1 >= Self.leastShare }
                .sorted { $0.0.rawValue < $1.0.rawValue }
        }

        private static let leastShare = 0.05
    }

    /// Lessons whose traits and causes have numbers, in the order of their names: much is learnt from the same ones, and names
    /// are slow to compare.
    struct Numbered {
        fileprivate struct Text {
            var traits: [(trait: Int, amount: Double)]
            var causes: [(cause: Int, share: Double)]
        }

        fileprivate let names: [String]
        fileprivate let causes: [CauseID]
        fileprivate let texts: [Text]

        init(_ lessons: [Lesson]) {
            names = Set(lessons.flatMap { $0.traits.map(\.name) }).sorted {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
            causes = Set(lessons.flatMap { $0.causes.map(\.cause) }).sorted { $0.rawValue < $1.rawValue }
            let traits = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
            let numbers = Dictionary(uniqueKeysWithValues: causes.enumerated().map { ($1, $0) })
            texts = lessons.map { lesson in
                Text(
                    traits: lesson.traits.compactMap { trait in traits[trait.name].map { ($0, trait.amount) } },
                    causes: lesson.causes.compactMap { told in numbers[told.cause].map { ($0, told.share) } })
            }
        }
    }

    /// A trait must have been met in so many texts, and smaller weights are left out.
    private static let fewestTexts = 2
    /// The same of a few letters, of which there are very many.
    private static let fewestTextsOfLetters = 3
    private static let least = 0.05
    private static let rowsInLine = 100

    private let causes: [CauseID]
    private let names: [String]
    private let rarity: [Double]
    /// What was learnt of each cause.
    private let weights: [MarginLearner.Weights]

    /// What was learnt from some of the lessons, in the form that `Likeness` reads.
    static func table(_ lessons: Numbered, from places: [Int]) -> String { Learner(lessons, places).table }

    private init(_ lessons: Numbered, _ places: [Int]) {
        var met = [Int](repeating: 0, count: lessons.names.count)
        var isKnown = [Bool](repeating: false, count: lessons.causes.count)
        for place in places {
            for (trait, _) in lessons.texts[place].traits { met[trait] += 1 }
            for (cause, _) in lessons.texts[place].causes { isKnown[cause] = true }
        }
        let kept = lessons.names.indices.filter { trait in
            met[trait]
                >= (lessons.names[trait].hasPrefix(Traits.markOfLetters) ? Self.fewestTextsOfLetters : Self.fewestTexts)
        }
        names = kept.map { lessons.names[$0] }
        let rarity = kept.map {
            WeightTable.asWritten(rarity: log(1 + Double(places.count) / Double(met[$0])))
        }
        self.rarity = rarity
        var numbers = [Int](repeating: -1, count: lessons.names.count)
        for (number, trait) in kept.enumerated() { numbers[trait] = number }
        var texts = SparseTexts(width: kept.count)
        for place in places {
            texts.append(
                lessons.texts[place].traits.filter { numbers[$0.trait] >= 0 }.map { trait, amount in
                    (numbers[trait], amount * rarity[numbers[trait]])
                })
        }
        let known = lessons.causes.indices.filter { isKnown[$0] }
        causes = known.map { lessons.causes[$0] }
        let told = places.enumerated().flatMap { text, place in
            lessons.texts[place].causes.map { (text: text, cause: $0.cause, weight: $0.share) }
        }
        weights = known.map { cause in
            MarginLearner.weights(
                texts, told.map { MarginLearner.Example(text: $0.text, isOfKind: $0.cause == cause, weight: $0.weight) }
            )
        }
    }

    private var table: String {
        let head = zip(causes, weights).map { "\($0):\(String(format: "%.3f", $1.always))" }
        let rows = names.indices.compactMap { trait in
            WeightTable.line(
                names[trait], rarity: rarity[trait],
                weights: weights.indices.map { ($0, weights[$0].places[trait]) }.filter { abs($0.1) >= Self.least })
        }
        let lines = stride(from: 0, to: rows.count, by: Self.rowsInLine).map { start in
            rows[start..<min(start + Self.rowsInLine, rows.count)].joined(separator: " ")
        }
        return ([head.joined(separator: " ")] + lines).joined(separator: "\n")
    }
}
