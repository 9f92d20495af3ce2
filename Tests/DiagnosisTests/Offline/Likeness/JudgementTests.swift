import ConfluenceModel
import Testing

@testable import Diagnosis

@Suite("What a text is like")
struct JudgementTests {
    private static let told = """
        Hello, since Monday the bot that writes our meeting notes into the wiki stops. The section of Confluence it writes to
        was mothballed by its owners, as far as we know, and nobody may add a page to that space any more.
        """

    @Test("without what was learnt nothing is added, and with it three causes are named at least")
    func places() {
        let report = PasteDoctor().explain(Paste(Self.told))
        #expect(report.causes.count >= 3, "\(report.summary)")
        #expect(report.causes.prefix(3).contains { $0.id.family == "space" }, "\(report.causes.map(\.id))")
        #expect(
            PasteDoctor(likeness: Likeness(table: "")).explain(Paste(Self.told)).causes.count <= report.causes.count)
    }

    @Test("a likeness alone is worth less than an even chance, and shows the words that speak for it")
    func evidence() throws {
        var alone = 0
        for (paste, (sample, report)) in zip(try ReadPastes.of(.blind), try ReadPastes.reports(.blind)) {
            let told = Set(PasteAnswer(paste, Likeness(table: "")).ranking.causes.map(\.cause))
            for cause in report.causes where !told.contains(cause.id) {
                alone += 1
                #expect(cause.confidence < 0.5, "\(sample): \(cause.id)")
                #expect(cause.evidence.allSatisfy { $0.quote != nil }, "\(sample): \(cause.id)")
            }
        }
        #expect(alone > 20)
    }

    @Test("words for the same things are the same, however they are put")
    func concepts() {
        let one = Set(Traits("The workspace was shelved.").all.map(\.name))
        let other = Set(Traits("archived: space").all.map(\.name))
        #expect(one.isSuperset(of: ["space", "archived"]) && other.isSuperset(of: ["space", "archived"]))
    }

    @Test("an answer in which nothing is wrong stays without a cause", arguments: ["en", "de"])
    func calm(language: String) {
        let text =
            language == "en"
            ? "The space and its pages were published to Confluence, 12 pages created, all green."
            : "Confluence: 12 Seiten im Bereich angelegt, fertig."
        #expect(PasteDoctor().explain(Paste(text)).causes.isEmpty)
    }

    @Test(
        "everyday sentences that name nothing of a wiki's are like no cause",
        arguments: [
            "nothing of all this", "none of these matter to me at all", "It rained all day, and the coffee was cold.",
            "we have all of this already", "no news today", "He never told anybody why he went away.",
        ])
    func everyday(sentence: String) {
        #expect(PasteDoctor().explain(Paste(sentence)).causes.isEmpty)
    }
}
