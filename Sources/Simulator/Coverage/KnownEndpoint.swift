import ConfluenceModel
import ConfluenceWire

/// An endpoint that real Confluence has, whether it is simulated or not: facts, written down as data.
struct KnownEndpoint: Sendable, Hashable {
    var method: String
    var path: PathTemplate
    var source: String
    var releases = Releases.all
    var standing = Standing.open

    /// Who can reach it on Cloud.
    enum Standing: String, Sendable, Hashable {
        case open
        /// Connect and Forge apps alone, which no token of a user is.
        case apps
        /// No longer described; sites still answer, the gateway no longer does.
        case withdrawn
    }

    static func == (lhs: Self, rhs: Self) -> Bool { lhs.key == rhs.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    var key: String { "\(path.shape) \(method)" }

    /// Reads lines such as `GET PUT /rest/api/audit/retention | since 8.0 until 9.1`.
    static func read(source: String, _ lines: String) -> [KnownEndpoint] {
        lines.split(separator: "\n").flatMap { line -> [KnownEndpoint] in
            let parts = line.split(separator: "|")
            let words = parts[0].split(separator: " ").map(String.init)
            let notes = parts.dropFirst().flatMap { $0.split(separator: " ").map(String.init) }
            return words.dropLast().map { method in
                var endpoint = KnownEndpoint(
                    method: method, path: PathTemplate(stringLiteral: words.last ?? ""), source: source)
                for (word, next) in zip(notes, notes.dropFirst() + [""]) {
                    switch word {
                    case "since": endpoint.releases.since = ProductVersion(next)
                    case "until": endpoint.releases.until = ProductVersion(next)
                    default: endpoint.standing = Standing(rawValue: word) ?? endpoint.standing
                    }
                }
                return endpoint
            }
        }
    }
}
