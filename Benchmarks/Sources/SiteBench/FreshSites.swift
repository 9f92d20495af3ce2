import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import Measuring

/// How soon a small site is ready in this process, and how much memory many of them take side by side.
struct FreshSites {
    private static let sites = 1000

    func run() throws {
        var site = MadeUpSite()
        site.pages = 10
        site.spaces = 1
        let definition = site.definition()
        let path = "/rest/api/content/65540"
        // The tables are made once in a process, by its first site.
        _ = try ConfluenceSite(definition).ask(path, as: "admin")
        let before = Self.residentMegabytes()
        let clock = ContinuousClock()
        var kept: [ConfluenceSite] = []
        var times: [Double] = []
        for _ in 0..<Self.sites {
            let start = clock.now
            let site = try ConfluenceSite(definition)
            let status = try site.ask(path, as: "admin").status
            times.append((clock.now - start).milliseconds)
            guard status == 200 else { throw Unexpected(status: status) }
            kept.append(site)
        }
        let after = Self.residentMegabytes()
        // What a site does for a search, it does for the first.
        let search = [QueryItem("cql", "text ~ release")]
        let searches = try (0..<Self.sites / 5).map { _ in
            let site = try ConfluenceSite(definition)
            _ = try site.ask(path, as: "admin")
            return try clock.measure { _ = try site.ask("/rest/api/search", query: search, as: "admin") }.milliseconds
        }
        print("a site of 10 pages, from its definition to its first answer: \(Figures(times).described(unit: "ms"))")
        print("its first search after that: \(Figures(searches).described(unit: "ms"))")
        print("\(kept.count) of them in one process: \(after) MiB, \(before) before")
    }

    /// The memory that this process has in hand.
    static func residentMegabytes() -> Int {
        let words = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return words.count > 1 ? (Int(words[1]) ?? 0) * 4096 / 1_048_576 : 0
    }
}
