import ConfluenceModel
import ConfluenceWire
import Documents
import LiveSites

extension Placeholders {
    /// What can be asked of an account: `{{account.ROLE.username}}`.
    static let accountFacts = ["username", "secret", "configuration"]
    /// What can be asked of the place where a scenario may write.
    static let scratchFacts = ["space", "space-id", "parent"]

    func scratchFact(_ way: PlaceholderWay, at node: DocumentNode) throws(DocumentError) -> JSON {
        guard Self.scratchFacts.contains(way.rest) else {
            throw node.error(DocumentNode.unknown("placeholder", way.rest, among: Self.scratchFacts))
        }
        let scratch = sites.first?.scratch
        let value: String? =
            switch way.rest {
            case "space": scratch?.space
            case "space-id": scratch?.spaceID
            default: scratch?.parentID
            }
        guard let value else {
            throw node.error("there is no {{\(way.written)}} here; the scenario says under “live” that it needs it")
        }
        return .string(value)
    }

    /// A fact of an account; its configuration is a whole mapping, as toolkits take it.
    func accountFact(_ way: PlaceholderWay, at node: DocumentNode) throws(DocumentError) -> JSON {
        guard way.words.count == 3, let site = sites.first else { throw node.error(way.incomplete) }
        guard let account = site.accounts.first(where: { $0.role == way.words[1] }) else {
            throw node.error(DocumentNode.unknown("account", way.words[1], among: site.accounts.map(\.role)))
        }
        let secret = account.authentication.secret?.revealed(for: .driver) ?? ""
        switch way.words[2] {
        case "username": return .string(account.username)
        case "secret": return .string(secret)
        case "configuration":
            var configuration: JSONObject = [
                "base_url": .string(site.url),
                "hosting": .string(site.definition.deployment.kind == .cloud ? "Cloud" : "Server"),
            ]
            if case .basic(let user, _) = account.authentication {
                configuration["username"] = .string(user)
                configuration["api_key"] = .string(secret)
            } else {
                configuration["token"] = .string(secret)
            }
            return .object(configuration)
        default:
            throw node.error(DocumentNode.unknown("fact of an account", way.words[2], among: Self.accountFacts))
        }
    }
}
