import CQL
import ConfluenceModel
import Foundation
import GRDB
import Testing

@testable import ConfluenceStore

@Suite("A label with the prefix “my” belongs to who set it")
struct LabelOwnerTests {
    private let store: ContentStore
    private let ada: AccountRecord
    private let ben: AccountRecord

    init() throws {
        store = try Fixture.store()
        (ada, ben) = try store.read { reader in
            (try #require(try reader.account(name: "ada")), try #require(try reader.account(name: "ben")))
        }
    }

    private func labels(of id: Int64, to account: AccountRecord?) throws -> [String] {
        try store.read { try $0.labels(of: id, visibleTo: Viewer(account: account)).map { "\($0.prefix):\($0.name)" } }
    }

    @Test("nobody else sees it, counts it or finds anything by it")
    func seen() throws {
        try store.write { writer in
            let space = try #require(try writer.reader.space(key: "PORT"))
            for account in [ada, ben] {
                try writer.addLabel(prefix: "my", name: "Todo", to: 1002, by: account)
            }
            try writer.addLabel(prefix: "my", name: "lanterns", to: 1002, by: ada)
            try writer.addLabel(prefix: "my", name: "lanterns", toSpace: space.id, by: ada)
        }
        #expect(try labels(of: 1002, to: ada) == ["my:lanterns", "my:todo"])
        #expect(try labels(of: 1002, to: ben) == ["my:todo"])
        #expect(try labels(of: 1002, to: nil) == [])
        #expect(try store.find("label = 'my:lanterns'", as: "ada").total == 1)
        #expect(try store.find("label = 'my:lanterns'", as: "ben").total == 0)
        #expect(try store.find("label != 'my:lanterns' and id = 1002", as: "ben").total == 1)
        #expect(try store.find("space.category = lanterns and id = 1002", as: "ben").total == 0)
        #expect(try store.find("space.category = lanterns and id = 1002", as: "ada").total == 1)
        for name in ["ada", "ben"] { #expect(try store.find("text ~ lanterns", as: name).total == 0) }
        let all = Viewer(account: ben, bypasses: true)
        try store.read { reader in
            let space = try #require(try reader.space(key: "PORT"))
            let hidden = try #require(try reader.allLabels(of: 1002).first { $0.name == "lanterns" })
            let counted = try reader.labelCounts(visibleTo: all).map(\.label.ownerID)
            #expect(counted.allSatisfy { $0 == nil || $0 == ben.id })
            #expect(try reader.labelUses(visibleTo: all).map(\.label.name).filter { $0 == "todo" }.count == 1)
            #expect(
                try reader.contents(labelled: [hidden.id], kinds: [.page], visibleTo: all, offset: 0, limit: 9).isEmpty)
            #expect(try reader.labels(named: "lanterns", visibleTo: all).isEmpty)
            #expect(try reader.labels(ofSpace: space.id, visibleTo: all).isEmpty)
            #expect(try reader.labels(ofSpace: space.id, visibleTo: Viewer(account: ada)).map(\.name) == ["lanterns"])
            var filter = SpaceFilter()
            filter.labels = ["lanterns"]
            #expect(try reader.spaces(visibleTo: all, filter: filter, offset: 0, limit: 9).isEmpty)
        }
        #expect(throws: StoreError.self) {
            try store.write { try $0.addLabel(prefix: "my", name: "x", to: 1002) }
        }
    }

    @Test("of several labels of a name the caller's own goes first, and that of another stays")
    func removed() throws {
        try store.write { writer in
            for account in [ada, ben] { try writer.addLabel(prefix: "my", name: "dup", to: 1002, by: account) }
            try writer.addLabel(name: "dup", to: 1002)
        }
        func takeOff() throws -> String? {
            try store.write { try $0.removeLabel(name: "Dup", from: 1002, visibleTo: Viewer(account: ada))?.prefix }
        }
        #expect(try takeOff() == "my")
        #expect(try takeOff() == "global")
        #expect(try takeOff() == nil)
        #expect(try labels(of: 1002, to: ben) == ["my:dup"])
    }

    @Test("a copy of a page takes along those of who copies it")
    func copied() throws {
        let copy = try store.write { writer in
            for account in [ada, ben] {
                try writer.addLabel(prefix: "my", name: "of-\(account.name)", to: 1002, by: account)
            }
            try writer.addLabel(name: "shared", to: 1002)
            let space = try #require(try writer.reader.space(key: "PORT"))
            return try writer.copy(
                1002, title: "Copy", spaceID: space.id, parentID: nil, with: .labels, author: ada, now: Fixture.now)
        }
        #expect(try labels(of: copy.id, to: ada) == ["my:of-ada", "global:shared"])
        #expect(try labels(of: copy.id, to: ben) == ["global:shared"])
    }

    @Test("who marks a page as a favourite sees that among its labels")
    func favourite() throws {
        try store.write { try $0.favour(contentID: 1002, by: ada, true, now: Fixture.now) }
        #expect(try labels(of: 1002, to: ada) == ["my:favourite"])
        #expect(try labels(of: 1002, to: ben) == [])
        try store.write { try $0.favour(contentID: 1002, by: ada, false, now: Fixture.now) }
        #expect(try labels(of: 1002, to: ada) == [])
    }

