import ConfluenceModel
import Testing

@Suite("Verdicts of laws")
struct VerdictTests {
    @Test("each has its published word")
    func words() {
        #expect(
            Verdict.allCases.map(\.rawValue)
                == ["agree", "simulator-wrong", "live-drifted", "descriptions-debt", "particular", "not-judged"])
    }
}
