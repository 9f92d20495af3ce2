import ConfluenceModel
import Documents
import Testing

@testable import Scenarios

@Suite("What a site must hold once a step is done")
struct SiteEffectTests {
    private static let page = SiteInspection.PageState(
        id: 98311, title: "Roadmap", space: "DOCS", version: 3, parentID: 98305, parentTitle: "Home",
        labels: ["plan", "2026"], body: "<p>Ship it</p>", attachments: ["a.txt"], commentCount: 2,
        children: ["Q1", "Q2"], isRestricted: true)

    private static let site = SiteInspection(
        page: { reference in
            switch reference {
            case .id(98311), .title("Roadmap", space: "DOCS"): page
            case .id(98400): .init(id: 98400, title: "Old", space: "DOCS", status: .trashed)
            default: nil
            }
        },
        search: { cql, _ in
            cql == "space = DOCS" ? .init(total: 2, titles: ["Roadmap", "Home"]) : .init(total: 0, titles: [])
        },
        space: { $0 == "DOCS" ? .init(key: "DOCS", pageCount: 7) : nil })

    private static func problems(_ yaml: String) async throws -> [String] {
        let node = try DocumentReader.readYAML(Array(yaml.utf8), file: "sample.yaml")
        return try await EffectReader.read(node).mismatches(on: site).map(\.words)
    }

    @Test(
        "what holds is not complained of",
        arguments: [
            "{page: 98311, title: Roadmap, labels: [plan, '2026'], version: 3, parent: 98305, comments: 2}",
            "{space: DOCS, title: Roadmap, parent: Home, body-contains: Ship, body-lacks: Sink, restricted: true}",
            "{page: 98311, body-lacks: [Sh.p, 'it<..p>']}",
            "{page: 98311, status: current, attachments: [a.txt], children: [Q2, Q1], body-equals: <p>Ship it</p>}",
            "{page: 98311, version: {at-least: 2}, comments: {at-most: 5}}", "{page: 5, exists: false}",
            "{page: 98400, exists: false}", "{page: 98400, status: trashed}", "{space: DOCS, pages: 7}",
            "{space: DOCS, pages: {at-least: 1}}", "{space: HR, exists: false}", "{cql: space = DOCS, count: 2}",
            "{cql: space = DOCS, titles: [Home, Roadmap]}", "{cql: space = HR, count: 0}",
        ])
    func holds(yaml: String) async throws {
        #expect(try await Self.problems(yaml) == [])
    }

    @Test(
        "what does not hold is told with what is there instead",
        arguments: [
            ("{page: 5}", "the page is not there"), ("{page: 98400}", "the page is in the trash"),
            ("{page: 98311, exists: false}", "the page is there, and should not be"),
            ("{page: 98311, title: Plan}", "the page's title is “Roadmap”, expected “Plan”"),
            ("{page: 98311, labels: [plan, new]}", "the page's labels: “new” is missing, “2026” is not expected"),
            ("{page: 98311, body-contains: Sink}", "the page's body should contain “Sink”, and is “<p>Ship it</p>”"),
            ("{page: 98311, body-lacks: Ship}", "the page's body should not contain “Ship”, and does"),
            ("{page: 98311, body-equals: <p/>}", "the page's body is “<p>Ship it</p>”, expected “<p/>”"),
            ("{page: 98311, version: 4}", "the page's version is 3, expected 4"),
            ("{page: 98311, version: {at-least: 4}}", "the page's version is 3, expected at least 4"),
            ("{page: 98311, parent: Roadmap}", "the page's parent is 98305 (“Home”), expected Roadmap"),
            ("{page: 98311, status: archived}", "the page's status is current, expected archived"),
            ("{page: 98311, attachments: []}", "the page's attachments: “a.txt” is not expected"),
            ("{page: 98311, comments: 3}", "the page has 2 comments, expected 3"),
            ("{page: 98311, children: [Q1, Q2, Q3, Q4]}", "the page's children: “Q3”, “Q4” are missing"),
            ("{page: 98311, restricted: false}", "the page is restricted, and should not be"),
            ("{space: HR}", "the space HR is not there"),
            ("{space: DOCS, exists: false}", "the space DOCS is there, and should not be"),
            ("{space: DOCS, pages: 8}", "the space DOCS has 7 pages, expected 8"),
            ("{cql: space = DOCS, count: 3}", "space = DOCS finds 2, expected 3: “Roadmap”, “Home”"),
            ("{cql: space = DOCS, titles: [Home]}", "what space = DOCS finds: “Roadmap” is not expected"),
        ])
    func differs(yaml: String, problem: String) async throws {
        #expect(try await Self.problems(yaml) == [problem])
    }

    @Test(
        "an effect that asks for nothing or the impossible is refused",
        arguments: [
            ("{page: 98311, label: [a]}", "unknown key “label”, did you mean “labels”?"),
            ("{title: Home}", "name the page, by “page: ID” or by “space: KEY, title: TITLE”"),
            ("{page: 98311, space: DOCS}", "a page that is named by its id needs no space"),
            ("{page: 5, exists: false, version: 1}", "nothing can be expected of a page that must not exist"),
            ("{space: HR, exists: false, pages: 1}", "nothing can be expected of a space that must not exist"),
            ("{cql: space = DOCS}", "what the query must find is missing: “count” or “titles”"),
            ("{cql: space = DOCS, version: 1}", "unknown key “version”; known are cql, count, titles"),
            ("{page: 98311, status: gone}", "unknown value “gone”; known are current, draft, archived, trashed"),
        ])
    func mistakes(yaml: String, message: String) async {
        let error = await #expect(throws: DocumentError.self) { try await Self.problems(yaml) }
        #expect(error?.message == message)
    }
}
