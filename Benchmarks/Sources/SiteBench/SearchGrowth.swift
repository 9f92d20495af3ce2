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
        let size = LargeSite(pages: pages, spaces: max(2, min(100, pages / 100)), restrictions: pages / 100)
        let site = try ConfluenceSite(size.definition())
        var chance = SplitMix64(state: 7)
        let read = try times { _ in
            try site.request("/rest/api/content/65538", as: "admin")
        } on: {
            site
        }
        let label = try times { number in
            try search("label = \"label-\(number % 50)\"", site)
        } on: {
            site
        }
        let space = try times { number in
            try search("space = S\(number % min(size.spaces, 9))", site)
        } on: {
            site
        }
        let words = (0..<Self.searches).map { _ in LargeSite.word(&chance) }
        let text = try times { number in
            try search("text ~ \"\(words[number])\"", site)
        } on: {
            site
        }
        let title = try times { number in
            try search("title ~ \"\(words[number].prefix(4))*\"", site)
        } on: {
            site
        }
        let elitea = try times { number in
            let word = words[number]
            return try search("(type=page and space=\"S1\") and (title~\"\(word)\" or text~\"\(word)\")", site)
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
