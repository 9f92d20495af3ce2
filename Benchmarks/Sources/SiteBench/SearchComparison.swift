import ConfluenceTesting
import ConfluenceWire
import Measuring
import Simulator

/// Asks the same searches for somebody whose rows are filtered and for somebody who sees all, in turn.
struct SearchComparison {
    let size: MadeUpSite
    /// How long each search is repeated for each of the two.
    var time: Duration = .seconds(2)

    /// A search, and at which of its rows it begins.
    private struct Search {
        var path = "/rest/api/search"
        var cql: String
        var start = 0
    }

    private static let searches = [
        Search(cql: #"text ~ "release""#),
        Search(cql: #"text ~ "release""#, start: 5000),
        Search(cql: #"siteSearch ~ "release" and type = page"#),
        Search(cql: #"text ~ "translation memory""#),
        Search(cql: #"text ~ "release" and space = OPS"#),
        Search(cql: #"title ~ "migrat*""#),
        Search(cql: #"label = "api-2""#),
        Search(cql: #"label = "incident" and space in (ENG, OPS, PROD)"#),
        Search(cql: #"label = "incident" order by lastmodified desc"#),
        Search(path: "/rest/api/content/search", cql: "space = OPS"),
        Search(path: "/rest/api/content/search", cql: "space = OPS", start: 5000),
        Search(path: "/rest/api/content/search", cql: #"type = page and title = "Operations Home""#),
        Search(path: "/rest/api/content/search", cql: "type = page"),
        Search(path: "/rest/api/content/search", cql: "type = page order by lastmodified desc"),
        Search(path: "/rest/api/content/search", cql: "type = page order by lastmodified desc", start: 5000),
        Search(path: "/rest/api/content/search", cql: "ancestor = 65538"),
        Search(path: "/rest/api/content/search", cql: #"type = page and label != "api-2""#),
    ]

    func run() throws {
        let clock = ContinuousClock()
        let definition = size.definition()
        let start = clock.now
        let site = try ConfluenceSite(definition)
        let seconds = (clock.now - start).milliseconds / 1000
        print("\(size.pages) pages in \(site.definition.spaces.count) spaces")
        print("loaded in \(Int(seconds)) s: \(Int(Double(size.pages) / seconds)) pages/s")
        print("| search | from row | hits of the reader | of all | filtered | unfiltered | ratio |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for search in Self.searches { print(try row(search, site)) }
    }

    private func row(_ search: Search, _ site: ConfluenceSite) throws -> String {
        let filtered = try request(search, "reader", site)
        let unfiltered = try request(search, "admin", site)
        let (hits, all) = (try total(filtered, site), try total(unfiltered, site))
        var times: (filtered: [Double], unfiltered: [Double]) = ([], [])
        let clock = ContinuousClock()
        let end = clock.now + time + time
        while clock.now < end || times.filtered.count < 3 {
            times.filtered.append(clock.measure { _ = site.simulator.respond(to: filtered) }.milliseconds)
            times.unfiltered.append(clock.measure { _ = site.simulator.respond(to: unfiltered) }.milliseconds)
        }
        let ratio = Figures([Figures(times.filtered).median / Figures(times.unfiltered).median])
        let cells = [
            "`\(search.cql)`", String(search.start), String(hits), String(all),
            Figures(times.filtered).described(unit: "ms"), Figures(times.unfiltered).described(unit: "ms"),
            ratio.middle,
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private func request(_ search: Search, _ user: String, _ site: ConfluenceSite) throws -> Request {
        try site.request(
            search.path,
            query: [QueryItem("cql", search.cql), QueryItem("start", String(search.start)), QueryItem("limit", "25")],
            as: user)
    }

    private func total(_ request: Request, _ site: ConfluenceSite) throws -> Int {
        let answer = site.simulator.respond(to: request)
        guard answer.status == 200 else { throw Unexpected(status: answer.status) }
        return Int((try? JSONReader.read(answer.body))?["totalSize"]?.integerValue ?? -1)
    }
}
