import Foundation

@testable import Diagnosis

/// Learns by how much each sign speaks for a text that tells of no fault.
///
/// A logistic regression by steps down the slope, each over all texts in one order, so that what is learnt is always the same.
enum DoubtLearner {
    struct Lesson {
        var signs: [Double]
        var isFaultless: Bool
        var weight: Double
    }

    /// So many steps that further ones change no digit that is written.
    private static let rounds = 3000
    private static let step = 1.0

    static func weights(_ lessons: [Lesson]) -> FaultDoubt.Weights {
        let count = lessons.first?.signs.count ?? 0
        let all = lessons.reduce(0) { $0 + $1.weight }
        // Signs are brought to the same scale, so that one length of step does for all.
        let middles = (0..<count).map { sign in lessons.reduce(0) { $0 + $1.weight * $1.signs[sign] } / all }
        let scales = (0..<count).map { sign in
            let spread = lessons.reduce(0) { $0 + $1.weight * pow($1.signs[sign] - middles[sign], 2) } / all
            return max(spread.squareRoot(), 0.001)
        }
        let scaled = lessons.map { lesson in
            (0..<count).map { (lesson.signs[$0] - middles[$0]) / scales[$0] }
        }
        var always = 0.0
        var weights = [Double](repeating: 0, count: count)
        for _ in 0..<rounds {
            var slope = [Double](repeating: 0, count: count)
            var slopeOfAlways = 0.0
            for (lesson, signs) in zip(lessons, scaled) {
                let sum = zip(weights, signs).reduce(always) { $0 + $1.0 * $1.1 }
                let missed = lesson.weight / all * ((lesson.isFaultless ? 1 : 0) - 1 / (1 + exp(-sum)))
                slopeOfAlways += missed
                for sign in 0..<count { slope[sign] += missed * signs[sign] }
            }
            always += step * slopeOfAlways
            for sign in 0..<count { weights[sign] += step * slope[sign] }
        }
        let unscaled = zip(weights, scales).map { $0 / $1 }
        return FaultDoubt.Weights(
            always: always - zip(unscaled, middles).reduce(0) { $0 + $1.0 * $1.1 }, signs: unscaled)
    }
}
