/// Measures a site in this process, without a socket: what a page read and its gate cost, and what filtering a search
/// costs.
@main
struct SiteBench {
    private static let usage = """
        site-bench reads
        site-bench searches [--pages N] [--spaces N] [--restrictions N] [--seed N]
        site-bench growth [--pages N]
        """

    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case "reads": try ReadCosts().run()
        case "searches": try SearchComparison(size: size(words.dropFirst())).run()
        case "growth":
            let most = words.count > 2 ? Int(words.last ?? "") ?? 1_000_000 : 1_000_000
            try SearchGrowth(sizes: [1_000, 100_000, 1_000_000].filter { $0 <= most }).run()
        default: print(usage)
        }
    }

    private static func size(_ words: ArraySlice<String>) -> LargeSite {
        var size = LargeSite()
        for (name, value) in zip(words, words.dropFirst()) {
            guard let number = Int(value), number > 0 else { continue }
            switch name {
            case "--pages": size.pages = number
            case "--spaces": size.spaces = number
            case "--restrictions": size.restrictions = number
            case "--seed": size.seed = UInt64(number)
            default: break
            }
        }
        return size
    }
}
