import ConfluenceWire

/// What a command prints once it listens in the place of a site.
struct RelayAnnouncement {
    /// What is done there, for people.
    var verb: String
    /// The site's own path, below which its API lies.
    var path: String
    var host: String
    var port: Int
    /// The site whose place is taken.
    var site: WebAddress
    var authorityFile: String?
    var journal: String?

    private var url: String {
        // Whoever listens everywhere is reached at 127.0.0.1 too.
        let shown = host == "0.0.0.0" || host == "::" ? "127.0.0.1" : host
        return WebAddress(scheme: "http", host: shown, port: port, path: path).description
    }

    private var proxyURL: String { WebAddress(scheme: "http", host: "127.0.0.1", port: port).description }

    private var environment: ClientEnvironment? {
        authorityFile.map { ClientEnvironment(proxyURL: proxyURL, authorityFile: $0) }
    }

    var text: String {
        var lines = [verb, "  at       \(url)"]
        if let environment {
            lines.append("  as       \(site)  for clients with these variables:")
            lines += environment.exports
        }
        lines.append("Ctrl-C ends it.")
        return lines.joined(separator: "\n")
    }

    var json: JSON {
        [
            "version": 1,
            "url": .string(url),
            "site": .string(site.description),
            "proxy": authorityFile == nil ? .null : .string(proxyURL),
            "ca": authorityFile.map(JSON.string) ?? .null,
            "journal": journal.map(JSON.string) ?? .null,
        ]
    }
}
