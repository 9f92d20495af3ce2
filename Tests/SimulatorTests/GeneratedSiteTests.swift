import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import Synchronization
import Testing

@Suite("A site with a size")
struct GeneratedSiteTests {
    private static func site(_ deployment: Site.Deployment, seed: Int = 7) throws -> ConfluenceSite {
        try ConfluenceSite(
            Site(deployment, name: "large") {
                User("ada", siteAdmin: true, groups: ["confluence-administrators"]) {
                    Token("ada-token", kind: deployment == .cloud ? .apiToken : .personalAccessToken)
                }
                Space("OWN") {
                    Permission(.user("ada"), .all)
                    Page("Own home", id: 70_000)
                }
                Size(pages: 60, spaces: 2, attachments: 5, comments: 8, users: 4, restrictions: 6, seed: seed)
            })
    }

    private static let deployments = [Site.Deployment.cloud, .dataCenter("9.2.0")]

    @Test("lets its people in, and shows them what they may see", arguments: deployments)
    func people(deployment: Site.Deployment) throws {
        let site = try Self.site(deployment)
        let person = try #require(site.definition.users.last?.name)
        let spaces = try JSONReader.read(try site.ask("/rest/api/space", as: person).body)
        #expect(spaces["results"]?.arrayValue?.map { $0["key"] } == ["ENG", "OPS"])
        let query = [QueryItem("cql", "type = page and space = ENG order by id"), QueryItem("limit", "100")]
        let found = try JSONReader.read(try site.ask("/rest/api/content/search", query: query, as: person).body)
        let pages = found["results"]?.arrayValue ?? []
        #expect(pages.first?["title"] == "Engineering Home")
        #expect(pages.count > 10 && pages.count <= 30)
        #expect(try site.ask("/rest/api/content/70000", as: person).status != 200)
        #expect(try site.ask("/rest/api/content/70000", as: "ada").status == 200)
    }

    @Test("answers the same for the same seed", arguments: deployments)
    func seeds(deployment: Site.Deployment) throws {
        func answers(_ seed: Int) throws -> [[UInt8]] {
            let site = try Self.site(deployment, seed: seed)
            let person = try #require(site.definition.users.last?.name)
            return try (65_540..<65_600).map {
                try site.ask("/rest/api/content/\($0)", query: [QueryItem("expand", "body.storage")], as: person).body
            }
        }
        #expect(try answers(7) == answers(7))
        #expect(try answers(7) != answers(8))
    }

    @Test("can live in a data file", arguments: deployments)
    func dataFile(deployment: Site.Deployment) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sized-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "site.db").path()
        let definition = try Self.site(deployment).definition
        for given in [definition, nil, definition] {
            let site = try ConfluenceSite(data: path, definition: given)
            let person = try #require(site.definition.users.last?.name)
            #expect(site.definition.users == definition.users)
            #expect(try site.ask("/rest/api/space/ENG", as: person).status == 200)
        }
    }

    @Test("has the same dates each time that it is made at the same moment", arguments: deployments)
    func dates(deployment: Site.Deployment) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dated-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var definition = try Self.site(deployment).definition
        definition.settings.now = ConfluenceSite.standingMoment
        func made(_ place: String?, after seconds: Double) throws -> SiteRecords? {
            // A clock that has run on whenever it is looked at, as a real one has.
            let time = Mutex(Date(timeIntervalSince1970: 1_000_000_000 + seconds))
            let clock: @Sendable () -> Date = {
                time.withLock { time in
                    time += 0.7
                    return time
                }
            }
            guard let place else { return try Simulator(definition, now: clock).export().records }
            let path = folder.appending(path: place).path()
            return try Simulator(data: path, definition, now: clock).export().records
        }
        let first = try #require(try made(nil, after: 0))
        #expect(try made(nil, after: 5000) == first)
        #expect(try made("one.db", after: 0) == first)
        #expect(try made("two.db", after: 5000) == first)
    }
}
