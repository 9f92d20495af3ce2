import ConfluenceTesting
import ConfluenceWire
import Foundation
import Measuring
import Simulator

/// What a site's size does to loading it, to reading and searching it, and to going back to an earlier state of it.
struct Growth {
    var sizes = [1000, 10_000, 100_000, 1_000_000]
    /// Where the plot goes, as SVG.
    var plot: String?
    /// How long each question is repeated.
    private static let time = Duration.seconds(3)

    /// The measurements of one size, in milliseconds by name.
    struct Column {
        var pages: Int
        var pagesPerSecond: Double
        var megabytes: Int
        /// Of the search by label and space.
        var hits: Int
        var times: [(name: String, figures: Figures, worst: Double)]
    }

    func run() throws {
        var columns: [Column] = []
        // The tables are made once in a process, by its first site.
        let clock = ContinuousClock()
        let first = try clock.measure { _ = try ConfluenceSite(MadeUpSite(pages: 10, spaces: 1).definition()) }
        print("the first site of the process, of 10 pages, is there after \(Figures([first.milliseconds]).middle) ms")
        print("| pages | loaded, pages/s | process, MiB | measured | median (lowest to highest) | p99 |")
        print("| --- | --- | --- | --- | --- | --- |")
        for pages in sizes {
            let column = try measure(pages)
            for time in column.times {
                print(
                    "| \(pages) | \(Int(column.pagesPerSecond)) | \(column.megabytes) | \(time.name) | "
                        + "\(time.figures.described(unit: "µs")) | \(Figures([time.worst]).middle) µs |")
            }
            print("| \(pages) | | | hits by label and space | \(column.hits) | |")
            columns.append(column)
        }
        if let first = columns.first, let last = columns.last, columns.count > 1 {
            for (small, large) in zip(first.times, last.times) {
                let ratio = Figures([large.figures.median / small.figures.median]).middle
                print("\(small.name): × \(ratio) from \(first.pages) to \(last.pages) pages")
            }
        }
        if let plot { try GrowthPlot(columns: columns).svg.write(toFile: plot, atomically: true, encoding: .utf8) }
    }

    private func measure(_ pages: Int) throws -> Column {
        let clock = ContinuousClock()
        let start = clock.now
        var size = MadeUpSite()
        size.pages = pages
        let site = try ConfluenceSite(size.definition())
        let seconds = (clock.now - start).milliseconds / 1000
        var chance = SystemRandomNumberGenerator()
        // Ids of pages lie among those of their comments and files.
        let ids = try pageIDs(on: site)
        let reads = try ids.map {
            try site.request(
                "/rest/api/content/\($0)", query: [QueryItem("expand", "body.storage,version")], as: "reader")
        }
        func search(_ cql: String) throws -> Request {
            try site.request(
                "/rest/api/search", query: [QueryItem("cql", cql), QueryItem("limit", "25")], as: "reader")
        }
        let labelled = try search("label = runbook and space = ENG")
        let worded = try search(#"text ~ "release branch""#)
        try site.simulator.keepSnapshot("start")
        var times: [(name: String, figures: Figures, worst: Double)] = []
        func note(_ name: String, _ body: () throws -> Void) throws {
            let figures = try spread(body)
            times.append((name, figures.0, figures.1))
        }
        try note("page by id") { try ask(site, reads[Int.random(in: 0..<reads.count, using: &chance)]) }
        try note("label and space") { try ask(site, labelled) }
        try note("words") { try ask(site, worded) }
        let edit = try site.request(
            "/rest/api/content/\(ids[0])/label", .post, as: "admin", body: [["prefix": "global", "name": "marked"]])
        func noteAfterChange(_ name: String, _ body: () throws -> Void) throws {
            let figures = try spread(after: { try ask(site, edit) }, body)
            times.append((name, figures.0, figures.1))
        }
        // What searches count is kept until something changes.
        try noteAfterChange("label and space, after a change") { try ask(site, labelled) }
        try noteAfterChange("restore") { try site.simulator.restoreSnapshot("start") }
        return Column(
            pages: pages, pagesPerSecond: Double(pages) / seconds, megabytes: FreshSites.residentMegabytes(),
            hits: try hits(labelled, site), times: times)
    }

    /// How many pages have the label in the space: a larger site has larger spaces.
    private func hits(_ search: Request, _ site: ConfluenceSite) throws -> Int {
        let answer = try JSONReader.read(site.simulator.respond(to: search).body)
        return Int(answer["totalSize"]?.integerValue ?? -1)
    }

    private func pageIDs(on site: ConfluenceSite) throws -> [Int] {
        let request = try site.request(
            "/rest/api/content/search",
            query: [QueryItem("cql", "type = page and space = ENG order by id"), QueryItem("limit", "200")],
            as: "reader")
        let answer = site.simulator.respond(to: request)
        let rows = try JSONReader.read(answer.body)["results"]?.arrayValue ?? []
        let ids = rows.compactMap { $0["id"]?.stringValue.flatMap { Int($0) } }
        guard !ids.isEmpty else { throw Unexpected(status: answer.status) }
        return ids
    }

    private func ask(_ site: ConfluenceSite, _ request: Request) throws {
        let status = site.simulator.respond(to: request).status
        guard status == 200 else { throw Unexpected(status: status) }
    }

    /// In microseconds, with the time that one in a hundred exceeds.
    ///
    /// - Parameter preparation: What is done before each time, and not measured.
    private func spread(
        after preparation: () throws -> Void = {}, _ body: () throws -> Void
    ) throws -> (Figures, Double) {
        let clock = ContinuousClock()
        for _ in 0..<3 { try body() }
        var times: [Double] = []
        let end = clock.now + Self.time
        while clock.now < end || times.count < 100 {
            try preparation()
            times.append(try clock.measure(body).milliseconds * 1000)
        }
        return (Figures(times), times.sorted()[times.count * 99 / 100])
    }
}
