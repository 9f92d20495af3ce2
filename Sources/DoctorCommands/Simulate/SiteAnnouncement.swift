import ConfluenceModel
import ConfluenceWire
import Foundation
import Simulator

/// What `simulate` prints once it listens: where each site is, and who can log in with what.
struct SiteAnnouncement {
    var simulators: [Simulator]
    var port: Int
    var hasAdmin = false

    private var adminURL: String? { hasAdmin ? "http://127.0.0.1:\(port)/__sim/" : nil }

    /// The address at loopback; only the first site has one, the others are reached by their host name.
    private func loopbackURL(_ simulator: Simulator) -> String {
        "http://127.0.0.1:\(port)\(simulator.definition.contextPath)"
    }

    var json: JSON {
        [
            "version": 1,
            "sites": .array(
                simulators.enumerated().map { index, simulator in
                    [
                        "name": .string(simulator.definition.name),
                        "deployment": .string(simulator.definition.deployment.kind.rawValue),
                        "url": .string(index == 0 ? loopbackURL(simulator) : simulator.url),
                        "hostURL": .string(simulator.url),
                        "users": .array(simulator.definition.users.map(Self.user)),
                    ]
                }),
            "proxy": .string("http://127.0.0.1:\(port)"),
            "ca": .null,
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
            lines.append("  as       \(simulator.url)  for clients with HTTP_PROXY=http://127.0.0.1:\(port)")
            lines.append("  users")
            for user in site.users {
                let login = site.deployment == .cloud ? user.email : user.name
                lines.append("    \(login)  (\(user.displayName))")
                if let password = user.password { lines.append("      password  \(password)") }
                for token in user.tokens {
                    lines.append(
                        "      \(token.kind.rawValue)  \(token.value)  \(token.name), \(Self.stateText(token.state))")
                }
            }
        }
        if let adminURL { lines.append("console and admin API at \(adminURL)") }
        lines.append("Ctrl-C ends it.")
        return lines.joined(separator: "\n")
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
