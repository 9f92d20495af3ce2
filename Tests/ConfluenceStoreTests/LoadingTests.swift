import ConfluenceModel
import Foundation
import GRDB
import Testing

@testable import ConfluenceStore

@Suite("A large made-up site is written as any other, although its indexes are made afterwards")
struct LoadingTests {
    /// Where the site is to lie.
    enum Ground: CaseIterable {
        case memory
        case disk
    }

    private struct Table: Equatable {
        var name: String
        /// In the order in which they were made.
        var indexes: [String]
    }

    @Test("its tables have the same indexes in the same order, and they hold all rows", arguments: Ground.allCases)
    func indexes(on ground: Ground) throws {
        let small = try tables(of: Fixture.store())
        try withLargeSite(on: ground) { store in
            #expect(try tables(of: store) == small)
            // Some releases of SQLite take columns of a table without row numbers for NULL, which is no damage.
            #expect(try troubles(of: store).filter { $0 != "ok" && !$0.hasPrefix("NULL value in") } == [])
            let counts: [Int64] = try store.read { reader in
                try ["", "INDEXED BY content_by_parent", "INDEXED BY content_by_change"].flatMap { index in
                    try reader.all("SELECT count(*) FROM content \(index) WHERE id > 0", []) { $0[0] as Int64 }
                }
            }
            #expect(Set(counts).count == 1)
            #expect(try #require(counts.first) > 600)
        }
    }

    @Test("it is written to afterwards", arguments: Ground.allCases)
    func writing(on ground: Ground) throws {
        try withLargeSite(on: ground) { store in
            let id: Int64 = try store.write { writer in
                let author = try #require(try writer.reader.accounts().first)
                let space = try #require(try writer.reader.space(key: "ENG"))
                return try writer.createContent(
                    kind: .page, title: "Written later", spaceID: space.id, parentID: space.homepageID,
                    body: "<p>x</p>", author: author, now: Fixture.now
                ).id
            }
            let space = try store.read { try $0.space(key: "ENG") }
            let found = try store.read {
                try $0.content(kind: .page, title: "Written later", spaceID: try #require(space).id)
            }
            #expect(found?.id == id)
        }
    }

    // MARK: - Fixtures

    private static let large: SiteDefinition = {
        var definition = SiteDefinition(
            name: "large", deployment: .dataCenter(.init(9, 2, 0)), host: "large.example.com", contextPath: "")
        definition.size = SiteSize(spaces: 2, pages: 600, seed: 5)
        return definition
    }()

    private func withLargeSite(on ground: Ground, _ body: (ContentStore) throws -> Void) throws {
        guard ground == .disk else { return try body(try ContentStore(Self.large, now: Fixture.now)) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "loading-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try ContentStore(dataFile: folder.appending(path: "site").path(percentEncoded: false))
        try store.fill(with: Self.large, now: Fixture.now)
        try body(store)
    }

    private func tables(of store: ContentStore) throws -> [Table] {
        try store.read { reader in
            let names: [String] = try reader.all(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", []
            ) { $0[0] }
            return try names.map { name in
                Table(
                    name: name,
                    indexes: try reader.all(
                        """
                        SELECT name || ': ' || ifnull(sql, '') FROM sqlite_master
                        WHERE type = 'index' AND tbl_name = ? ORDER BY rowid
                        """, [name]
                    ) { $0[0] })
            }
        }
    }

    private func troubles(of store: ContentStore) throws -> [String] {
        try store.read { try $0.all("PRAGMA integrity_check", []) { $0[0] } }
    }
}
