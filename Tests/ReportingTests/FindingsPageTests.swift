import ConfluenceModel
import Reporting
import Testing

@Suite("The page of findings")
struct FindingsPageTests {
    private static func finding(_ id: String, kind: String?, title: String = "A title") -> Finding {
        Finding(
            defect: KnownDefect(
                id: id, product: "elitea-sdk", seenIn: "0.11.27", title: title, should: "It works.",
                consequence: "It *hurts* <b>.", cause: nil, suggestion: "Mend it."),
            kind: kind, deployments: ["Cloud", "Data Center"], drivers: ["elitea"],
            file: "scenarios/findings/\(id).yaml",
            steps: [.init(name: "a call", call: "read_page {\"id\":\"`1`\"}", outcomes: ["fails: true"])])
    }

    @Test("tells each finding in full, with the command that shows it")
    func section() {
        let page = FindingsPage.render([Self.finding("one", kind: "waste")])
        for part in [
            "### A title", "`one`, seen in elitea-sdk 0.11.27, on Cloud and Data Center.",
            "1. a call: ``read_page {\"id\":\"`1`\"}``", "   - `fails: true`", "**What should happen.** It works.",
            "**Suggestion.** Mend it.", "confluence-doctor run scenarios/findings/one.yaml --driver elitea",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(!page.contains("Likely cause"))
        #expect(!page.contains("<b>"))
    }

    @Test("what loses content comes first, and what has no kind last")
    func order() throws {
        let page = FindingsPage.render([
            Self.finding("z", kind: nil, title: "Last"), Self.finding("w", kind: "waste", title: "Second"),
            Self.finding("d", kind: "data-loss", title: "First"),
        ])
        let places = try ["### First", "### Second", "### Last"].map {
            try #require(page.firstRange(of: $0)).lowerBound
        }
        #expect(places == places.sorted())
        #expect(page.contains("3 ways in which"))
    }
}
