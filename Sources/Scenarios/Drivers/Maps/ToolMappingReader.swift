import ConfluenceToolkit
import Documents

/// Reads which of a server's tools answers for one of the toolkit's, and how.
struct ToolMappingReader {
    /// The toolkit's tool.
    let tool: String

    private var argumentNames: [String] { ToolkitTool(rawValue: tool)?.argumentNames ?? [] }

    func read(_ node: DocumentNode) throws(DocumentError) -> ToolMapping {
        let fields = try node.mapping(keys: ["calls", "arguments", "defaults", "drops", "answer", "fails"])
        let calls = try fields.required("calls")
        _ = try calls.text()
        var mapping = ToolMapping(tool: tool, calls: calls)
        mapping.arguments = try fields["arguments"]?.mapping().entries ?? []
        for entry in mapping.arguments {
            for (name, place) in MapTemplate.names(in: entry.value) { try check(name, at: place) }
        }
        mapping.defaults = try fields["defaults"]?.mapping().entries ?? []
        for entry in mapping.defaults { try checkArgument(entry.key, entry.error) }
        for node in try fields.list("drops") {
            let name = try node.text()
            try checkArgument(name, node.error)
            mapping.drops.append(name)
        }
        mapping.answer = try answer(fields["answer"])
        mapping.failures = try FailureRuleReader.read(fields["fails"])
        return mapping
    }

    private func check(_ name: String, at node: DocumentNode) throws(DocumentError) {
        if name.hasPrefix(MapPlaceholders.settings) || name == "space_key" { return }
        guard !MapPlaceholders.secrets.contains(name) else {
            throw node.error("{{\(name)}} is a secret, and no argument of a tool; put it into “environment”")
        }
        try checkArgument(name, node.error, others: ["space_key"])
    }

    /// The index tools' arguments are not known here, so that any name passes for them.
    private func checkArgument(
        _ name: String, _ error: (String) -> DocumentError, others: [String] = []
    ) throws(DocumentError) {
        guard argumentNames.isEmpty || argumentNames.contains(name) else {
            throw error(DocumentNode.unknown("argument of \(tool)", name, among: argumentNames + others))
        }
    }

    private func answer(_ node: DocumentNode?) throws(DocumentError) -> AnswerMapping {
        guard let fields = try node?.mapping(keys: ["at", "each", "is", "when-empty"]) else { return AnswerMapping() }
        var answer = AnswerMapping(whenEmpty: fields["when-empty"])
        if let path = fields["at"] { answer.path = try MapPath.read(path.text(), at: path) }
        if let each = fields["each"] {
            if let value = fields["is"] { throw value.error("write either “each” or “is”, not both") }
            answer.isForEach = true
            answer.value = each
        } else {
            answer.value = fields["is"]
        }
        for part in [answer.value, answer.whenEmpty].compactMap(\.self) {
            for (name, place) in MapTemplate.names(in: part) { try checkPart(name, at: place) }
        }
        return answer
    }

    private func checkPart(_ name: String, at node: DocumentNode) throws(DocumentError) {
        if name.hasPrefix(MapPath.argument) {
            try checkArgument(String(name.dropFirst(MapPath.argument.count)), node.error)
        } else {
            _ = try MapPath.read(name, at: node)
        }
    }
}

/// Reads how failures are told.
enum FailureRuleReader {
    static func read(_ node: DocumentNode?) throws(DocumentError) -> [FailureRule] {
        guard let node else { return [] }
        var rules: [FailureRule] = []
        for node in try node.list() { rules.append(try rule(node)) }
        return rules
    }

    private static func rule(_ node: DocumentNode) throws(DocumentError) -> FailureRule {
        let fields = try node.mapping(keys: ["at", "matches", "type", "message"])
        let sign: FailureRule.Sign
        switch (fields["at"], fields["matches"]) {
        case (let path?, nil): sign = .path(try MapPath.read(path.text(), at: path))
        case (nil, let pattern?):
            let text = try pattern.text()
            guard (try? Regex(text)) != nil else { throw pattern.error("“\(text)” is not a regular expression") }
            sign = .pattern(text)
        default: throw node.error("say by which sign a failure is told: either “at” (a path) or “matches” (a pattern)")
        }
        for found in fields["message"].map(MapTemplate.names) ?? [] {
            _ = try MapPath.read(found.name, at: found.node)
        }
        return FailureRule(sign: sign, type: try fields.text("type") ?? "ToolError", message: fields["message"])
    }
}

/// Reads the paths of a map.
enum MapPath {
    /// The beginning of names that stand for an argument of the call, where others lead into its answer.
    static let argument = "argument."

    static func read(_ text: String, at node: DocumentNode) throws(DocumentError) -> JSONPath {
        do {
            return try JSONPath(parsing: text)
        } catch {
            throw node.error(error.message)
        }
    }
}
