import ConfluenceModel
import Contracts
import Documents
import Testing

@Suite("What earlier checks have told")
struct KnownDriftsTests {
    private static func report(_ verdicts: [(String, Verdict)]) -> LawReport {
        let result = ScenarioResult(name: "law", file: "f", driver: "http", status: .passed, steps: [])
        let laws = verdicts.map { id, verdict in
            JudgedLaw(
                law: Law(
                    id: id, family: "f", says: "…", api: .dataCenter, source: "…", confidence: .inferred),
                site: "staging", verdict: verdict, reason: nil, simulator: LawTry(outcome: .holds, result: result),
                live: nil)
        }
        return LawReport(laws: laws, sites: [], leftOut: 0, elapsedMilliseconds: 0)
    }

    @Test("a verdict is new once, and new again as another one")
    func news() throws {
        let first = Self.report([("a", .liveDrifted), ("b", .agree)])
        #expect(KnownDrifts().marking(first).news.map(\.law.id) == ["a"])
        let known = KnownDrifts().updated(by: first)
        #expect(known.marking(first).news.isEmpty)
        #expect(known.marking(Self.report([("a", .descriptionsDebt)])).news.map(\.law.id) == ["a"])
    }

    @Test("what is over is forgotten, and what was not judged is kept")
    func over() {
        let known = KnownDrifts().updated(by: Self.report([("a", .liveDrifted), ("b", .liveDrifted)]))
        let next = known.updated(by: Self.report([("a", .agree), ("b", .notJudged)]))
        #expect(next.verdicts.keys.sorted() == ["staging/b/data-center"])
    }

    @Test("the file is read as it was written")
    func file() throws {
        let known = KnownDrifts().updated(by: Self.report([("b", .liveDrifted), ("a", .simulatorWrong)]))
        let node = try DocumentReader.readJSON(Array(known.text.utf8), file: "known.json")
        #expect(try KnownDrifts(node) == known)
    }

    @Test("another file is refused with its place")
    func mistakes() throws {
        let node = try DocumentReader.readYAML(Array("version: 1\nknown: {a/b/c: live-drift}\n".utf8), file: "k.yaml")
        #expect {
            try KnownDrifts(node)
        } throws: {
            "\($0)".contains("did you mean “live-drifted”?")
        }
    }
}
