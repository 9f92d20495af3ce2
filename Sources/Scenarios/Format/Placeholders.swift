package import ConfluenceModel
import ConfluenceWire
package import Documents
import LiveSites

/// Fills the words in double braces in: facts of the running sites, and what a scenario knows by itself.
///
/// Words that begin otherwise, such as `{{secret.x}}`, are ELITEA's own or a template's, and stay as they are.
package struct Placeholders: Sendable {
    var sites: [Site]
    var variables: JSONObject = [:]
    var data: JSONObject = [:]
    /// The addresses of the receivers by their names.
    var receivers: [String: String] = [:]
    var run = RunFacts(id: "", driver: "")
    /// Given only where a scenario may look at it.
    var environment: [String: String]?

    /// A running site by the name that the scenario gives it.
    struct Site: Sendable {
        var name: String
        var url: String
        var definition: SiteDefinition
        var accounts: [SiteAccount] = []
        var scratch: ScratchFacts?
    }

    /// What tells one run of a scenario from another.
    struct RunFacts: Sendable {
        /// Short and unique for each run.
        var id: String
        var driver: String
    }

    package init(url: String, site: SiteDefinition) {
        self.init(sites: [Site(name: SitesReader.onlyName, url: url, definition: site)])
    }

    init(sites: [Site]) {
        self.sites = sites
    }

    static let roots = [
        "site", "token", "password", "user", "var", "data", "receiver", "run", "env", "matrix", "scratch", "account",
    ]

    /// The value with the placeholders of all its texts filled in; a text that is nothing else takes the value's type.
    package func fill(_ node: DocumentNode) throws(DocumentError) -> DocumentNode {
        try node.replacingTexts(filled) { (entry) throws(DocumentError) in
            entry.key = try fill(entry.key, at: entry.value)
        }
    }

    private func filled(_ text: String, at node: DocumentNode) throws(DocumentError) -> DocumentNode {
        guard text.holds("{{") else { return node }
        if let name = PlaceholderText(text).only, let value = try value(of: name, at: node) {
            return DocumentNode(value, at: node)
        }
        var filled = node
        filled.content = .string(try fill(text, at: node))
        return filled
    }

    /// The text with its placeholders filled in; messages point at the node.
    package func fill(_ text: String, at node: DocumentNode) throws(DocumentError) -> String {
        guard text.holds("{{") else { return text }
        var filled = ""
        for part in PlaceholderText(text).parts {
            switch part {
            case .text(let plain): filled += plain
            case .placeholder(let name, let written): filled += try value(of: name, at: node)?.insertedText ?? written
            }
        }
        return filled
    }

    /// `nil` for a placeholder that is not the scenario's.
    private func value(of name: String, at node: DocumentNode) throws(DocumentError) -> JSON? {
        let way = PlaceholderWay(name)
        switch way.root {
        case "site": return .string(try siteFact(way, at: node))
        case "token":
            let tokens = users.flatMap(\.tokens).map { ($0.name, $0.value) }
            return .string(try pick(way.rest, "token", Dictionary(tokens) { first, _ in first }, in: way, at: node))
        case "password":
            let passwords = users.compactMap { user in user.password.map { (user.name, $0) } }
            return .string(try pick(way.rest, "user", Dictionary(passwords) { first, _ in first }, in: way, at: node))
        case "user": return .string(try userFact(way, at: node))
        case "receiver":
            guard way.words.count == 3, way.words[2] == "url" else { throw node.error(way.incomplete) }
            return .string(try pick(way.words[1], "receiver", receivers, in: way, at: node))
        case "run":
            return .string(
                try pick(way.rest, "fact of a run", ["id": run.id, "driver": run.driver], in: way, at: node))
        case "var": return try element(of: variables, "variable", way, at: node)
        case "data": return try element(of: data, "data file", way, at: node)
        case "text": return .string("{{\(way.rest)}}")
        case "scratch": return try scratchFact(way, at: node)
        case "account": return try accountFact(way, at: node)
        case "env":
            guard let environment else { return nil }
            guard let value = environment[way.rest] else {
                throw node.error("the environment has no variable “\(way.rest)”; set it before the run")
            }
            return .string(value)
        default:
            guard let mistake = way.misspeltRoot else { return nil }
            throw node.error(mistake)
        }
    }

    private var users: [UserDefinition] { sites.flatMap(\.definition.users) }

    private func siteFact(_ way: PlaceholderWay, at node: DocumentNode) throws(DocumentError) -> String {
        let words = way.words
        var site = sites.first
        if words.count == 3 {
            site = sites.first { $0.name == words[1] }
            guard site != nil else {
                throw node.error(DocumentNode.unknown("site", words[1], among: sites.map(\.name)))
            }
        }
        guard let site, (2...3).contains(words.count) else { throw node.error(way.incomplete) }
        let facts = ["url": site.url, "host": site.definition.host, "name": site.definition.name]
        return try pick(words[words.count - 1], "placeholder", facts, in: way, at: node)
    }

    private func userFact(_ way: PlaceholderWay, at node: DocumentNode) throws(DocumentError) -> String {
        guard way.words.count >= 3 else { throw node.error(way.incomplete) }
        let name = way.words.dropFirst().dropLast().joined(separator: ".")
        guard let user = users.first(where: { $0.name == name }) else {
            throw node.error(DocumentNode.unknown("user", name, among: users.map(\.name)))
        }
        let facts = [
            "email": user.email, "name": user.name, "display-name": user.displayName, "account-id": user.accountID,
            "user-key": user.userKey,
        ]
        return try pick(way.words[way.words.count - 1], "fact of a user", facts, in: way, at: node)
    }

    /// A part of a variable or of a data file, by the JSON path that follows its name.
    private func element(
        of values: JSONObject, _ kind: String, _ way: PlaceholderWay, at node: DocumentNode
    ) throws(DocumentError) -> JSON {
        guard let name = way.name else { throw node.error(way.incomplete) }
        guard let value = values[name] else {
            throw node.error(DocumentNode.unknown(kind, name, among: values.map(\.key)))
        }
        guard !way.path.isEmpty else { return value }
        do throws(JSONPath.Malformed) {
            guard let part = try JSONPath(parsing: way.path).value(in: value) else {
                throw JSONPath.Malformed(message: "there is nothing at “\(way.path)” in \(way.root).\(name)")
            }
            return part
        } catch {
            throw node.error(error.message)
        }
    }

    private func pick(
        _ word: String, _ kind: String, _ values: [String: String], in way: PlaceholderWay, at node: DocumentNode
    ) throws(DocumentError) -> String {
        guard !word.isEmpty else { throw node.error(way.incomplete) }
        guard let value = values[word] else {
            throw node.error(DocumentNode.unknown(kind, word, among: values.keys.sorted()))
        }
        return value
    }
}
