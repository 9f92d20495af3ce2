import ConfluenceModel
import Foundation

@testable import Diagnosis

/// The texts from which the likeness is learnt: the tellings of `Fixtures/pastes/tellings`, and the pastes.
struct LessonBook {
    private var tellings: [Learner.Lesson]
    private var pastes:
        [(part: PasteCorpus.Part, sample: PasteCorpus.Sample, reading: PasteReading, lesson: Learner.Lesson)] = []

    static let path = PasteCorpus.root.appending(path: "Sources/Diagnosis/Offline/Likeness/LearntTable.swift")

    /// Read once for all tests.
    static let shared = Result { try LessonBook() }

    private init() throws {
        tellings = try PasteCorpus.samples(in: PasteCorpus.root.appending(path: "Fixtures/pastes/tellings"))
            .map { Learner.Lesson(Traits($0.text), $0.expected) }
        for part in PasteCorpus.Part.allCases {
            for sample in try PasteCorpus.samples(part) {
                let reading = sample.reading
                pastes.append((part, sample, reading, Learner.Lesson(reading.traits, sample.expected)))
            }
        }
    }

    /// A set's texts, each read once for all that is measured of it.
    func texts(of part: PasteCorpus.Part) -> [(sample: PasteCorpus.Sample, reading: PasteReading)] {
        pastes.filter { $0.part == part }.map { ($0.sample, $0.reading) }
    }

    /// What is learnt from all texts, but for those of a set and those of the same threads in other sets.
    func table(without part: PasteCorpus.Part? = nil) -> String {
        let threads = Set(pastes.filter { $0.part == part }.compactMap(\.sample.thread))
        let learnt = pastes.filter { $0.part != part && !($0.sample.thread.map(threads.contains) ?? false) }
        return Learner.table(tellings + learnt.map(\.lesson))
    }

    /// The texts are held against what was learnt from four fifths of the others, as texts never seen are.
    private static let parts = 5

    /// The part of each paste; those of one thread, and those of one file that one person wrote, are of the same.
    private var partOfPaste: [Int] {
        var parts: [String: Int] = [:]
        return pastes.map { paste in
            let isPosted = [.posted, .further].contains(paste.part)
            let group =
                paste.sample.thread.map(String.init)
                ?? (isPosted ? paste.sample.description : "\(paste.part)/\(paste.sample.file)")
            let part = parts[group] ?? parts.count % Self.parts
            parts[group] = part
            return part
        }
    }

    /// What speaks for no fault in texts that were not learnt from.
    func doubtWeights() -> FaultDoubt.Weights {
        let numbers = partOfPaste
        var lessons: [DoubtLearner.Lesson] = []
        for part in 0..<Self.parts {
            let learnt = zip(pastes, numbers).filter { $0.1 != part }.map(\.0.lesson)
            let likeness = Likeness(table: Learner.table(tellings + learnt))
            for (paste, number) in zip(pastes, numbers) where number == part {
                let opinion = SecondOpinion(paste.reading, likeness)
                guard opinion.speaks(on: paste.reading.subject) else { continue }
                lessons.append(
                    DoubtLearner.Lesson(
                        signs: FaultDoubt.signs(of: paste.reading, opinion), isFaultless: paste.sample.expected.isEmpty,
                        // Long posts are what is doubtful; of the other texts the rules know too well what they tell.
                        weight: [.posted, .further].contains(paste.part) ? 1 : Self.weightOfOthers))
            }
        }
        return DoubtLearner.weights(lessons)
    }

    private static let weightOfOthers = 0.15
    static let doubtPath = path.deletingLastPathComponent().appending(path: "LearntDoubt.swift")

    /// The source that holds the weights of doubt.
    var doubtSource: String {
        let weights = doubtWeights()
        let text = { (weight: Double) in String(format: "%.3f", weight) }
        return """
            extension FaultDoubt.Weights {
                /// Learnt from `Fixtures/pastes`; written anew by running `PasteAccuracyTests` with `UPDATE_ACCURACY=1`.
                package static let learnt = FaultDoubt.Weights(
                    always: \(text(weights.always)),
                    signs: [\(weights.signs.map(text).joined(separator: ", "))])
            }

            """
    }

    /// The source that holds what is learnt from all texts.
    var source: String {
        """
        extension Likeness {
            /// Learnt from `Fixtures/pastes`; written anew by running `PasteAccuracyTests` with `UPDATE_ACCURACY=1`.
            static let learntTable = #\"""
        \(table().split(separator: "\n").map { "        \($0)" }.joined(separator: "\n"))
                \"""#
        }

        """
    }

    /// How often the likeness by itself names a cause of a set's texts, learnt from the texts of all the other sets.
    func alone(on part: PasteCorpus.Part, with likeness: Likeness) -> (count: Int, first: Int, firstThree: Int) {
        var result = (count: 0, first: 0, firstThree: 0)
        for paste in pastes where paste.part == part && !paste.sample.expected.isEmpty {
            let causes = likeness.comparison(of: paste.reading.traits).scores.map(\.cause)
                .filter { ![Likeness.nothing, Likeness.elsewhere].contains($0) }
            result.count += 1
            if causes.first.map(paste.sample.expected.contains) ?? false { result.first += 1 }
            if causes.prefix(3).contains(where: paste.sample.expected.contains) { result.firstThree += 1 }
        }
        return result
    }
}
