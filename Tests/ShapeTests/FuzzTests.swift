import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

/// Odd requests to every route: whatever is sent, the site answers, and never by failing.
@Suite("Whatever is sent, the site does not fail")
struct FuzzTests {
    @Test("at any route", arguments: ConfluenceSite.Acme.allCases, 1...2 as ClosedRange<UInt64>)
    func routes(kind: ConfluenceSite.Acme, seed: UInt64) throws {
        let site = try ShapeSite(kind)
        try site.site.simulator.keepSnapshot("start")
        var mutation = Mutation(chance: SplitMix64(seed: seed))
        for route in kind == .cloud ? Route.cloud : Route.dataCenter {
            for _ in 0..<5 {
                let request = try Self.request(to: route, of: site, &mutation)
                let answer = site.site.simulator.respond(to: request)
                let simulator = site.site.simulator
                let entry = try #require(simulator.journal(after: simulator.exchangeCount - 1).last)
                #expect((200..<600).contains(answer.status))
                if entry.answerRow?.hasPrefix("internalError") == true {
                    let body = String(decoding: request.body.prefix(400), as: UTF8.self)
                    Issue.record("\(entry.method) \(entry.target.prefix(300))\n  \(body)\n  \(entry.decision)")
                }
            }
            // What was changed must not make later requests tame.
            if route.method != .get {
                try site.site.simulator.restoreSnapshot("start")
            }
        }
        try site.site.simulator.restoreSnapshot("start")
        let page = try site.site.ask("/rest/api/content/\(ShapeSite.page)", as: ShapeSite.asker)
        #expect(page.status == 200)
    }

    private static func request(to route: Route, of site: ShapeSite, _ mutation: inout Mutation) throws -> Request {
        let template = route.template.text.replacing("…", with: "")
        var path =
            Places.fill(template, names: site.names, isNew: route.method == .post)
            ?? template.replacing(/\{[^}]*\}/, with: ShapeSite.page)
        if mutation.chance.one(in: 3) {
            let name = PercentEncoding.encode(mutation.name(), allowed: .pathSegment)
            path = template.replacing(/\{[^}]*\}/, with: name)
        }
        let shape = APIDescription.Operation.shape(route.name)
        var request: Request
        switch Bodies.table[shape] {
        case .file(let file):
            request = try site.upload(file, to: path, route.method)
            if mutation.chance.one(in: 2) { request.body = mutation.bytes() + request.body.dropFirst(30) }
        case .json(let json):
            let body = mutation.mutate(site.fill(json))
            request = try site.site.request(
                path, route.method, query: mutation.query(), as: ShapeSite.asker, body: body)
            if mutation.chance.one(in: 5) { request.body = mutation.bytes() }
        case nil:
            request = try site.site.request(path, route.method, query: mutation.query(), as: ShapeSite.asker)
            if route.method != .get, mutation.chance.one(in: 2) {
                request.headers["Content-Type"] = "application/json"
                request.body = mutation.bytes()
            }
        }
        // Paths of another part of the site begin at its root.
        if route.zone != .confluence { request.url.path = path }
        if mutation.chance.one(in: 10) { request.headers["Content-Type"] = mutation.name() }
        return request
    }
}
