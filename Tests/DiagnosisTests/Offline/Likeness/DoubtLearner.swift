import Foundation

@testable import Diagnosis

/// Learns by how much each sign speaks for a text that tells of no fault.
///
/// A logistic regression by Newton's steps, each over all texts in one order, so that what is learnt is always the same.
enum DoubtLearner {
    struct Lesson {
        var signs: [Double]
        var isFaultless: Bool
        var weight: Double
    }

    /// So many steps that further ones change no digit that is written.
    private static let rounds = 20

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
        // The weight of the first, which every lesson has, is what is always added.
        let rows = scaled.map { [1] + $0 }
        var found = [Double](repeating: 0, count: count + 1)
        for _ in 0..<rounds {
            var slope = [Double](repeating: 0, count: count + 1)
            var curve = [[Double]](repeating: slope, count: count + 1)
            for (lesson, row) in zip(lessons, rows) {
                var sum = 0.0
                for sign in row.indices { sum += found[sign] * row[sign] }
                let chance = 1 / (1 + exp(-sum))
                let missed = lesson.weight * ((lesson.isFaultless ? 1 : 0) - chance)
                let bend = lesson.weight * chance * (1 - chance)
                for sign in row.indices {
                    slope[sign] += missed * row[sign]
                    for other in row.indices { curve[sign][other] += bend * row[sign] * row[other] }
                }
            }
            let step = solved(curve, slope)
            for sign in found.indices { found[sign] += step[sign] }
        }
        let (always, weights) = (found[0], Array(found.dropFirst()))
        let unscaled = zip(weights, scales).map { $0 / $1 }
        return FaultDoubt.Weights(
            always: always - zip(unscaled, middles).reduce(0) { $0 + $1.0 * $1.1 }, signs: unscaled)
    }

    /// The vector that a symmetric matrix turns into another one, by elimination.
    private static func solved(_ matrix: [[Double]], _ wanted: [Double]) -> [Double] {
        var rows = zip(matrix, wanted).map { $0 + [$1] }
        let size = rows.count
        for column in 0..<size {
            // A sign that no lesson has changes nothing.
            guard abs(rows[column][column]) > 1e-12 else { continue }
            for row in 0..<size where row != column {
                let factor = rows[row][column] / rows[column][column]
                guard factor != 0 else { continue }
                for place in column...size { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return (0..<size).map { abs(rows[$0][$0]) > 1e-12 ? rows[$0][size] / rows[$0][$0] : 0 }
    }
}
