import ConfluenceModel
import Foundation

@testable import Diagnosis

/// The texts from which the likeness is learnt: the tellings of `Fixtures/pastes/tellings`, and the pastes.
struct LessonBook {
    private let pastes: [(part: PasteCorpus.Part, paste: ReadPaste)]
    /// Those of the tellings, and behind them those of the pastes.
    private let lessons: Learner.Numbered
    private let tellings: Int

    static let path = PasteCorpus.root.appending(path: "Sources/Diagnosis/Offline/Likeness/LearntTable.swift")

    /// Read once for all tests.
    static let shared = Result { try LessonBook() }

    private init() throws {
        let told = try PasteCorpus.samples(in: PasteCorpus.root.appending(path: "Fixtures/pastes/tellings"))
            .map { Learner.Lesson(Traits($0.text), $0.expected) }
        let pastes = try PasteCorpus.Part.allCases.flatMap { part in try ReadPastes.of(part).map { (part, $0) } }
        self.pastes = pastes
        tellings = told.count
        lessons = Learner.Numbered(told + pastes.map { Learner.Lesson($0.1.reading.traits, $0.1.sample.expected) })
    }

    /// What is learnt from the tellings, and from those pastes.
    private func table(from isLearnt: (Int) -> Bool) -> String {
        Learner.table(lessons, from: Array(0..<tellings) + pastes.indices.filter(isLearnt).map { tellings + $0 })
    }

    /// What is learnt from all texts, but for those of a set and those of the same threads in other sets.
    func table(without part: PasteCorpus.Part? = nil) -> String {
        let threads = Set(pastes.filter { $0.part == part }.compactMap(\.paste.sample.thread))
        return table { place in
            let (other, paste) = pastes[place]
            return other != part && !(paste.sample.thread.map(threads.contains) ?? false)
        }
    }

    /// The texts are held against what was learnt from four fifths of the others, as texts never seen are.
    private static let parts = 5

    /// The part of each paste; those of one thread, and those of one file that one person wrote, are of the same.
    private var partOfPaste: [Int] {
        var parts: [String: Int] = [:]
        return pastes.map { paste in
            let sample = paste.paste.sample
            let group =
                sample.thread.map(String.init)
                ?? (paste.part.isEarnest ? sample.description : "\(paste.part)/\(sample.file)")
            let part = parts[group] ?? parts.count % Self.parts
            parts[group] = part
            return part
        }
    }

    /// What speaks for no fault in texts that were not learnt from.
    func doubtWeights() -> FaultDoubt.Weights {
        let numbers = partOfPaste
        var lessons: [DoubtLearner.Lesson] = []
        for fold in 0..<Self.parts {
            let likeness = Likeness(table: table { numbers[$0] != fold }, keepsRows: true)
            for ((part, paste), number) in zip(pastes, numbers) where number == fold {
                let opinion = SecondOpinion(paste.reading, likeness)
                guard opinion.speaks(on: paste.reading.subject) else { continue }
                lessons.append(
                    DoubtLearner.Lesson(
                        signs: FaultDoubt.signs(of: paste.reading, opinion), isFaultless: paste.sample.expected.isEmpty,
                        weight: part.isEarnest ? 1 : Self.weightOfOthers))
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
}
