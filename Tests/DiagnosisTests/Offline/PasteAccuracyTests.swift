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

    @Test("the page of figures is what is measured")
    func page() throws {
        let text = try AccuracyPage.text()
        if ProcessInfo.processInfo.environment["UPDATE_ACCURACY"] != nil {
            try Data(text.utf8).write(to: AccuracyPage.path)
        }
        #expect(
            try String(contentsOf: AccuracyPage.path, encoding: .utf8) == text, "write it anew with UPDATE_ACCURACY=1")
    }
}
