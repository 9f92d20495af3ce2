import ConfluenceModel

/// The variables by which clients in other processes reach simulated sites over TLS, as they would the real ones.
struct ClientEnvironment {
    /// The forward proxy; without one, only the authority has to be told.
    var proxyURL: String?
    /// The file with the run's certificate authority.
    var authorityFile: String

    /// What runs on this machine is not behind the proxy.
    private static let direct = "localhost,127.0.0.1,::1"

    /// Some clients read the small names alone, some the capital ones: both are set.
    private static let inBothCases: Set = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"]

    /// In the order in which people are told them.
    private var variables: [(name: String, value: String)] {
        var variables: [(String, String)] = []
        if let proxyURL {
            variables = [("HTTPS_PROXY", proxyURL), ("HTTP_PROXY", proxyURL), ("NO_PROXY", Self.direct)]
        }
        for name in ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"] {
            variables.append((name, authorityFile))
        }
        // Node takes no notice of proxy variables without it.
        if proxyURL != nil { variables.append(("NODE_USE_ENV_PROXY", "1")) }
        return variables
    }

    /// Lines for a shell.
    var exports: [String] {
        variables.map { name, value in
            let quoted = Self.quoted(value)
            return Self.inBothCases.contains(name)
                ? "export \(name)=\(quoted) \(name.lowercased())=\(quoted)" : "export \(name)=\(quoted)"
        }
    }

    /// An environment with the variables set; what it exempts from proxies stays so, but for the simulated hosts.
    func added(to environment: [String: String], hosts: [String]) -> [String: String] {
        var environment = environment
        let exempt = (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "").split(separator: ",")
            .map { $0.filter { !$0.isWhitespace } }
            .filter { entry in !entry.isEmpty && !hosts.contains { Self.covers(entry, host: $0) } }
        for (name, value) in variables {
            let value = name == "NO_PROXY" ? (exempt + [value]).joined(separator: ",") : value
            environment[name] = value
            if Self.inBothCases.contains(name) { environment[name.lowercased()] = value }
        }
        return environment
    }

    /// Whether an entry of `NO_PROXY` holds for a host: its name, a domain above it, or everything.
    private static func covers(_ entry: String, host: String) -> Bool {
        var name = entry.lowercased()
        if name == "*" { return true }
        if let colon = name.lastIndex(of: ":"), name[..<colon].contains(":") == false { name = String(name[..<colon]) }
        name = String(name.drop { $0 == "*" || $0 == "." })
        return host.lowercased() == name || host.lowercased().hasSuffix(".\(name)")
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = value.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "/._-:,+@%".utf8.contains(byte)
        }
        return isPlain ? value : "'\(value.replacing("'", with: #"'\''"#))'"
    }
}
