import ConfluenceWire
import Documents

extension ToolMapping {
    /// An argument of which the map says nothing, or that the server can't be given.
    struct Unmapped: Error {
        var argument: String
    }

    /// The toolkit's arguments with the map's defaults.
    func completed(_ arguments: JSONObject) -> JSONObject {
        var completed = defaults.reduce(into: JSONObject()) { $0[$1.key] = $1.value.json }
        for member in arguments where member.value != .null { completed[member.key] = member.value }
        return completed
    }

    /// The arguments of the server's tool; each one of the toolkit's must have a place in them, or be dropped knowingly.
    func serverArguments(_ completed: JSONObject, _ placeholders: MapPlaceholders) throws(Unmapped) -> JSONObject {
        let mentioned = arguments.flatMap { MapTemplate.names(in: $0.value) }.map { $0.name }
        for name in completed.keys where !mentioned.contains(name) && !drops.contains(name) {
            throw Unmapped(argument: name)
        }
        return MapTemplate(value: { completed[$0] ?? placeholders.value(of: $0) }).fill(arguments)
    }

    /// The server's answer as the toolkit would have given it.
    func answer(to arguments: JSONObject, from value: JSON) -> JSON {
        var value = Self.parsed(value)
        if let path = answer.path { value = Self.parsed(path.value(in: value) ?? .null) }
        if let whenEmpty = answer.whenEmpty, value.isEmptyAnswer {
            return template(for: value, arguments).fill(whenEmpty) ?? .null
        }
        guard let shape = answer.value else { return value }
        guard answer.isForEach else { return template(for: value, arguments).fill(shape) ?? .null }
        // A server that has one hit may well answer with the hit alone.
        let elements = value.arrayValue ?? (value == .null ? [] : [value])
        return .array(elements.compactMap { template(for: $0, arguments).fill(shape) })
    }

    /// The failure that an answer is by the rules; the first that applies counts.
    func failure(in value: JSON, rules: [FailureRule]) -> ToolAnswer? {
        let parsed = Self.parsed(value)
        for rule in failures + rules {
            let found: JSON
            switch rule.sign {
            case .path(let path):
                guard let value = path.value(in: parsed), !value.isEmptyAnswer, value != .bool(false) else { continue }
                found = value
            case .pattern(let pattern):
                let text = value.stringValue ?? value.compactText
                guard let regex = try? Regex(pattern), text.firstMatch(of: regex) != nil else { continue }
                found = .string(text)
            }
            let message = rule.message.flatMap(template(for: parsed, [:]).fill) ?? found
            return .failure(exceptionType: rule.type, message: message.stringValue ?? message.compactText)
        }
        return nil
    }

    private func template(for element: JSON, _ arguments: JSONObject) -> MapTemplate {
        MapTemplate { name in
            if name.hasPrefix(MapPath.argument) { return arguments[String(name.dropFirst(MapPath.argument.count))] }
            return (try? JSONPath(parsing: name))?.value(in: element)
        }
    }

    /// Many servers write JSON into a text.
    private static func parsed(_ value: JSON) -> JSON {
        guard let text = value.stringValue, let read = try? JSONReader.read(text) else { return value }
        switch read {
        case .object, .array: return read
        default: return value
        }
    }
}

extension JSON {
    fileprivate var isEmptyAnswer: Bool {
        self == .null || arrayValue?.isEmpty == true || objectValue?.isEmpty == true || stringValue?.isEmpty == true
    }
}
