import ConfluenceModel
import ConfluenceWire

/// Writes faults in the words that ``FaultReader`` reads.
enum FaultWriter {
    static func document(_ choice: FaultChoice) -> JSON {
        switch choice {
        case .readyMade(let name): return .string(name)
        case .rule(let rule):
            var object = JSONObject()
            object.append("name", .string(rule.name))
            let match = match(rule.match)
            if !match.isEmpty { object.append("match", .object(match)) }
            object.append("effect", effect(rule.effect))
            return .object(object)
        }
    }

    private static func match(_ match: FaultRule.Match) -> JSONObject {
        let any = FaultRule.Match()
        var object = JSONObject()
        if !match.methods.isEmpty { object.append("method", .array(match.methods.map(JSON.string))) }
        if let path = match.path { object.append("path", .string(path)) }
        if let user = match.user { object.append("user", .string(user)) }
        if let agent = match.userAgent { object.append("user-agent", .string(agent)) }
        if let credential = match.hasCredential { object.append("credential", .bool(credential)) }
        if match.from != any.from { object.append("from", .integer(Int64(match.from))) }
        if let times = match.times { object.append("times", .integer(Int64(times))) }
        if match.every != any.every { object.append("every", .integer(Int64(match.every))) }
        if match.probability != any.probability { object.append("probability", .number(match.probability)) }
        if match.seed != any.seed { object.append("seed", .integer(Int64(clamping: match.seed))) }
        return object
    }

    private static func effect(_ effect: FaultRule.Effect) -> JSON {
        switch effect {
        case .answer(let answer):
            var object = JSONObject()
            object.append("status", .integer(Int64(answer.status)))
            if !answer.headers.isEmpty { object.append("headers", headers(answer.headers)) }
            object.append("body", .string(answer.body))
            return ["answer": .object(object)]
        case .change(let status, let fields):
            var object = JSONObject()
            if let status { object.append("status", .integer(Int64(status))) }
            if !fields.isEmpty { object.append("headers", headers(fields)) }
            return ["change": .object(object)]
        case .redirect(let status, let target):
            return ["redirect": ["status": .integer(Int64(status)), "to": .string(target)]]
        case .delay(let milliseconds): return ["delay": .string("\(milliseconds) ms")]
        case .drop(let afterHead): return ["drop": .string(afterHead ? "after-head" : "before-head")]
        case .truncate(let share): return ["truncate": .number(share)]
        case .halve(let share): return ["halve": .number(share)]
        case .drip(let bytes, let milliseconds):
            return ["drip": ["bytes": .integer(Int64(bytes)), "pause": .string("\(milliseconds) ms")]]
        case .clockSkew(let seconds): return ["clock-skew": .integer(Int64(seconds))]
        case .certificate(let fault): return ["certificate": .string(fault.rawValue)]
        case .token(let fault): return ["token": .string(fault.rawValue)]
        case .setting(let change): return ["settings": SettingsWriter.document(change)]
        }
    }

    private static func headers(_ fields: [FaultRule.HeaderField]) -> JSON {
        var object = JSONObject()
        for field in fields { object.append(field.name, .string(field.value)) }
        return .object(object)
    }
}
