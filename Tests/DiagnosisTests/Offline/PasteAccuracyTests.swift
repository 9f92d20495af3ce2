import ConfluenceModel
import Diagnosis
import Foundation
import Testing

@Suite("Pasted texts get the right cause")
struct PasteAccuracyTests {
    @Test(
        "of the texts for which the rules were written",
        arguments: PasteCorpus.Part.allCases.filter { !$0.isEarnest })
    func accuracy(part: PasteCorpus.Part) throws {
        let accuracy = PasteAccuracy(try ReadPastes.answers(part))
        let misses = accuracy.misses.joined(separator: "\n")
        #expect(accuracy.firstShare >= 0.9, "\(accuracy.first) of \(accuracy.count)\n\(misses)")
        #expect(accuracy.firstThreeShare >= 0.98, "\(accuracy.firstThree) of \(accuracy.count)\n\(misses)")
        #expect(accuracy.confidentlyWrong == 0, "\(misses)")
    }

    /// These are harder: long, about several things at once, and as often a wish or a question as a failure.
    @Test(
        "of what people posted, which is harder",
        arguments: [
            (PasteCorpus.Part.posted, 0.84, 0.89), (PasteCorpus.Part.further, 0.8, 0.83),
            (PasteCorpus.Part.written, 0.84, 0.93),
        ])
    func posted(part: PasteCorpus.Part, first: Double, firstThree: Double) throws {
        let accuracy = PasteAccuracy(try ReadPastes.answers(part))
        let misses = accuracy.misses.joined(separator: "\n")
        #expect(accuracy.firstShare >= first, "\(accuracy.first) of \(accuracy.count)\n\(misses)")
        #expect(accuracy.firstThreeShare >= firstThree, "\(accuracy.firstThree) of \(accuracy.count)\n\(misses)")
        #expect(accuracy.confidentlyWrong == 0, "\(misses)")
    }

    /// Of texts that are to be measured and not kept: in a file, or a folder of files, like those of `Fixtures/pastes`.
    @Test("of texts that lie elsewhere it is told", .enabled(if: PasteCorpus.elsewhere != nil))
    func measure() throws {
        let samples = try PasteCorpus.samples(in: URL(filePath: PasteCorpus.elsewhere ?? ""))
        for (file, accuracy) in PasteAccuracy.byFile(samples.map { PasteAnswer(ReadPaste($0), .learnt) }) {
            print(AccuracyPage.row(file, accuracy))
            print(accuracy.misses.joined(separator: "\n"))
        }
    }

    private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_ACCURACY"] != nil

    @Test("what is known of people's words is what is learnt from the texts")
    func learnt() throws {
        let source = try LessonBook.shared.get().source
        if Self.isUpdating { try Data(source.utf8).write(to: LessonBook.path) }
        #expect(
            try String(contentsOf: LessonBook.path, encoding: .utf8) == source,
            "write it anew with UPDATE_ACCURACY=1, and build again")
    }

    @Test("and the page of figures what is measured")
    func page() throws {
        let text = try AccuracyPage.text(LessonBook.shared.get())
        if Self.isUpdating { try Data(text.utf8).write(to: AccuracyPage.path) }
        #expect(
            try String(contentsOf: AccuracyPage.path, encoding: .utf8) == text, "write it anew with UPDATE_ACCURACY=1")
    }
}
