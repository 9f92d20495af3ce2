import ConfluenceModel
import ConfluenceStore
import Foundation
import Testing

@Suite("Writes keep history, the tree and the derived tables true")
struct WritingTests {
    private let store: ContentStore
    private let ada: AccountRecord
    private let later = Fixture.now.addingTimeInterval(3600)

    init() throws {
        store = try Fixture.store()
        ada = try #require(try store.viewer("ada").account)
    }

    @Test("each update is a version that can be read again, the newest first")
    func versions() throws {
        try store.write { writer in
            let page = try writer.updateContent(
                id: 1001, title: "Mooring manual", body: "<p>new</p>", author: ada, now: later, message: "shorter",
                isMinorEdit: true)
            #expect(page.version.number == 2)
            #expect(page.version.createdAt == later)
            #expect(page.createdAt < Fixture.now)
        }
        try store.read { (reader) throws in
            #expect(try reader.versions(of: 1001).map(\.number) == [2, 1])
            #expect(try reader.versions(of: 1001).first?.message == "shorter")
            #expect(try reader.body(of: 1001, version: 1) == "<p>Deploy the fenders before mooring</p>")
            #expect(try reader.title(of: 1001, version: 1) == "Mooring guide")
            #expect(try reader.content(id: 1001)?.body == "<p>new</p>")
        }
        #expect(try store.find("text ~ fenders", as: "ada").total == 0)
        #expect(try store.find("title ~ manual", as: "ada").hits.compactMap(\.content?.id) == [1001])
    }

    @Test("trashing a page moves the pages below it up, behind their new siblings")
    func trash() throws {
        try store.write { try $0.trash(id: 1001, by: ada, now: later) }
        let viewer = try store.viewer("ada")
        try store.read { (reader) throws in
            let children = try reader.children(of: 1000, kind: .page, visibleTo: viewer, limit: 10)
            #expect(children.map(\.id) == [1010, 1020, 1002])
            #expect(try reader.content(id: 1001)?.status == .trashed)
            #expect(try reader.ancestors(of: 1002).map(\.id) == [1000])
            #expect(try reader.content(kind: .page, title: "Mooring guide", spaceID: 65537) == nil)
        }
    }

    @Test("purging a page takes its attachments along and leaves the pages below it")
    func purge() throws {
        try store.write { try $0.purge(id: 1001) }
        try store.read { (reader) throws in
            #expect(try reader.content(id: 1001) == nil)
            #expect(try reader.content(id: 65538) == nil)
            #expect(try reader.attachmentData(65538) == nil)
            #expect(try reader.content(id: 1002)?.parentID == 1000)
        }
        #expect(try store.find("text ~ soundings", as: "ada").total == 0)
    }

    @Test("moving a page below a restricted one hides it, and moving it back shows it")
    func moveChangesGuards() throws {
        let ben = try store.viewer("ben")
        try store.write { try $0.updateContent(id: 1001, parentID: .move(to: 1012), author: ada, now: later) }
        try store.read { (reader) throws in
            #expect(try !reader.canView(1002, ben))
            #expect(try !reader.canView(65538, ben))
            #expect(try reader.ancestors(of: 1002).map(\.id) == [1000, 1010, 1011, 1012, 1001])
        }
        try store.write { try $0.updateContent(id: 1001, parentID: .move(to: nil), author: ada, now: later) }
        #expect(try store.read { try $0.canView(1002, ben) && $0.canView(65538, ben) })
    }

    @Test("a restriction reaches new content below it, and lifting it opens all")
    func restrictions() throws {
        let ben = try store.viewer("ben")
        let id = try store.write { writer in
            try writer.createContent(
                kind: .comment, title: "Re: wages", spaceID: 65537, parentID: 1011, body: "<p>too low</p>",
                author: ada, now: later
            ).id
        }
        #expect(try store.read { try !$0.canView(id, ben) })
        try store.write { try $0.setRestriction(of: 1010, operation: .view, subjects: [.user("ada"), .group("crew")]) }
        #expect(try store.read { try $0.canView(id, ben) && $0.restrictions(of: 1010).first?.subjects.count == 2 })
        try store.write { try $0.setRestriction(of: 1010, operation: .view, subjects: []) }
        #expect(try store.read { try $0.canView(1012, ben) && $0.restrictions(of: 1010).isEmpty })
    }

