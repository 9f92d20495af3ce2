import ConfluenceTesting
import ConfluenceWire
import Measuring
import Simulator

/// How the time of a search grows with its site, beside the reading of one page in the same run.
struct SearchGrowth {
    let sizes: [Int]
    /// How many searches of each kind are measured, each for another word.
    private static let searches = 600

    func run() throws {
        print(
            "| pages | page read | label | space | text | text, p99 | of page reads | title prefix, p99 | elitea, p99 |"
        )
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        for pages in sizes { print(try row(pages)) }
    }

    private func row(_ pages: Int) throws -> String {
        var size = MadeUpSite()
        size.pages = pages
        size.restrictions = pages / 100
        let site = try ConfluenceSite(size.definition())
        let (ids, words) = try sample(of: site)
        let read = try times { number in
            try site.request("/rest/api/content/\(ids[number % ids.count])", as: "admin")
        } on: {
            site
        }
        let label = try times { number in
            try search("label = \(Self.labels[number % Self.labels.count])", site)
        } on: {
            site
        }
        let space = try times { number in
            try search("space = \(Self.spaces[number % Self.spaces.count])", site)
        } on: {
            site
        }
        let text = try times { number in
            try search("text ~ \"\(words[number % words.count])\"", site)
        } on: {
            site
        }
        let title = try times { number in
            try search("title ~ \"\(words[number % words.count].prefix(4))*\"", site)
        } on: {
            site
        }
        let elitea = try times { number in
            let word = words[number % words.count]
            return try search("(type=page and space=\"ENG\") and (title~\"\(word)\" or text~\"\(word)\")", site)
        } on: {
            site
        }
        let middle = Figures(read).median
        let cells = [
            String(pages), "\(micros(middle))", "\(micros(Figures(label).median))", "\(micros(Figures(space).median))",
            "\(micros(Figures(text).median))", "\(micros(Self.slowest(text)))",
            Figures([Self.slowest(text) / middle]).middle, "\(micros(Self.slowest(title)))",
            "\(micros(Self.slowest(elitea)))",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static let labels = ["runbook", "incident", "api-2"]
    private static let spaces = ["ENG", "OPS", "PROD"]

    /// Pages of the site, and words that their titles are made of.
    private func sample(of site: ConfluenceSite) throws -> (ids: [String], words: [String]) {
        let request = try site.request(
            "/rest/api/content/search", query: [QueryItem("cql", "type = page order by id"), QueryItem("limit", "200")],
            as: "admin")
        let rows = try JSONReader.read(site.simulator.respond(to: request).body)["results"]?.arrayValue ?? []
        let titles = rows.compactMap { $0["title"]?.stringValue }
        let words = titles.flatMap { $0.split { !$0.isLetter } }.filter { $0.count > 3 }.map { $0.lowercased() }
        return (rows.compactMap { $0["id"]?.stringValue }, words)
    }

    private func micros(_ milliseconds: Double) -> String { "\(Int((milliseconds * 1000).rounded())) µs" }

    /// What 99 of a hundred stay under.
    private static func slowest(_ times: [Double]) -> Double {
        times.sorted()[times.count * 99 / 100]
    }

    private func search(_ cql: String, _ site: ConfluenceSite) throws -> Request {
        try site.request(
            "/rest/api/search", query: [QueryItem("cql", cql), QueryItem("limit", "25")], as: "reader")
    }

    private func times(_ request: (Int) throws -> Request, on site: () -> ConfluenceSite) throws -> [Double] {
        let simulator = site().simulator
        let clock = ContinuousClock()
        var times: [Double] = []
        // The first tenth fills caches.
        for number in 0..<(Self.searches + Self.searches / 10) {
            let request = try request(number % Self.searches)
            var status = 0
            let time = clock.measure { status = simulator.respond(to: request).status }
            guard status == 200 else { throw Unexpected(status: status) }
            if number >= Self.searches / 10 { times.append(time.milliseconds) }
        }
        return times
    }
}
