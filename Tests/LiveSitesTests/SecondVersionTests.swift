import ConfluenceClient
import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Simulator
import Synchronization
import Testing

@testable import LiveSites

@Suite("Writing where Cloud has withdrawn the first version of the API")
struct SecondVersionTests {
    private static func site() throws -> ConfluenceSite {
        try ConfluenceSite.acme(.cloud) { $0.settings.withdrawnEndpoints = .everywhere }
    }

    private static func create(
        _ title: String, below parent: String?, on site: GuardedSite, in area: ScratchArea
    ) async throws -> String? {
        let list = parent == nil ? "blogposts" : "pages"
        var request = Request(.post, site.access.base.appending("api/v2/\(list)"))
        request.headers["Content-Type"] = "application/json"
        request.authenticate(as: try #require(site.access.accounts.first).authentication)
        var body: JSON = [
            "spaceId": .string(area.spaceID), "status": "current", "title": .string(title),
            "body": ["representation": "storage", "value": "<p>x</p>"],
        ]
        if let parent { body["parentId"] = .string(parent) }
        request.body = JSONWriter.compact(body)
        return try JSONReader.read(try await site.send(request).body)["id"]?.stringValue
    }

    @Test("everything that a run has made is gone from the space and from its trash")
    func sweeps() async throws {
        let site = try Self.site()
        let before = try FixtureSite.pages(site)
        let guarded = try FixtureSite.guarded(site, record: .inMemory())
        let area = try await guarded.scratch()
        let parent = try #require(try await Self.create("A", below: area.parentID, on: guarded, in: area))
        _ = try await Self.create("B", below: parent, on: guarded, in: area)
        _ = try await Self.create("C m4rk", below: nil, on: guarded, in: area)
        let report = await guarded.sweep()
        #expect(report.isClean, "\(report.lines)")
        #expect(report.removed.map(\.title) == ["C m4rk", "B", "A", "confluence-doctor scratch m4rk"])
        #expect(!report.removed.map(\.purged).contains(false))
        #expect(try FixtureSite.pages(site) == before)
    }

    @Test("what was made and never answered is found by another run", arguments: 1...4)
    func finds(lost: Int) async throws {
        let site = try Self.site()
        let before = try FixtureSite.pages(site)
        let lines = Mutex("")
        let record = CreationRecord(append: { line in lines.withLock { $0 += line + "\n" } })
        let guarded = try FixtureSite.guarded(site, record: record, losingAnswersFrom: lost)
        await #expect(throws: FixtureSite.Killed.self) {
            let area = try await guarded.scratch()
            let parent = try #require(try await Self.create("A", below: area.parentID, on: guarded, in: area))
            _ = try await Self.create("B", below: parent, on: guarded, in: area)
            _ = try await Self.create("C m4rk", below: nil, on: guarded, in: area)
        }
        let left = RecordContents.lines(in: lines.withLock { $0 })
        let later = try FixtureSite.guarded(site, record: CreationRecord(lines: left, append: { _ in }))
        let report = await later.sweep()
        #expect(report.isClean, "\(report.lines)")
        #expect(report.removed.count == lost)
        #expect(try FixtureSite.pages(site) == before)
    }

    @Test("the first version is asked once, and the second from then on")
    func asksOnce() async throws {
        let wire = Wire { request, _ in
            let path = request.url.path
            if path.contains("/rest/api/") { return Response(status: 410) }
            let body = path.hasSuffix("/spaces") ? #"{"results":[{"id":"77"}]}"# : #"{"id":"5","results":[]}"#
            return Response(status: request.method == .delete ? 204 : 200, body: Array(body.utf8))
        }
        let site = try wire.site()
        #expect(try await site.scratch().spaceID == "77")
        #expect(await site.sweep().isClean)
        let paths = wire.requests.map { "\($0.method) \($0.url.target.dropFirst("/wiki".count))" }
        #expect(
            paths == [
                "GET /rest/api/space/SCRATCH", "GET /api/v2/spaces?keys=SCRATCH", "POST /api/v2/pages",
                "GET /api/v2/pages/5/direct-children?limit=100", "DELETE /api/v2/pages/5",
                "DELETE /api/v2/pages/5?purge=true",
            ])
    }

    @Test("a purge that is answered 404 is believed only if the page is gone")
    func purge() async throws {
        let wire = Wire { request, _ in
            let path = request.url.path
            if path.contains("/rest/api/") { return Response(status: 410) }
            if request.url.query == "purge=true" { return Response(status: 404) }
            let body = path.hasSuffix("/spaces") ? #"{"results":[{"id":"77"}]}"# : #"{"id":"5","results":[]}"#
            return Response(status: request.method == .delete ? 204 : 200, body: Array(body.utf8))
        }
        let site = try wire.site()
        _ = try await site.scratch()
        #expect(await site.sweep().removed.map(\.purged) == [false])
    }

    @Test("what another app put below the scratch page keeps it, be it a folder")
    func foreign() async throws {
        let wire = Wire { request, _ in
            let path = request.url.path
            if path.contains("/rest/api/") { return Response(status: 410) }
            if path.hasSuffix("/spaces") {
                return Response(status: 200, body: Array(#"{"results":[{"id":"77"}]}"#.utf8))
            }
            let next = request.url.query?.contains("cursor=") == true ? "" : #""next":"/wiki/x?cursor=a%3Db&limit=100""#
            let found = next.isEmpty ? #"{"id":"9","title":"Mine","type":"folder"}"# : ""
            let list = #"{"results":[\#(found)],"_links":{\#(next)}}"#
            let body = path.hasSuffix("/direct-children") ? list : #"{"id":"5"}"#
            return Response(status: 200, body: Array(body.utf8))
        }
        let site = try wire.site()
        _ = try await site.scratch()
        let report = await site.sweep()
        #expect(report.foreign.map(\.title) == ["Mine"])
        #expect(report.left.map(\.id) == ["5"])
        #expect(wire.requests.contains { $0.url.query == "limit=100&cursor=a%3Db" })
        #expect(!wire.requests.contains { $0.method == .delete })
    }

    @Test("a scratch space that is not there is told of")
    func missing() async throws {
        let wire = Wire { request, _ in
            let isFirst = request.url.path.contains("/rest/api/")
            return Response(status: isFirst ? 410 : 200, body: Array(#"{"results":[]}"#.utf8))
        }
        await #expect(throws: ScratchFailure.spaceNotFound(key: "SCRATCH", role: "writer")) {
            _ = try await wire.site().scratch()
        }
    }
}
