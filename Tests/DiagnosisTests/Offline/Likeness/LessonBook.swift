import ConfluenceModel
import Foundation

@testable import Diagnosis

/// What the likeness is learnt from: the symptoms, the tellings of `Fixtures/pastes/tellings`, and the pastes.
struct LessonBook {
    private let pastes: [(part: PasteCorpus.Part, paste: ReadPaste)]
    /// Those that are always learnt, and behind them those of the pastes.
    private let lessons: Learner.Numbered
    private let always: Int

    static let path = PasteCorpus.root.appending(path: "Sources/Diagnosis/Offline/Likeness/LearntTable.swift")

    /// Read once for all tests.
    static let shared = Result { try LessonBook() }

    private init() throws {
        let told = try PasteCorpus.samples(in: PasteCorpus.root.appending(path: "Fixtures/pastes/tellings"))
            .map { Learner.Lesson(Traits($0.text), $0.expected) }
        let known = Symptoms.all.map(Learner.Lesson.init) + told
        let pastes = try PasteCorpus.Part.allCases.flatMap { part in try ReadPastes.of(part).map { (part, $0) } }
        self.pastes = pastes
        always = known.count
        lessons = Learner.Numbered(known + pastes.map { Learner.Lesson($0.1.reading.traits, $0.1.sample.expected) })
    }

    /// What is always learnt, and from those pastes.
    private func table(from isLearnt: (Int) -> Bool) -> String {
        Learner.table(lessons, from: Array(0..<always) + pastes.indices.filter(isLearnt).map { always + $0 })
    }

    /// What is learnt from all texts, but for those of a set and those of the same threads in other sets.
    func table(without part: PasteCorpus.Part? = nil) -> String {
        let threads = Set(pastes.filter { $0.part == part }.compactMap(\.paste.sample.thread))
        return table { place in
            let (other, paste) = pastes[place]
            return other != part && !(paste.sample.thread.map(threads.contains) ?? false)
        }
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
