import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import GRDB
import Simulator
import Synchronization
import Testing

@Suite("A site in a data file outlives its simulator")
struct DataFileTests {
    private static let page = "/rest/api/content/98311"

    @Test("is taken up with its content, rights, tokens, settings and clock", arguments: ConfluenceSite.Acme.allCases)
    func takenUp(kind: ConfluenceSite.Acme) throws {
        let definition = try kind.definition()
        try withFile { path in
            let time = Mutex(ConfluenceSite.standingMoment)
            let before: (page: Response, now: Date)
            do {
                let site = try ConfluenceSite(data: path, definition: definition) { time.withLock(\.self) }
                #expect(try site.addPage("First") == 200)
                try site.perform(.revokeToken("reader-bot-token"))
                try site.perform(.setPassword(user: "mira", password: "another"))
                try site.perform(.advanceClock(seconds: 1000))
                try site.perform(.change([.readOnly(true), .anonymousAccess(true)]))
                before = (
                    try site.ask(Self.page, query: [QueryItem("expand", "version")], as: "mira"), site.simulator.now
                )
            }
            time.withLock { $0 += 60 }
            for given in [nil, definition] {
                let site = try ConfluenceSite(data: path, definition: given) { time.withLock(\.self) }
                #expect(site.definition.users == definition.users)
                #expect(
                    try site.ask(Self.page, query: [QueryItem("expand", "version")], as: "mira").body
                        == before.page.body)
                #expect(try site.ask(Self.page, as: "reader-bot").status != 200)
                #expect(site.simulator.now == before.now + 60)
                #expect(site.simulator.settings.readOnly && site.simulator.settings.anonymousAccess)
            }
        }
    }

    @Test("a standing clock stands where it stood")
    func standingClock() throws {
        try withFile { path in
            let chosen = Date(timeIntervalSince1970: 1_000_000_000)
            try ConfluenceSite(data: path, Self.small).simulator.freezeClock(at: chosen)
            let again = try ConfluenceSite(data: path, now: { .distantFuture })
            #expect(again.simulator.isClockFrozen && again.simulator.now == chosen)
        }
    }

    @Test("snapshots and reset work as in memory", arguments: ConfluenceSite.Acme.allCases)
    func states(kind: ConfluenceSite.Acme) throws {
        let definition = try kind.definition()
        try withFile { path in
            let site = try ConfluenceSite(data: path, definition: definition)
            let first = try site.ask(Self.page, as: "mira").body
            try site.simulator.keepSnapshot("before")
            for _ in 1...2 {
                try site.perform(.trash(page: 98311))
                try site.perform(.advanceClock(seconds: 5))
                #expect(try site.ask(Self.page, as: "mira").status == 404)
                try site.simulator.restoreSnapshot("before")
                #expect(try site.ask(Self.page, as: "mira").body == first)
                #expect(site.simulator.now == ConfluenceSite.standingMoment)
            }
            try site.perform(.trash(page: 98311))
            try site.simulator.reset()
            #expect(try site.ask(Self.page, as: "mira").body == first)
        }
    }

    @Test("a file whose site was reset is taken up again")
    func takenUpAfterReset() throws {
        try withFile { path in
            try ConfluenceSite(data: path, Self.small).simulator.reset()
            #expect(throws: Never.self) { try ConfluenceSite(data: path) }
        }
    }

    @Test("a restored state is the one that is taken up, and only a site file says what to reset to")
    func restoredStateIsKept() throws {
        try withFile { path in
            do {
                let site = try ConfluenceSite(data: path, Self.small)
                try site.simulator.keepSnapshot("before")
                try site.perform(.change([.anonymousAccess(true)]))
                try site.simulator.restoreSnapshot("before")
            }
            do {
                let site = try ConfluenceSite(data: path)
                #expect(!site.simulator.settings.anonymousAccess)
                let error = #expect(throws: SiteActError.self) { try site.simulator.reset() }
                #expect(error?.description.contains("site file") == true)
                try site.perform(.change([.anonymousAccess(true)]))
            }
            let site = try ConfluenceSite(data: path, Self.small)
            #expect(site.simulator.settings.anonymousAccess)
            try site.simulator.reset()
            #expect(!site.simulator.settings.anonymousAccess)
        }
    }

    // MARK: Files that can't be used

    @Test("a second simulator is refused for as long as the first has the file")
    func inUse() throws {
        try withFile { path in
            do {
                let site = try ConfluenceSite(data: path, Self.small)
                let error = #expect(throws: SiteDataError.self) { try ConfluenceSite(data: path, Self.small) }
                #expect(error?.isInUse == true)
                #expect(error?.description.contains("another process serves the site") == true)
                #expect(site.simulator.exchangeCount == 0)
            }
            #expect(throws: Never.self) { try ConfluenceSite(data: path, Self.small) }
        }
    }

    @Test("what a site file says otherwise than the data is named")
    func contradiction() throws {
        try withFile { path in
            _ = try ConfluenceSite(data: path, Self.small)
            let other = Site(.dataCenter("9.2.0"), name: "small", host: "other.example.com") {
                User("ada", groups: ["crew"])
                Space("DEV")
                Space("OPS")
            }
            let error = #expect(throws: SiteDataError.self) { try ConfluenceSite(data: path, other) }
            let words = error?.description ?? ""
            for part in [
                "deployment (Data Center 9.2.0 in the site file, Cloud in the data)", "host", "users ada", "spaces OPS",
            ] {
                #expect(words.contains(part), "\(words)")
            }
            #expect(!words.contains("DEV") && !words.contains("name ("))
        }
    }

    @Test("files of others, of later releases and damaged ones are told apart, and left as they were")
    func unusable() throws {
        func trouble(_ path: String) throws -> String {
            let before = try Data(contentsOf: URL(filePath: path))
            let error = #expect(throws: SiteDataError.self) { try ConfluenceSite(data: path, Self.small) }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
            return error?.description ?? ""
        }
        try withFile { path in
            try Data("not a database, but long enough to be taken for one by its length alone".utf8)
                .write(to: URL(filePath: path))
            #expect(try trouble(path).contains("no data file of a simulated site"))
        }
        try withFile { path in
            try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") }
            #expect(try trouble(path).contains("no data file of a simulated site"))
        }
        try withFile { path in
            _ = try ConfluenceSite(data: path, Self.small)
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('of the year 2040')")
            }
            #expect(try trouble(path).contains("written by a later release"))
        }
        try withFile { path in
            _ = try ConfluenceSite(data: path, Self.small)
            let handle = try FileHandle(forUpdating: URL(filePath: path))
            for place in stride(from: 8192, to: 80_000, by: 4096) {
                try handle.seek(toOffset: UInt64(place))
                try handle.write(contentsOf: Data(repeating: 0xA5, count: 200))
            }
            try handle.close()
            #expect(try trouble(path).contains("is damaged"))
        }
    }

    @Test("a file without a site, and one that can't be made, are told")
    func nothingThere() throws {
        try withFile { path in
            let empty = #expect(throws: SiteDataError.self) { try ConfluenceSite(data: path) }
            #expect(empty?.isEmpty == true)
            let lost = #expect(throws: SiteDataError.self) {
                try ConfluenceSite(data: "\(path)/below/site.db", Self.small)
            }
            #expect(lost?.description.contains("can't be opened") == true)
        }
    }

    // MARK: - Fixtures

    private static var small: Site {
        Site(.cloud, name: "small") {
            User("ada")
            Space("DEV")
        }
    }

    private func withFile(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "data-file-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appending(path: "site.db").path())
    }
}

extension ConfluenceSite {
    /// Writes a page and answers with the status.
    fileprivate func addPage(_ title: String) throws -> Int {
        let body: JSON = [
            "type": "page", "title": .string(title), "space": ["key": "DOCS"],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ]
        return try ask("/rest/api/content", .post, as: "mira", body: body).status
    }
}