    @Test("a site file gives those of a page to who made it, and those of a space to its maker")
    func seeded() throws {
        var definition = Fixture.definition
        definition.spaces[1].labels = ["my:corner", "team:quays"]
        definition.spaces[1].pages[0].labels = ["my:mine", "team:ours", "plain"]
        definition.spaces[1].pages[0].creator = "ben"
        let store = try ContentStore(definition, now: Fixture.now)
        try store.read { reader in
            let space = try #require(try reader.space(key: "OPEN"))
            let ben = Viewer(account: try reader.account(name: "ben"))
            #expect(try reader.labels(of: 2000, visibleTo: ben).map(\.prefix) == ["my", "team", "global"])
            #expect(try reader.labels(of: 2000, visibleTo: .anonymous).map(\.name) == ["ours", "plain"])
            #expect(try reader.labels(ofSpace: space.id, visibleTo: .anonymous).map(\.name) == ["quays"])
            let maker = Viewer(account: space.creator)
            #expect(try reader.labels(ofSpace: space.id, visibleTo: maker).map(\.name) == ["corner", "quays"])
        }
        #expect(try store.find("text ~ mine", as: "ben").total == 0)
        #expect(try store.find("text ~ plain", as: "ben").total == 1)
    }

    // MARK: Files of earlier releases

    @Test("a file in which labels had no owner gives them to who made what carries them")
    func migrated() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "labels-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        try write(earlierFile: path)
        let store = try ContentStore(dataFile: path)
        try store.read { reader in
            let names = ["ada", "ben"]
            let seen = try names.map { name in
                let viewer = Viewer(account: try reader.account(name: name))
                return try [1, 2, 3].map { id in
                    try reader.labels(of: id, visibleTo: viewer).map { "\($0.prefix):\($0.name)" }
                }
            }
            #expect(seen[0] == [["global:guide", "my:todo"], [], ["my:favourite"]])
            #expect(seen[1] == [["global:guide"], ["my:later", "my:todo"], []])
            for (space, expected) in [(Int64(10), ["todo"]), (11, [])] {
                let viewer = Viewer(account: try reader.account(name: "ada"))
                #expect(try reader.labels(ofSpace: space, visibleTo: viewer).map(\.name) == expected)
            }
            let words = try reader.all("SELECT labels FROM content_index ORDER BY rowid", []) { $0[0] as String }
            #expect(words == ["guide", "", ""])
            #expect(try reader.exists("SELECT 1 FROM labels WHERE prefix = 'my' AND ownerID IS NULL", []) == false)
        }
        // What is put on afterwards meets the labels that were there.
        let ben = try #require(try store.read { try $0.account(name: "ben") })
        try store.write { try $0.addLabel(prefix: "my", name: "later", to: 1, by: ben) }
        #expect(try store.read { try $0.labels(named: "later", visibleTo: Viewer(account: ben)).count } == 1)
    }

    /// Three pages of two people in two spaces, as the release before wrote them.
    private func write(earlierFile path: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { $0.add(tokenizer: EnglishTokenizer.self) }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        try Schema.migrator().migrate(queue, upTo: "subtypes")
        try queue.write { db in
            for (id, name) in [(1, "ada"), (2, "ben")] {
                try db.execute(
                    sql: """
                        INSERT INTO users (id, name, displayName, email, accountID, userKey, isActive, isLicensed,
                        isSiteAdmin, kind) VALUES (?, ?, ?, ?, ?, ?, 1, 1, 0, 'person')
                        """, arguments: [id, name, name, "\(name)@x.example", "a\(id)", "k\(id)"])
            }
            for (id, maker) in [(10, 1), (11, nil)] as [(Int, Int?)] {
                try db.execute(
                    sql: """
                        INSERT INTO spaces (id, key, name, description, kind, isArchived, createdAt, creatorID)
                        VALUES (?, ?, '', '', 'global', 0, 0, ?)
                        """, arguments: [id, "S\(id)", maker])
            }
            for (id, maker) in [(1, 1), (2, 2), (3, 2)] {
                try db.execute(
                    sql: """
                        INSERT INTO content (id, kind, status, title, titleKey, spaceID, position, createdAt, creatorID,
                        version, modifiedAt) VALUES (?, 'page', 'current', ?, ?, 10, 0, 0, ?, 1, 0)
                        """, arguments: [id, "P\(id)", "p\(id)", maker])
                try db.execute(
                    sql: """
                        INSERT INTO content_versions (contentID, number, title, body, createdAt, authorID, message,
                        isMinorEdit) VALUES (?, 1, '', '', 0, ?, '', 0)
                        """, arguments: [id, maker])
                try db.execute(
                    sql: "INSERT INTO content_index (rowid, title, body, labels) VALUES (?, ?, '', ?)",
                    arguments: [id, "P\(id)", id == 1 ? "guide todo" : id == 2 ? "later todo" : ""])
            }
            try db.execute(
                sql: """
                    INSERT INTO labels (id, prefix, name) VALUES (1, 'global', 'guide'), (2, 'my', 'todo'), (3, 'my', 'later');
                    INSERT INTO content_labels (contentID, labelID) VALUES (1, 1), (1, 2), (2, 2), (2, 3);
                    INSERT INTO space_labels (spaceID, labelID) VALUES (10, 2), (11, 2);
                    INSERT INTO favourite_content (userID, contentID, createdAt) VALUES (1, 3, 0);
                    """)
        }
    }
}
