import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("What is asked for and not simulated")
struct GapTests {
    struct Question: Sendable, CustomTestStringConvertible {
        var site: ConfluenceSite.Acme
        var method = Request.Method.get
        var path: String
        var gap: String?
        var testDescription: String { "\(site): \(method) \(path)" }
    }

    private static let questions = [
        Question(
            site: .dataCenter, path: "/rest/api/backup-restore/jobs",
            gap: "GET /rest/api/backup-restore/jobs is not simulated"),
        Question(site: .cloud, path: "/api/v2/admin-key", gap: "GET /api/v2/admin-key is not simulated"),
        Question(
            site: .cloud, path: "/rest/zephyr/latest/cycle",
            gap: "GET /rest/zephyr/latest/cycle is no endpoint that is known of Confluence"),
        Question(site: .cloud, path: "/rest/api/content/98311", gap: nil),
        // What another deployment has, and methods that nobody has, real Confluence refuses as well.
        Question(site: .dataCenter, path: "/api/v2/pages", gap: nil),
        Question(site: .cloud, path: "/rest/api/backup-restore/jobs", gap: nil),
        Question(site: .cloud, method: Request.Method(rawValue: "PATCH"), path: "/rest/api/content/98311", gap: nil),
        Question(site: .cloud, path: "/spaces/DOCS/overview", gap: nil),
    ]

    @Test("is told apart from what real Confluence does not have either", arguments: questions)
    func gap(question: Question) throws {
        let site = try ConfluenceSite.acme(question.site)
        _ = try site.ask(question.path, question.method, as: "reader-bot")
        #expect(site.journal.last?.gap == question.gap)
        #expect(site.simulator.gaps.map(\.gap) == (question.gap == nil ? [] : [question.gap]))
    }

    @Test("stays known when the journal is emptied")
    func lasting() throws {
        let site = try ConfluenceSite.acme(.cloud)
        _ = try site.ask("/api/v2/admin-key", as: "reader-bot")
        site.simulator.clearJournal()
        #expect(site.simulator.gaps.count == 1)
    }

    @Test("a page of nobody's is missing for users and leads visitors to the login")
    func unknownPage() throws {
        let site = try ConfluenceSite.acme(.cloud)
        let missing = try site.ask("/wiki/rest/api/space", as: "reader-bot")
        #expect(missing.status == 404)
        #expect(missing.text.contains("The page you were trying to reach could not be found"))
        #expect(try site.ask("/wiki/rest/api/space").status == 302)
        #expect(try site.ask("/home/rest/api/space", as: "reader-bot").status == 302)
    }
}
