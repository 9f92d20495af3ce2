import ConfluenceClient
import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import Synchronization
import Testing

@testable import LiveSites

@Suite("Cleaning up behind a run")
struct SweepTests {
    private static func create(
        _ title: String, below parent: String, on site: GuardedSite, type: String = "page"
    ) async throws -> String? {
        var request = Request(.post, site.access.base.appending("rest/api/content"))
        request.headers["Content-Type"] = "application/json"
        request.authenticate(as: try #require(site.access.accounts.first).authentication)
        request.body = JSONWriter.compact([
            "type": .string(type), "title": .string(title), "space": ["key": "DOCS"],
            "ancestors": type == "page" ? [["id": .string(parent)]] : [],
            "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        ])
        return try JSONReader.read(try await site.send(request).body)["id"]?.stringValue
    }

    @Test(
        "everything that a run has made is gone from the space and from its trash",
        arguments: ConfluenceSite.Acme.allCases)
    func sweeps(kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let before = try FixtureSite.pages(site)
        let guarded = try FixtureSite.guarded(site, record: .inMemory())
        let area = try await guarded.scratch()
        let parent = try #require(try await Self.create("A", below: area.parentID, on: guarded))
        _ = try await Self.create("B", below: parent, on: guarded)
        _ = try await Self.create("C m4rk", below: "", on: guarded, type: "blogpost")
        let report = await guarded.sweep()
        #expect(report.isClean)
        #expect(report.removed.map(\.title) == ["C m4rk", "B", "A", "confluence-doctor scratch m4rk"])
        #expect(!report.removed.map(\.purged).contains(false))
        #expect(try FixtureSite.pages(site) == before)
        #expect(await guarded.sweep().removed.isEmpty)
    }

    @Test("what was made and never answered is found", arguments: ConfluenceSite.Acme.allCases, 1...4)
    func finds(kind: ConfluenceSite.Acme, lost: Int) async throws {
        let site = try ConfluenceSite.acme(kind)
        let before = try FixtureSite.pages(site)
        let lines = Mutex("")
        let record = CreationRecord(append: { line in lines.withLock { $0 += line + "\n" } })
        let guarded = try FixtureSite.guarded(site, record: record, losingAnswersFrom: lost)
        await #expect(throws: FixtureSite.Killed.self) {
            let area = try await guarded.scratch()
            let parent = try #require(try await Self.create("A", below: area.parentID, on: guarded))
            _ = try await Self.create("B", below: parent, on: guarded)
            _ = try await Self.create("C m4rk", below: "", on: guarded, type: "blogpost")
        }
        let left = RecordContents.lines(in: lines.withLock { $0 })
        let later = try FixtureSite.guarded(site, record: CreationRecord(lines: left, append: { _ in }))
        let report = await later.sweep()
        #expect(report.isClean)
        #expect(report.removed.count == lost)
        #expect(try FixtureSite.pages(site) == before)
    }

    @Test("what no account sees is not taken for gone, unless the run has deleted it; what is above it stays")
    func hidden() async throws {
        let wire = Wire { request, nth in
            if request.method == .post || request.url.path.contains("/space/") {
                return Wire.confluence(request, nth: nth)
            }
            let isHidden = request.url.path.contains("103") || request.url.path.contains("104")
            return Response(status: isHidden ? 404 : 200, body: Array(#"{"results":[]}"#.utf8))
        }
        let site = try wire.site()
        _ = try await site.scratch()
        for title in ["A", "B"] {
            let body = #"{"type":"page","title":"\#(title)","ancestors":[{"id":"102"}]}"#
            _ = try await site.send(Wire.request("POST", "/rest/api/content", body))
        }
        _ = try await site.send(Wire.request("DELETE", "/rest/api/content/104"))
        let report = await site.sweep()
        #expect(report.removed.map(\.title) == ["B"])
        #expect(report.left.map(\.title) == ["A", "confluence-doctor scratch m4rk"])
        #expect(report.left.first?.reason == "no account can see it, and this run has not deleted it")
    }

    @Test("a page of somebody else below keeps what is above it", arguments: ConfluenceSite.Acme.allCases)
    func foreign(kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let guarded = try FixtureSite.guarded(site, record: .inMemory())
        let area = try await guarded.scratch()
        _ = try await Self.create("A", below: area.parentID, on: guarded)
        let before = try FixtureSite.pages(site)
        // Somebody else, who has nothing to do with the run's guard.
        let other = try FixtureSite.guarded(site, record: .inMemory())
        var request = Request(.post, other.access.base.appending("rest/api/content"))
        request.headers["Content-Type"] = "application/json"
        request.authenticate(as: try site.authentication(of: "jonas"))
        request.body = JSONWriter.compact([
            "type": "page", "title": "Mine", "space": ["key": "DOCS"], "ancestors": [["id": .string(area.parentID)]],
            "body": ["storage": ["value": "", "representation": "storage"]],
        ])
        #expect(try await site.send(request).isSuccess)
        let report = await guarded.sweep()
        #expect(!report.isClean)
        #expect(report.removed.map(\.title) == ["A"])
        #expect(report.foreign.map(\.title) == ["Mine"])
        #expect(try FixtureSite.pages(site).count == before.count)
    }
}
