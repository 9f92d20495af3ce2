import ConfluenceModel
import ConfluenceWire
import Foundation
import Simulator

/// What `simulate` prints once it listens: where each site is, and who can log in with what.
struct SiteAnnouncement {
    var simulators: [Simulator]
    var port: Int
    var hasAdmin = false
    /// Whether the port speaks TLS.
    var isSecure = false
    /// The forward proxy that serves https as well.
    var proxyPort: Int?
    /// The file with the certificate authority of the run.
    var authorityFile: String?

    /// Beyond this many the text would be no more than a list of users.
    private static let mostUsers = 20

    private var scheme: String { isSecure ? "https" : "http" }

    private var adminURL: String? { hasAdmin ? "\(scheme)://127.0.0.1:\(port)/__sim/" : nil }

    /// The proxy for clients that are told the sites' own names.
    private var proxyURL: String? {
        if let proxyPort { return "http://127.0.0.1:\(proxyPort)" }
        return isSecure ? nil : "http://127.0.0.1:\(port)"
    }

    /// What the environment of a client must say; nothing, where no TLS is spoken.
    var clientEnvironment: ClientEnvironment? {
        authorityFile.map { ClientEnvironment(proxyURL: proxyURL, authorityFile: $0) }
    }

    /// The address at loopback; only the first site has one, the others are reached by their host name.
    private func loopbackURL(_ simulator: Simulator) -> String {
        "\(scheme)://127.0.0.1:\(port)\(simulator.definition.contextPath)"
    }

    /// The address by the site's own name.
    private func hostURL(_ simulator: Simulator) -> String {
        let site = simulator.definition
        if proxyPort != nil { return "https://\(site.host)\(site.contextPath)" }
        return isSecure
            ? WebAddress(host: site.host, port: port, path: site.contextPath).description : simulator.url
    }

    var json: JSON {
        [
            "version": 1,
            "sites": .array(
                simulators.enumerated().map { index, simulator in
                    [
                        "name": .string(simulator.definition.name),
                        "deployment": .string(simulator.definition.deployment.kind.rawValue),
                        "url": .string(index == 0 ? loopbackURL(simulator) : hostURL(simulator)),
                        "hostURL": .string(hostURL(simulator)),
                        "users": .array(simulator.definition.users.map(Self.user)),
                    ]
                }),
            "proxy": proxyURL.map(JSON.string) ?? .null,
            "ca": authorityFile.map(JSON.string) ?? .null,
            "admin": adminURL.map(JSON.string) ?? .null,
        ]
    }

    private static func user(_ user: UserDefinition) -> JSON {
        [
            "name": .string(user.name),
            "email": .string(user.email),
            "password": user.password.map(JSON.string) ?? .null,
            "tokens": .array(
                user.tokens.map { token in
                    [
                        "name": .string(token.name),
                        "kind": .string(token.kind.rawValue),
                        "value": .string(token.value),
                        "state": .string(stateWord(token.state)),
                    ]
                }),
        ]
    }

    var text: String {
        var lines: [String] = []
        for (index, simulator) in simulators.enumerated() {
            let site = simulator.definition
            lines.append("\(site.name): Confluence \(site.deployment)")
            if index == 0 { lines.append("  at       \(loopbackURL(simulator))") }
            lines.append("  as       \(hostURL(simulator))  \(wayByName)")
            lines.append("  users")
            for user in site.users.prefix(Self.mostUsers) {
                let login = site.deployment == .cloud ? user.email : user.name
                lines.append("    \(login)  (\(user.displayName))")
                if let password = user.password { lines.append("      password  \(password)") }
                for token in user.tokens {
                    lines.append(
                        "      \(token.kind.rawValue)  \(token.value)  \(token.name), \(Self.stateText(token.state))")
                }
            }
            let rest = site.users.count - Self.mostUsers
            if rest > 0 { lines.append("    and \(rest) more, all of whom --format json has") }
        }
        if let clientEnvironment {
            lines.append("for the clients, whose CA is made for this run alone:")
            lines += clientEnvironment.exports
        }
        if let adminURL { lines.append("console and admin API at \(adminURL)") }
        lines.append("Ctrl-C ends it.")
        return lines.joined(separator: "\n")
    }

    private var wayByName: String {
        if proxyPort != nil { return "for clients with the variables below" }
        if isSecure { return "where that name leads to 127.0.0.1, as by /etc/hosts" }
        return "for clients with HTTP_PROXY=http://127.0.0.1:\(port)"
    }

    private static func stateWord(_ state: TokenDefinition.State) -> String {
        switch state {
        case .active: "active"
        case .revoked: "revoked"
        case .expires(let date): "expires \(date.formatted(.iso8601))"
        }
    }

    private static func stateText(_ state: TokenDefinition.State) -> String {
        if case .expires(let date) = state { "works until \(date.formatted(.iso8601))" } else { stateWord(state) }
    }
}
