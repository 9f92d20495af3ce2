package import ConfluenceModel
package import ConfluenceWire

/// Writes answers in the words that ``AnswersReader`` reads.
package enum AnswersWriter {
    package static func file(_ rules: [AnswerRule]) -> JSON {
        ["version": 1, "answers": .array(rules.map(document))]
    }

    static func document(_ rule: AnswerRule) -> JSON {
        var object = JSONObject()
        let api = SiteAPI(path: rule.path, of: rule.deployment) ?? .dataCenter
        object.append("on", .string(api.rawValue))
        object.append("request", .string("\(rule.method) \(rule.path)"))
        if let showing = rule.showing {
            object.append("showing", .string(showing.isEmpty ? AnswersReader.nothing : showing))
        }
        object.append("answered", .integer(Int64(rule.answered)))
        if let refusal = rule.refusal { object.append("refusal", .string(refusal)) }
        write(rule.change, into: &object)
        if !rule.source.isEmpty { object.append("source", .string(rule.source)) }
        return .object(object)
    }

    private static func write(_ change: AnswerRule.Change, into object: inout JSONObject) {
        if let status = change.status { object.append("status", .integer(Int64(status))) }
        if !change.headers.isEmpty {
            object.append(
                "headers", .object(change.headers.reduce(into: JSONObject()) { $0[$1.name] = .string($1.value) }))
        }
        if !change.withoutHeaders.isEmpty {
            object.append("without-headers", .array(change.withoutHeaders.map(JSON.string)))
        }
        if let body = change.body { object.append("body", .string(body)) }
        for (key, members) in [("set", change.set), ("rename", change.rename)] where !members.isEmpty {
            object.append(key, .object(members.reduce(into: JSONObject()) { $0[$1.path] = JSON($1.value) }))
        }
        if !change.drop.isEmpty { object.append("drop", .array(change.drop.map(JSON.string))) }
    }
}
