import ConfluenceModel
import Diagnosis
import Foundation
import Testing

@Suite("Pasted texts get the right cause")
struct PasteAccuracyTests {
    @Test("of the texts for which the rules were written", arguments: PasteCorpus.Part.allCases)
    func accuracy(part: PasteCorpus.Part) throws {
        let accuracy = PasteAccuracy(try PasteCorpus.samples(part))
        let misses = accuracy.misses.joined(separator: "\n")
        #expect(accuracy.firstShare >= 0.9, "\(accuracy.first) of \(accuracy.count)\n\(misses)")
        #expect(accuracy.firstThreeShare >= 0.98, "\(accuracy.firstThree) of \(accuracy.count)\n\(misses)")
        #expect(accuracy.confidentlyWrong == 0, "\(misses)")
    }

    @Test("what is known of people's words is what is learnt from the texts, and the page of figures what is measured")
    func page() throws {
        let book = try LessonBook()
        let text = try AccuracyPage.text(book)
        if ProcessInfo.processInfo.environment["UPDATE_ACCURACY"] != nil {
            try Data(text.utf8).write(to: AccuracyPage.path)
            try Data(book.source.utf8).write(to: LessonBook.path)
        }
        #expect(
            try String(contentsOf: LessonBook.path, encoding: .utf8) == book.source,
            "write it anew with UPDATE_ACCURACY=1, and build again")
        #expect(
            try String(contentsOf: AccuracyPage.path, encoding: .utf8) == text, "write it anew with UPDATE_ACCURACY=1")
    }
}
