import ConfluenceModel
import Foundation

/// How likely a text tells of no fault of the configuration: it asks, wishes, or tells of something else.
///
/// A logistic regression over what the symptoms and the likeness say together. Its weights were learnt from texts whose
/// likeness was taken from other texts, so that its chance is one that holds for texts never seen.
package struct FaultDoubt: Sendable {
    /// By how much each of ``signs(of:_:)`` speaks for no fault.
    package struct Weights: Sendable, Hashable {
        package var always: Double
        package var signs: [Double]

        package init(always: Double, signs: [Double]) {
            self.always = always
            self.signs = signs
        }
    }

    /// From 0 to 1.
    let chance: Double

    /// Beyond these the likeness says no more.
    private static let mostTrouble = 10.0
    private static let lead = -3.0...8.0
    /// Symptoms that are surer than this name a cause that is likelier than not.
    private static let even = 0.5

    init(_ reading: PasteReading, _ opinion: SecondOpinion, _ weights: Weights = .learnt) {
        let sum = zip(weights.signs, Self.signs(of: reading, opinion)).reduce(weights.always) { $0 + $1.0 * $1.1 }
        chance = 1 / (1 + exp(-sum))
    }

    static func signs(of reading: PasteReading, _ opinion: SecondOpinion) -> [Double] {
        let trouble = min(max(opinion.failing, -mostTrouble), mostTrouble)
        let lead = min(max(opinion.lead, Self.lead.lowerBound), Self.lead.upperBound)
        // Where no symptom is known, the likeness alone has to tell.
        let silence = sign(reading.says < PasteDoctor.leastDecision)
        return [
            reading.says, sign(reading.says >= even), trouble, lead, silence * trouble, silence * lead,
            sign(reading.subject == .confluenceAndOthers), sign(reading.subject == .unsaid),
            log(1 + Double(reading.text.bytes.count)),
            sign(opinion.likest != nil && reading.ranking.first?.cause == opinion.likest),
        ]
    }

    private static func sign(_ isGiven: Bool) -> Double { isGiven ? 1 : 0 }
}
