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

    @Test(
        "what another service says beside a Confluence that answers is no fault of it",
        arguments: [
            """
            [notify] chat.postMessage -> 429 Too Many Requests
            [notify] {"ok":false,"error":"ratelimited"}
            [confluence] PUT https://fen.atlassian.net/wiki/api/v2/pages/557193 200 (391 ms)
            [notify] dropped 14 messages for channel #wiki-changes
            """,
            """
            GET /rest/api/content?spaceKey=KB&limit=10&start=20&status=current 200
            sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection to server at
            "10.12.0.44", port 5432 failed: Connection refused
            """,
            """
            10.4.0.2 - bot [19/Nov/2026:03:10:02 +0100] "GET /rest/api/content/99217/property/hash HTTP/1.1" 404 118 9
            10.4.0.2 - bot [19/Nov/2026:03:10:02 +0100] "POST /rest/api/content/99217/property HTTP/1.1" 200 412 31
            10.4.0.2 - bot [19/Nov/2026:03:10:05 +0100] "GET /rest/api/content/99230 HTTP/1.1" 200 1204 21
            """,
        ])
    func others(text: String) {
        let report = PasteDoctor().explain(Paste(text))
        #expect(report.isRatherNoFault || report.causes.isEmpty, "\(report.causes.map { ($0.id, $0.confidence) })")
    }
}
