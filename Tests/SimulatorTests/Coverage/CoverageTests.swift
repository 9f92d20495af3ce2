import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("The coverage table")
struct CoverageTests {
    private static func row(_ method: String, _ path: String) throws -> CoverageRow {
        try #require(Coverage.rows.first { $0.method == method && $0.path == path }, "\(method) \(path)")
    }

    @Test("tells in which dialects an endpoint is simulated, and how sure that is")
    func simulated() throws {
        let current = try Self.row("GET", "/rest/api/user/current")
        for column in CoverageColumn.allCases where column != .cloudV2 {
            #expect(current[column] == .simulated)
            #expect(current.confidence[column] == .documented)
        }
        #expect(current[.cloudV2] == .none)
        let pages = try Self.row("PUT", "/api/v2/pages/{id}")
        #expect(pages.states == [.cloudV2: .simulated])
    }

    @Test("tells what real Confluence has and the simulator has not")
    func missing() throws {
        let apps = try #require(Coverage.rows.first { $0.path.hasPrefix("/api/v2/app/properties") })
        #expect(apps[.cloudV2] == .not("apps alone reach it"))
        #expect(apps[.cloudV1] == .none)
        let backup = try Self.row("POST", "/rest/api/backup-restore/backup/site")
        #expect(backup.states == [.dataCenter8: .not(nil), .dataCenter9: .not(nil), .dataCenter10: .not(nil)])
    }

    @Test("a part that lacks is named, with its dialect")
    func partly() {
        let route = Route(.get, "/rest/api/nothing", .status, "nobody", .inferred).partly("everything")
        #expect(route.lacks == "everything")
        #expect(CoverageState.partly("everything").lack == "everything")
        #expect(CoverageState.partly("everything").word == "partly")
    }

    @Test("no endpoint stands twice, and every row has a source")
    func rows() {
        var seen: Set<String> = []
        for row in Coverage.rows {
            let key = "\(row.method) \(PathTemplate(stringLiteral: row.path).shape)"
            #expect(seen.insert(key).inserted, "\(key) stands twice")
            #expect(!row.sources.isEmpty)
            #expect(row.states.values.contains { $0 != .none }, "\(key) is nowhere")
        }
    }

    @Test("all lines of the lists of known endpoints are read")
    func knownEndpoints() {
        let all = [KnownEndpoint.cloudV1, KnownEndpoint.cloudV2, KnownEndpoint.dataCenter]
        for list in all { #expect(list.allSatisfy { $0.path.text.hasPrefix("/") && !$0.method.isEmpty }) }
        // As many as the descriptions have, and what clients ask beyond them.
        #expect(all.map(\.count) == [178, 218, 200])
        let retention = KnownEndpoint.read(source: "s", "GET PUT /a/{b} | since 8.0 until 9.1")
        #expect(retention.map(\.method) == ["GET", "PUT"])
        #expect(retention[0].releases == Releases(since: ProductVersion(8, 0), until: ProductVersion(9, 1)))
    }

    @Test(
        "a release of Data Center answers what it has, and says of the rest when it came",
        arguments: [("8.5.0", 404), ("8.8.0", 200), ("9.2.0", 200), ("10.2.0", 200)])
    func releases(version: String, status: Int) throws {
        let site = try ConfluenceSite.acme(.dataCenter) { site in
            site.deployment = .dataCenter(ProductVersion(version) ?? ProductVersion(0, 0))
        }
        let page = try #require(site.definition.spaces.flatMap(\.pages).first?.id)
        let answer = try site.ask("/rest/api/content/\(page)/restriction", .put, as: "mira", body: [])
        #expect(answer.status == status)
        let entry = try #require(site.journal.last)
        #expect(
            entry.nearMiss
                == (status == 404
                    ? "PUT /rest/api/content/{id}/restriction came with 8.8.0, the site is 8.5.0" : nil))
    }
}
