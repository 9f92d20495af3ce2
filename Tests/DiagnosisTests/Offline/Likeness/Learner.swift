import ConfluenceModel
import Diagnosis
import Foundation

/// Learns how much each trait of a text speaks for each cause, from texts whose causes are known.
///
/// A weight is the trait's part in the middle of the cause's texts (by how rare the trait is), and by how much oftener the
/// cause's texts have it than those of the others. What is counted is counted in one order, so that the table is always the same.
struct Learner {
    struct Lesson {
        var traits: [(name: String, factor: Double)]
        var causes: [CauseID]

        init(_ text: String, _ causes: [CauseID]) {
            traits = Traits(text).all.map { ($0.name, Likeness.factors[$0.kind] ?? 1) }
            self.causes = causes.isEmpty ? [Likeness.nothing] : causes
        }
    }

    /// A trait must have been met in so many texts, and smaller weights are left out.
    private static let fewestTexts = 2
    private static let least = 3
    private static let prior = 1.0
    private static let rowsInLine = 20
    private static let rarest = 0.002
    /// How much the comparison of frequencies counts beside the middle of the texts.
    private static let comparison = 0.3 / 4
    /// That texts lack a trait speaks less against their cause than their having it speaks for it.
    private static let absence = 0.35

    private var rarity: [String: Double] = [:]
    private var factors: [String: Double] = [:]
    private var amounts: [CauseID: Double] = [:]
    private var counts: [CauseID: [String: Double]] = [:]
    private var middles: [CauseID: [String: Double]] = [:]

    /// What was learnt, in the form that `Likeness` reads.
    static func table(_ lessons: [Lesson]) -> String { Learner(lessons).table }

    private init(_ lessons: [Lesson]) {
        var met: [String: Int] = [:]
        for trait in lessons.flatMap(\.traits) {
            met[trait.name, default: 0] += 1
            factors[trait.name] = trait.factor
        }
        for (name, count) in met where count >= Self.fewestTexts {
            rarity[name] = log(1 + Double(lessons.count) / Double(count))
        }
        for lesson in lessons { learn(lesson) }
    }

    private mutating func learn(_ lesson: Lesson) {
        let share = 1 / Double(lesson.causes.count)
        let parts = lesson.traits.compactMap { trait in rarity[trait.name].map { (trait.name, $0 * trait.factor) } }
        let length = max(parts.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot(), 0.001)
        for cause in lesson.causes {
            amounts[cause, default: 0] += share
            for (name, part) in parts {
                middles[cause, default: [:]][name, default: 0] += share * part / length
                counts[cause, default: [:]][name, default: 0] += share
            }
        }
    }

    private var table: String {
        let causes = amounts.keys.sorted { $0.rawValue < $1.rawValue }
        var usual: [String: Double] = [:]
        for cause in causes {
            for (name, count) in counts[cause] ?? [:] { usual[name, default: 0] += count / ((amounts[cause] ?? 0) + 1) }
        }
        usual = usual.mapValues { max($0 / Double(causes.count), Self.rarest) }
        let head = causes.map { "\($0):\(String(format: "%.2f", absent($0) / Likeness.unit))" }.joined(separator: " ")
        var rows: [String: [String]] = [:]
        for (number, cause) in causes.enumerated() {
            for (name, weight) in weights(cause, usual) where abs(weight) >= Self.least {
                rows[name, default: []].append("\(number):\(weight)")
            }
        }
        let body = rows.sorted { $0.key < $1.key }.map { "\($0.key)|\($0.value.joined(separator: " "))" }
        let lines = stride(from: 0, to: body.count, by: Self.rowsInLine).map { start in
            body[start..<min(start + Self.rowsInLine, body.count)].joined(separator: ";")
        }
        return ([head] + lines).joined(separator: "\n")
    }

    /// What a trait of which none of a cause's texts speaks takes away from it.
    private func absent(_ cause: CauseID) -> Double {
        Self.absence * log(Self.prior / ((amounts[cause] ?? 0) + Self.prior)) * Self.comparison
    }

    private func weights(_ cause: CauseID, _ usual: [String: Double]) -> [(name: String, weight: Int)] {
        let amount = amounts[cause] ?? 0
        let middle = middles[cause] ?? [:]
        let length = max(middle.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }.squareRoot(), 0.001)
        return middle.map { name, part in
            let factor = factors[name] ?? 1
            let rate = usual[name] ?? Self.rarest
            let oftener = log(((counts[cause]?[name] ?? 0) + Self.prior * rate) / ((amount + Self.prior) * rate))
            let compared = Self.comparison * (oftener > 0 ? oftener : Self.absence * oftener)
            let weight = (rarity[name] ?? 0) * factor * part / length / 2 + factor * (compared - absent(cause))
            return (name, Int((weight / Likeness.unit).rounded()))
        }
    }
}
