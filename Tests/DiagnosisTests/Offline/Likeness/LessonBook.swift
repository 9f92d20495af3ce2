import ConfluenceModel
import Diagnosis
import Foundation

/// The texts from which the likeness is learnt: the tellings of `Fixtures/pastes/tellings.txt`, and the pastes.
struct LessonBook {
    private var tellings: [Learner.Lesson]
    private var pastes: [(part: PasteCorpus.Part, sample: PasteCorpus.Sample, lesson: Learner.Lesson)] = []

    static let path = PasteCorpus.root.appending(path: "Sources/Diagnosis/Offline/Likeness/LearntTable.swift")

    init() throws {
        let file = PasteCorpus.root.appending(path: "Fixtures/pastes/tellings.txt")
        tellings = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.map { line in
                let parts = line.components(separatedBy: " | ")
                guard parts.count == 2 else { throw PasteCorpus.Unreadable(text: String(line)) }
                return Learner.Lesson(parts[1], [CauseID(rawValue: parts[0])])
            }
        for part in PasteCorpus.Part.allCases {
            for sample in try PasteCorpus.samples(part) {
                pastes.append((part, sample, Learner.Lesson(sample.text, sample.expected)))
            }
        }
    }

    /// What is learnt from all texts, but for those of a set.
    func table(without part: PasteCorpus.Part? = nil) -> String {
        Learner.table(tellings + pastes.filter { $0.part != part }.map(\.lesson))
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
            let causes = likeness.scores(of: Traits(paste.sample.text)).map(\.cause).filter { $0 != Likeness.nothing }
            result.count += 1
            if causes.first.map(paste.sample.expected.contains) ?? false { result.first += 1 }
            if causes.prefix(3).contains(where: paste.sample.expected.contains) { result.firstThree += 1 }
        }
        return result
    }
}
