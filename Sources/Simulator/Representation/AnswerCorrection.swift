import ConfluenceModel
import ConfluenceWire

/// Makes one answer what a rule says of it.
struct AnswerCorrection: Sendable {
    private let change: AnswerRule.Change
    /// What the answer's own wording names.
    private let values: [Refusal.Value: String]

    init(_ change: AnswerRule.Change, values: [Refusal.Value: String]) {
        self.change = change
        self.values = values
    }

    func applied(to response: Response) -> Response {
        var response = response
        response.status = change.status ?? response.status
        for name in change.withoutHeaders { response.headers[name] = nil }
        for field in change.headers { response.headers[field.name] = field.value }
        if let body = change.body {
            let refusal = try? JSONReader.read(body)
            response.body = refusal.map { JSONWriter.compact(filled($0)) } ?? Array(body.utf8)
        }
        guard !(change.set.isEmpty && change.rename.isEmpty && change.drop.isEmpty) else { return response }
        if var value = try? JSONReader.read(response.body) {
            correct(&value)
            response.body = JSONWriter.compact(value)
        } else if let wording = change.set.first(where: { $0.path == "message" }), case .text(let text) = wording.value
        {
            response.body = Array(Self.message(filled(text), in: response.text).utf8)
        }
        return response
    }

    // MARK: JSON

    private func correct(_ value: inout JSON) {
        for path in change.drop { Self.edit(&value, Self.steps(path)) { $0[$1] = nil } }
        for member in change.rename {
            guard case .text(let name) = member.value else { continue }
            Self.edit(&value, Self.steps(member.path)) { object, old in
                guard let kept = object[old] else { return }
                object[old] = nil
                object[name] = kept
            }
        }
        for member in change.set {
            let written = filled(JSON(member.value))
            Self.edit(&value, Self.steps(member.path)) { $0[$1] = written }
        }
    }

    private static func steps(_ path: String) -> ArraySlice<Substring> {
        path.replacing("[*]", with: ".*").split(separator: ".")[...]
    }

    /// Goes to a member by its path, in which `*` stands for all elements of a list; what isn't there stays away.
    private static func edit(
        _ value: inout JSON, _ steps: ArraySlice<Substring>, _ change: (inout JSONObject, String) -> Void
    ) {
        guard let step = steps.first else { return }
        switch value {
        case .array(var elements) where step == "*":
            for index in elements.indices { edit(&elements[index], steps.dropFirst(), change) }
            value = .array(elements)
        case .object(var object):
            if steps.count == 1 {
                change(&object, String(step))
            } else if var inner = object[String(step)] {
                edit(&inner, steps.dropFirst(), change)
                object[String(step)] = inner
            }
            value = .object(object)
        default: break
        }
    }

    // MARK: Wording

    private func filled(_ value: JSON) -> JSON {
        switch value {
        case .string(let text): .string(filled(text))
        case .array(let elements): .array(elements.map(filled))
        case .object(let object): .object(object.reduce(into: JSONObject()) { $0.append($1.key, filled($1.value)) })
        default: value
        }
    }

    /// The wording with what the request was about in the places that a recording leaves open.
    private func filled(_ text: String) -> String {
        let id = values[.id].flatMap { Int64($0) == nil ? nil : $0 } ?? "0"
        let named = [Refusal.Value.title, .name, .key, .text, .url].lazy.compactMap { values[$0] }.first { !$0.isEmpty }
        return text.replacing("{id}", with: id).replacing("{text}", with: named ?? values[.id] ?? "…")
    }

    /// The older REST layer's XML with another message.
    private static func message(_ text: String, in document: String) -> String {
        guard let start = document.firstRange(of: "<message>"), let end = document.firstRange(of: "</message>"),
            start.upperBound <= end.lowerBound
        else { return document }
        return document[..<start.upperBound] + RefusalWriter.escaped(text) + document[end.lowerBound...]
    }
}
