package import ConfluenceModel
package import Documents

/// Fills `{{site.url}}`, `{{token.NAME}}`, `{{password.USER}}` and `{{user.NAME.email}}` in from a running site.
///
/// Words in double braces that begin otherwise, such as `{{secret.x}}`, are ELITEA's own and stay as they are.
package struct Placeholders: Sendable {
    private let url: String
    private let site: SiteDefinition

    package init(url: String, site: SiteDefinition) {
        self.url = url
        self.site = site
    }

    private static let roots = ["site", "token", "password", "user"]

    /// The value with the placeholders of all its texts filled in.
    package func fill(_ node: DocumentNode) throws(DocumentError) -> DocumentNode {
        var filled = node
        switch node.content {
        case .string(let text):
            filled.content = .string(try fill(text, at: node))
        case .list(let elements):
            var content: [DocumentNode] = []
            for element in elements { content.append(try fill(element)) }
            filled.content = .list(content)
        case .mapping(let entries):
            var content: [DocumentNode.Entry] = []
            for var entry in entries {
                entry.value = try fill(entry.value)
                content.append(entry)
            }
            filled.content = .mapping(content)
        case .null, .bool, .integer, .number:
            break
        }
        return filled
    }

    /// The text with its placeholders filled in; messages point at the node.
    package func fill(_ text: String, at node: DocumentNode) throws(DocumentError) -> String {
        var filled = ""
        var rest = Substring(text)
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            filled += rest[..<open.lowerBound]
            let name = rest[open.upperBound..<close.lowerBound].trimmingEdges()
            if let value = try value(of: name, at: node) {
                filled += value
            } else {
                filled += rest[open.lowerBound..<close.upperBound]
            }
            rest = rest[close.upperBound...]
        }
        return filled + rest
    }

    /// `nil` for a placeholder that is not the scenario's.
    private func value(of name: String, at node: DocumentNode) throws(DocumentError) -> String? {
        let words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch (words[0], words.count) {
        case ("site", 2):
            return try pick(words[1], "placeholder", ["url": url, "host": site.host, "name": site.name], at: node)
        case ("token", 2...):
            let tokens = site.users.flatMap(\.tokens).map { ($0.name, $0.value) }
            return try pick(
                words.dropFirst().joined(separator: "."), "token", Dictionary(tokens) { first, _ in first }, at: node)
        case ("password", 2...):
            let passwords = site.users.compactMap { user in user.password.map { (user.name, $0) } }
            return try pick(
                words.dropFirst().joined(separator: "."), "user", Dictionary(passwords) { first, _ in first }, at: node)
        case ("user", 3...):
            return try userValue(words, at: node)
        default:
            if words[0] == "secret" || words[0] == "env" { return nil }
            if Self.roots.contains(words[0]) {
                throw node.error(
                    "“{{\(name)}}” is incomplete; write {{site.url}}, {{token.NAME}}, {{password.USER}} or {{user.NAME.email}}"
                )
            }
            guard NearestWord.find(for: words[0], in: Self.roots) != nil else { return nil }
            throw node.error(DocumentNode.unknown("placeholder", words[0], among: Self.roots))
        }
    }

    private func userValue(_ words: [String], at node: DocumentNode) throws(DocumentError) -> String {
        let name = words.dropFirst().dropLast().joined(separator: ".")
        guard let user = site.users.first(where: { $0.name == name }) else {
            throw node.error(DocumentNode.unknown("user", name, among: site.users.map(\.name)))
        }
        let facts = [
            "email": user.email, "name": user.name, "display-name": user.displayName, "account-id": user.accountID,
            "user-key": user.userKey,
        ]
        return try pick(words[words.count - 1], "fact of a user", facts, at: node)
    }

    private func pick(
        _ word: String, _ kind: String, _ values: [String: String], at node: DocumentNode
    ) throws(DocumentError) -> String {
        guard let value = values[word] else {
            throw node.error(DocumentNode.unknown(kind, word, among: values.keys.sorted()))
        }
        return value
    }
}

extension StringProtocol {
    fileprivate func trimmingEdges() -> String { String(self).trimmingEdges() }
}