    @Test("a page can't be moved below itself, into another space, or take a title that is there")
    func refusals() throws {
        #expect(throws: StoreError.parentBelowItself(1001)) {
            try store.write { try $0.updateContent(id: 1001, parentID: .move(to: 1002), author: ada, now: later) }
        }
        #expect(throws: StoreError.parentInOtherSpace(parent: 2000, spaceKey: "PORT")) {
            try store.write { try $0.updateContent(id: 1001, parentID: .move(to: 2000), author: ada, now: later) }
        }
        #expect(throws: StoreError.titleTaken(title: "PAYROLL", spaceKey: "PORT")) {
            try store.write { try $0.updateContent(id: 1001, title: "PAYROLL", author: ada, now: later) }
        }
        #expect(throws: StoreError.noSuchContent(9)) { try store.write { try $0.addLabel(name: "x", to: 9) } }
        #expect(try store.read { try $0.content(id: 1001)?.version.number } == 1)
    }

    @Test("labels are put on once, in lower case, and taken off")
    func labels() throws {
        try store.write { writer in
            try writer.addLabel(name: "Harbour", to: 1002)
            try writer.addLabel(name: "harbour", to: 1002)
            try writer.addLabel(prefix: "team", name: "todo", to: 1002)
        }
        #expect(
            try store.read { try $0.allLabels(of: 1002).map { "\($0.prefix):\($0.name)" } } == [
                "global:harbour", "team:todo",
            ])
        #expect(try store.find("label = harbour", as: "ben").total == 1)
        #expect(try store.find("label = 'team:todo'", as: "ben").total == 1)
        func takeOff() throws -> LabelRecord? {
            try store.write { try $0.removeLabel(name: "harbour", from: 1002, visibleTo: .anonymous) }
        }
        #expect(try takeOff()?.name == "harbour")
        #expect(try takeOff() == nil)
        #expect(try store.find("label = harbour or text ~ harbour and id = 1002", as: "ben").total == 0)
    }

    @Test("attachments keep their bytes, version by version, and their file id")
    func attachments() throws {
        let old = try #require(try store.read { try $0.attachments(of: 1001, fileName: "chart.txt", limit: 5).first })
        #expect(old.attachment?.size == 15)
        try store.write {
            try $0.updateAttachment(id: old.id, mediaType: "image/png", data: [1, 2, 3], author: ada, now: later)
        }
        try store.read { (reader) throws in
            let new = try #require(try reader.content(id: old.id))
            #expect(new.attachment?.mediaType == "image/png")
            #expect(new.attachment?.fileID == old.attachment?.fileID)
            #expect(new.version.number == 2)
            #expect(try reader.attachmentData(old.id) == [1, 2, 3])
            #expect(try reader.attachmentData(old.id, version: 1) == Array("depth soundings".utf8))
        }
    }

    @Test("what an administrator changes is there in the next read")
    func administration() throws {
        try store.write { writer in
            #expect(try writer.setTokenState(name: "ben-token", .revoked, now: later))
            #expect(try !writer.setTokenState(name: "nobody", .revoked, now: later))
            try writer.setPassword(name: "ben", "other")
            try writer.setLicensed(name: "cleo", false)
            try writer.grant([.view], to: .user("cleo"), in: "DOCK")
            try writer.revoke([.view], from: .group("crew"), in: "PORT")
        }
        let ben = try store.viewer("ben")
        let cleo = try store.viewer("cleo")
        try store.read { (reader) throws in
            #expect(try reader.token(value: "ben-value", kinds: [.apiToken])?.state == .revoked)
            #expect(try reader.token(value: "ben-value", kinds: [.apiToken])?.revokedAt == later)
            #expect(try reader.token(value: "ben-value", kinds: [.personalAccessToken]) == nil)
            #expect(try reader.passwordMatches("other", accountID: ben.account?.id ?? 0))
            #expect(try !reader.passwordMatches("ben-password", accountID: ben.account?.id ?? 0))
            #expect(cleo.account?.isLicensed == false)
            #expect(try reader.canView(3000, cleo))
            #expect(try !reader.canView(1001, ben))
        }
        #expect(throws: StoreError.noSuchAccount("dora")) {
            try store.write { try $0.grant([.view], to: .user("dora"), in: "DOCK") }
        }
    }

    @Test("properties count their versions")
    func properties() throws {
        let author = try #require(try store.read { try $0.accounts().first })
        let owner = PropertyOwner.content(1001)
        let first = try #require(
            try store.write {
                try $0.createProperty(key: "editor", value: "\"v1\"", of: owner, author: author, now: .distantPast)
            })
        let second = try store.write {
            try $0.updateProperty(id: first.id, value: "\"v2\"", of: owner, author: author, now: .distantFuture)
        }
        #expect(second?.version.number == 2)
        #expect(second?.createdAt == first.createdAt)
        #expect(try store.read { try $0.property(key: "editor", of: owner)?.value } == "\"v2\"")
        #expect(try store.read { try $0.properties(of: .space(1001)).isEmpty })
        try store.write { try $0.removeProperty(id: first.id) }
        #expect(try store.read { try $0.properties(of: owner).isEmpty })
    }

    @Test("a write that throws leaves nothing behind")
    func rollback() throws {
        struct Interrupted: Error {}
        #expect(throws: Interrupted.self) {
            try store.write { writer in
                try writer.trash(id: 1001, by: ada, now: later)
                throw Interrupted()
            }
        }
        #expect(try store.read { try $0.content(id: 1001)?.status } == .current)
    }

    @Test("a snapshot can be gone back to more than once")
    func snapshot() throws {
        let snapshot = try store.snapshot()
        for _ in 1...2 {
            try store.write { try $0.purge(id: 1001) }
            #expect(try store.find("text ~ fenders", as: "ada").total == 0)
            try store.restore(snapshot)
            #expect(try store.read { try $0.content(id: 1001)?.title } == "Mooring guide")
            #expect(try store.find("text ~ fenders", as: "ada").total == 1)
        }
    }
}
