import ConfluenceWire

/// Takes out of an exchange whatever is anybody's: what is left has the same shape, and equal ids where they were equal.
package struct SampleRedactor {
    private var standIns = StandIns()
    private var places = ShapeLearner.Places(template: "")

    package init() {}

    package mutating func redact(_ sample: ShapeSample) -> ShapeSample {
        let template = PathTemplates.template(of: sample.path)
        places = ShapeLearner.Places(template: template)
        let selection = ExchangeKey.selection(of: sample.query)
        return ShapeSample(
            api: sample.api, method: sample.method, path: path(sample.path), query: QueryItem.parse(selection),
            response: redact(sample.response))
    }

    /// The path with a stand-in for what stood in its places.
    private mutating func path(_ path: String) -> String {
        PathTemplates.parts(of: path).map { part in
            switch part {
            case .word(let word): "/" + word
            case .place(_, let value): "/" + standIns.text(for: value, TextFormat(value) ?? .other)
            }
        }.joined()
    }

    // MARK: Answers

    private mutating func redact(_ response: Response) -> Response {
        var redacted = Response(status: response.status)
        for (name, forms) in HeaderForm.forms(of: response.headers).sorted(by: { $0.key < $1.key }) {
            for form in forms { redacted.headers.add(name, HeaderForm.example(of: form, in: name)) }
        }
        guard !response.body.isEmpty else { return redacted }
        let type = response.headers["Content-Type"] ?? ""
        if let value = ExchangeShape.json(of: response, type) {
            redacted.body = JSONWriter.compact(redact(value, path: [], isRefusal: response.status >= 400))
            return redacted
        }
        var text =
            ["html": "<html></html>", "xml": "<xml/>", "text": "text"][ExchangeShape.kind(of: response, type)] ?? "\0"
        if response.status >= 400, let message = ExchangeShape.message(of: response) {
            text = "<message>\(Wording.template(of: message))</message>"
        }
        redacted.body = Array(text.utf8)
        return redacted
    }

    private mutating func redact(_ value: JSON, path: [String], isRefusal: Bool) -> JSON {
        guard !places.isSomebodysData(path) else { return .null }
        let name = path.last ?? ""
        switch value {
        case .null: return .null
        case .bool: return true
        case .integer(let number): return TextRules.isIdentifier(name) ? .integer(standIns.integer(for: number)) : 1
        case .number: return .number(1.5)
        case .string(let text): return .string(redact(text, name, isRefusal: isRefusal))
        case .array(let elements):
            return .array(elements.map { redact($0, path: path + ["*"], isRefusal: isRefusal) })
        case .object(let object):
            var redacted = JSONObject()
            var chosen = 0
            for member in object {
                let isData = places.isDataName(member.key, in: path)
                if isData { chosen += 1 }
                let below = path + [isData ? MemberName.anyName : member.key]
                redacted.append(
                    isData ? "key:\(chosen)" : member.key, redact(member.value, path: below, isRefusal: isRefusal))
            }
            return .object(redacted)
        }
    }

    private mutating func redact(_ text: String, _ name: String, isRefusal: Bool) -> String {
        guard !text.isEmpty else { return "" }
        if isRefusal, Wording.members.contains(name) { return Wording.template(of: text) }
        if TextRules.worded.contains(name), TextRules.words.contains(text) { return text }
        let format = ShapeLearner.format(of: text, name)
        let isName = TextRules.isIdentifier(name) || [.uuid, .accountID, .attachmentID, .userKey].contains(format)
        return isName ? standIns.text(for: text, format) : format.example
    }
}
