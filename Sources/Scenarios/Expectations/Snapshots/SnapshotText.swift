/// Makes a text the same from run to run: ids, times and tokens give way to words for them.
struct SnapshotText {
    /// Texts that have a name of their own, such as the site's address; the longest is looked for first.
    private let names: [(text: String, name: String)]

    /// - Parameters:
    ///   - secrets: The tokens and passwords of the sites.
    ///   - names: What stands for itself in this run alone, by what is written in its place.
    init(secrets: [String], names: [String: String]) {
        let tokens = secrets.filter { $0.count >= 4 }.map { (text: $0, name: "<token>") }
        let known = names.filter { !$0.key.isEmpty }.map { (text: $0.key, name: $0.value) }
        self.names = (tokens + known).sorted { ($0.text.count, $0.text) > ($1.text.count, $1.text) }
    }

    /// The text with each id numbered in the order in which it first appears.
    func normalised(_ text: String) -> String {
        let named = names.reduce(text.replacing("\r\n", with: "\n")) { $0.replacing($1.text, with: $1.name) }
        let timeless = named.replacing(Self.token, with: "<token>").replacing(
            Self.moment.wordBoundaryKind(.simple), with: "<time>"
        )
        .replacing(Self.elapsed, with: "<time>")
        var numbers: [Substring: Int] = [:]
        return timeless.replacing(Self.identifier.wordBoundaryKind(.simple)) { match in
            if match.output.contains(".") { return String(match.output) }
            let isShort = match.output.hasPrefix(Self.shortPath)
            let identifier = isShort ? match.output.dropFirst(Self.shortPath.count) : match.output
            let number = numbers[identifier, default: numbers.count + 1]
            numbers[identifier] = number
            return "\(isShort ? Self.shortPath : "")<id \(number)>"
        }
    }

    private static let shortPath = "/x/"

    // MARK: What changes from run to run

    /// Tokens by the forms in which Atlassian writes them.
    private static var token: Regex<Substring> { /ATATT[A-Za-z0-9_\-]{8,}(?:=[0-9A-F]{8})?/ }

    /// ISO 8601, HTTP's dates, English dates, and milliseconds since 1970.
    private static var moment: Regex<Substring> {
        /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+\-]\d\d:?\d\d)?)?\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d\d?, \d{4}(?:,? \d\d?:\d\d(?: [AP]M)?)?\b|\b1[4-9]\d{11}\b/
    }

    private static var elapsed: Regex<Substring> {
        /\b(?:\d+|a|an|about a|about an) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago\b|\bjust a moment ago\b/
    }

    /// UUIDs, long hexadecimal keys, numbers of five digits and more, and the short form of a page's address; numbers
    /// with a fraction, which are none, are found first so that their digits are not taken for one.
    private static var identifier: Regex<Substring> {
        /\b\d{1,4}\.\d+\b|[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\b|\b[0-9a-f]{24,64}\b|\b\d{5,12}\b|\/x\/[A-Za-z0-9_\-]{4,12}\b/
    }
}
