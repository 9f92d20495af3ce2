import ConfluenceModel
import ConfluenceWire
import Synchronization
import Testing

@testable import Scenarios

@Suite("Answers are held to those that were kept")
struct SnapshotTests {
    private final class Files: Sendable {
        let texts: Mutex<[String: String]>
        init(_ texts: [String: String] = [:]) { self.texts = Mutex(texts) }

        func shelf(writing: Bool) -> ScenarioShelf {
            var shelf = ScenarioShelf(read: { path in self.texts.withLock { $0[path] } })
            if writing { shelf.write = { path, text in self.texts.withLock { $0[path] = text } } }
            return shelf
        }
    }

    private static let snapshot = SnapshotExpectation(name: "labels", path: "toolkit/snapshots/labels.txt")

    @Test("a missing one fails and says how to make it; writing makes it, and then it holds")
    func lifeCycle() throws {
        let files = Files()
        #expect(
            Self.snapshot.mismatches(of: "a\nb", on: files.shelf(writing: false)).map(\.words) == [
                "there is no snapshot toolkit/snapshots/labels.txt yet; run once with --update-snapshots to keep this answer"
            ])
        #expect(Self.snapshot.mismatches(of: "a\nb", on: files.shelf(writing: true)) == [])
        #expect(files.texts.withLock { $0 } == ["toolkit/snapshots/labels.txt": "a\nb\n"])
        #expect(Self.snapshot.mismatches(of: "a\nb", on: files.shelf(writing: false)) == [])
        let mismatch = try #require(Self.snapshot.mismatches(of: "a\nc", on: files.shelf(writing: false)).first)
        #expect(
            mismatch.words == """
                the answer is not the one kept in toolkit/snapshots/labels.txt, from line 2 on (- expected, + found):
                  a
                - b
                + c
                  
                if the new one is right, keep it with --update-snapshots
                """)
        #expect(mismatch.comparison?.expected == "a\nb\n")
        #expect(mismatch.comparison?.found == "a\nc\n")
    }

    @Test(
        "what changes from run to run gives way to words",
        arguments: [
            ("page 98311, again 98311, then 98312", "page <id 1>, again <id 1>, then <id 2>"),
            ("version 12 of 4 pages, 3.14159", "version 12 of 4 pages, 3.14159"),
            ("at 2026-03-02T09:00:00.000Z and 2026-03-02 09:00:01", "at <time> and <time>"),
            ("since 2026-03-02, Mon, 02 Mar 2026 09:00:00 GMT, Mar 02, 2026", "since <time>, <time>, <time>"),
            ("1772442000000", "<time>"), ("changed 2 hours ago, just a moment ago", "changed <time>, <time>"),
            ("content$98311.2, %3A1b9f0c1e-8a1b-4c2d-9e3f-001122334455", "content$<id 1>.2, %3A<id 2>"),
            ("557058:1b9f0c1e-8a1b-4c2d-9e3f-001122334455", "<id 1>:<id 2>"),
            ("2c9180836f1a2b3c016f1a2b3c4d0001", "<id 1>"), ("/wiki/x/AYAB", "/wiki/x/<id 1>"),
            ("ATATT3xFfGF0abcdefgh=1A2B3C4D", "<token>"), ("Bearer s3cr3t-value", "Bearer <token>"),
            ("https://acme.atlassian.net/wiki/pages/98311", "<site>/pages/<id 1>"), ("a\r\nb", "a\nb"),
        ])
    func normalised(text: String, expected: String) {
        let snapshot = SnapshotText(
            secrets: ["s3cr3t-value", "abc"],
            names: ["https://acme.atlassian.net/wiki": "<site>", "https://acme.atlassian.net": "<host>"])
        #expect(snapshot.normalised(text) == expected)
    }

    @Test("values are kept with their keys in order")
    func values() throws {
        var expectation = AnswerExpectation()
        expectation.snapshot = Self.snapshot
        let files = Files()
        let text = SnapshotText(secrets: [], names: [:])
        let answers: [JSON] = [["b": 1, "a": ["id": "98311"]], ["a": ["id": "98399"], "b": 1]]
        for (answer, writing) in zip(answers, [true, false]) {
            let problems = try expectation.mismatches(
                of: AnswerContent(ToolAnswer.value(answer)), shelf: files.shelf(writing: writing), snapshotText: text)
            #expect(problems == [])
        }
        #expect(
            files.texts.withLock { $0.values.first } == """
                {
                  "a": {
                    "id": "<id 1>"
                  },
                  "b": 1
                }

                """)
    }
}
