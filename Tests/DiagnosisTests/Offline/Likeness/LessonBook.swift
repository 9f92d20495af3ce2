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
