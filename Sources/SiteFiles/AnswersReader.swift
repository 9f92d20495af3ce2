package import ConfluenceModel
package import Documents

/// Reads how a real site was seen to answer: a file of its own, or the key `answers` of a site file.
package enum AnswersReader {
    /// A file that `contract apply` wrote.
    package static func read(file node: DocumentNode) throws(DocumentError) -> [AnswerRule] {
        let file = try node.mapping(keys: ["version", "answers"])
        let version = try file.required("version")
        guard try version.integer() == 1 else { throw version.error("version 1 is expected") }
        return try read(file.list("answers"))
    }

    package static func read(_ nodes: [DocumentNode]) throws(DocumentError) -> [AnswerRule] {
        var rules: [AnswerRule] = []
        for node in nodes { rules.append(try read(node)) }
        return rules
    }

    private static func read(_ node: DocumentNode) throws(DocumentError) -> AnswerRule {
        let rule = try node.mapping(keys: [
            "on", "request", "showing", "answered", "refusal", "status", "headers", "without-headers", "body", "set",
            "rename", "drop", "source",
        ])
        let request = try rule.required("request")
        let words = try request.text().split(separator: " ").map(String.init)
        guard words.count == 2, words[1].hasPrefix("/"), words[0].allSatisfy({ $0.isASCII && $0.isUppercase }) else {
            throw request.error("a method and a path are expected, such as GET /rest/api/content/{id}")
        }
        var change = AnswerRule.Change()
        change.status = try rule["status"]?.count(200...599)
        change.headers = try FaultReader.headers(rule["headers"])
        change.withoutHeaders = try rule.texts("without-headers")
        change.body = try rule.text("body")
        change.drop = try rule.texts("drop")
        for entry in try rule["set"]?.mapping().entries ?? [] {
            change.set.append(AnswerRule.Member(entry.key, try value(entry.value)))
        }
        for entry in try rule["rename"]?.mapping().entries ?? [] {
            change.rename.append(AnswerRule.Member(entry.key, .text(try entry.value.text())))
        }
        guard change != AnswerRule.Change() else {
            throw node.error("nothing is changed; give “status”, “headers”, “set”, “drop” or another change")
        }
        let on = try rule.required("on").word(SiteAPI.self)
        return AnswerRule(
            on: on.deployment, words[0], words[1], showing: try rule.text("showing").map { $0 == nothing ? "" : $0 },
            answered: try rule.required("answered").count(200...599), refusal: try rule.text("refusal"), change: change,
            source: try rule.text("source") ?? "")
    }

    /// What `showing` says of a request that asks for nothing beyond the standard answer.
    static let nothing = "nothing"

    private static func value(_ node: DocumentNode) throws(DocumentError) -> AnswerRule.Value {
        switch node.content {
        case .null: .null
        case .bool(let flag): .flag(flag)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .string(let text): .text(text)
        case .list(let elements) where elements.isEmpty: .emptyList
        case .mapping(let entries) where entries.isEmpty: .emptyObject
        case .list, .mapping:
            throw node.error(
                "a text, a number, true, false, null, [] or {} is expected; name what is inside by its path")
        }
    }
}
