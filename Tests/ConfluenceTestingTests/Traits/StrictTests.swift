import ConfluenceTesting
import ConfluenceWire
import Testing

@Suite("A strict site")
struct StrictTests {
    @Test("lets a test be that asks for what is simulated", .confluence(.cloud).strict)
    func simulated() throws {
        let site = try ConfluenceSite.current
        #expect(try site.ask("/rest/api/user/current", as: "reader-bot").status == 200)
    }

    @Test("fails a test that asks for anything else, and says for what")
    func unsimulated() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        _ = try site.ask("/api/v2/admin-key", as: "reader-bot")
        withKnownIssue {
            site.expectOnlySimulated()
        } matching: { issue in
            issue.comments.contains { $0.rawValue.contains("GET /api/v2/admin-key is not simulated") }
        }
    }
}
