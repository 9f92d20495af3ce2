/// Measures a site in this process, without a socket: what a page read and its gate cost, what filtering a search costs,
/// how soon a small site is ready, and what growth does.
@main
struct SiteBench {
    private static let usage = """
        site-bench reads
        site-bench searches [--pages N] [--spaces N] [--restrictions N] [--seed N]
        site-bench starts
        site-bench growth [--plot FILE] [PAGES…]
        """

    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case "reads": try ReadCosts().run()
        case "searches": try SearchComparison(size: size(words.dropFirst())).run()
        case "starts": try FreshSites().run()
        case "growth": try growth(words.dropFirst()).run()
        default: print(usage)
        }
    }

    private static func growth(_ words: ArraySlice<String>) -> Growth {
        var growth = Growth()
        if let place = words.firstIndex(of: "--plot"), place + 1 < words.endIndex { growth.plot = words[place + 1] }
        let sizes = words.compactMap { Int($0) }
        if !sizes.isEmpty { growth.sizes = sizes }
        return growth
    }

    private static func size(_ words: ArraySlice<String>) -> MadeUpSite {
        var size = MadeUpSite()
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
