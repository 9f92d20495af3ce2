import ConfluenceModel
import Diagnosis
import Testing

@Suite("That nothing is wrong is ranked beside the causes")
struct NoFaultTests {
    @Test("a question or a wish about Confluence is no fault, and is called what it is")
    func reading() throws {
        let report = PasteDoctor().explain(
            Paste(
                """
                Feature request: it would be nice if the Confluence loader could also read whiteboards and databases. Is there a
                plan to add this? We would love an option to choose which kinds of content are loaded from a space.
                """))
        let line = try #require(report.noFault)
        #expect(line.rank == 1 && line.reading == .wish, "\(line)")
        #expect(report.verdict == .undecided)
        #expect(line.confidence < 0.8)
        #expect(line.evidence.contains { $0.quote != nil })
    }

    @Test(
        "words that name their reason stay first, and the ranks leave no gap",
        arguments: [PasteCorpus.Part.unseen, .threads])
    func ranks(part: PasteCorpus.Part) throws {
        for (sample, report) in try ReadPastes.reports(part) {
            guard let line = report.noFault else { continue }
            let ranks = (report.causes.indices.map(report.rank(ofCauseAt:)) + [line.rank]).sorted()
            #expect(ranks == Array(1...ranks.count), "\(sample): \(ranks)")
            #expect((report.verdict == .undecided) == (line.rank == 1 || report.causes.isEmpty), "\(sample)")
            let others = report.causes.map(\.confidence)
            #expect(others == others.sorted(by: >), "\(sample)")
            if line.rank == 1 {
                #expect(others.allSatisfy { $0 <= line.confidence }, "\(sample)")
            } else {
                #expect(line.confidence <= others[line.rank - 2], "\(sample)")
            }
        }
    }

    @Test("without what was learnt no such line is drawn")
    func unlearnt() {
        #expect(PasteDoctor(likeness: Likeness(table: "")).explain(Paste("how can I label a page?")).noFault == nil)
    }
}
