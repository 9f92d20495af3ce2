import ConfluenceWire
import Testing

@testable import LiveSites

@Suite("The record of what a run creates")
struct RecordTests {
    private static let head = RecordHead(
        profile: "staging", base: "https://acme.atlassian.net/wiki", space: "SCRATCH", mark: "r1",
        begun: "2026-01-31T09:00:00Z")

    @Test(
        "every line reads back as what was written",
        arguments: [
            RecordLine.begun(head), .intended(number: 1, Creation(kind: .page, title: "A “page”\n", parent: "12")),
            .made(number: 1, ids: ["34"]), .notMade(number: 2, status: 403), .removed(id: "34", purged: true),
        ])
    func lines(line: RecordLine) throws {
        #expect(RecordContents.lines(in: line.json.compactText) == [line])
    }

    @Test("a last line that was cut short is left out")
    func cut() {
        let whole = RecordLine.intended(number: 1, Creation(kind: .page, title: "A", parent: "1")).json.compactText
        let text = "\(whole)\n{\"number\":1,\"ma"
        let contents = RecordContents(RecordContents.lines(in: text))
        #expect(contents.unanswered.map(\.number) == [1])
        #expect(!contents.isSwept)
    }

    @Test("what was made last is removed first; comments and files go with their pages")
    func remaining() {
        let contents = RecordContents([
            .begun(Self.head),
            .intended(number: 1, Creation(kind: .scratchPage, title: "s")), .made(number: 1, ids: ["1"]),
            .intended(number: 2, Creation(kind: .page, title: "a", parent: "1")), .made(number: 2, ids: ["2"]),
            .intended(number: 3, Creation(kind: .comment, parent: "2")), .made(number: 3, ids: ["3"]),
            .intended(number: 4, Creation(kind: .page, title: "b", parent: "2")), .notMade(number: 4, status: 400),
            .intended(number: 5, Creation(kind: .blogPost, title: "c r1")), .made(number: 5, ids: ["5"]),
            .removed(id: "5", purged: true),
        ])
        #expect(contents.remaining.map(\.id) == ["2", "1"])
        #expect(contents.made == ["1", "2", "3", "5"])
    }
}
