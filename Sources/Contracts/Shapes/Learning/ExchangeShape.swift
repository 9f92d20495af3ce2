import ConfluenceWire

/// What the answers of one kind of exchange have in common.
package struct ExchangeShape: Sendable, Hashable {
    /// The chosen headers, each with its forms and whether there were answers without it.
    package var headers: [String: HeaderShape] = [:]
    /// What the bodies are: `json`, `html`, `xml`, `text`, `bytes`, `nothing`.
    package var bodies: Set<String> = []
    package var json: ValueShape?
    /// What refusals say, by the paths of the members that say it.
    package var wording: [String: Set<String>] = [:]

    package struct HeaderShape: Sendable, Hashable {
        package var forms: Set<String>
        package var isOptional: Bool
    }

    package init() {}

    /// What one answer shows.
    package init(_ sample: ShapeSample, template: String) {
        let response = sample.response
        headers = HeaderForm.forms(of: response.headers).mapValues { HeaderShape(forms: Set($0), isOptional: false) }
        let type = response.headers["Content-Type"] ?? ""
        if response.body.isEmpty {
            bodies = ["nothing"]
        } else if let value = Self.json(of: response, type) {
            bodies = ["json"]
            json = ShapeLearner(template: template).shape(of: value)
            if response.status >= 400 { wording = Self.wording(of: value) }
        } else {
            bodies = [Self.kind(of: response, type)]
            if let message = Self.message(of: response), response.status >= 400 {
                wording = ["message": [Wording.template(of: message)]]
            }
        }
    }

    package mutating func merge(_ other: ExchangeShape) {
        for name in headers.keys where other.headers[name] == nil { headers[name]?.isOptional = true }
        for (name, theirs) in other.headers {
            if let mine = headers[name] {
                headers[name] = HeaderShape(
                    forms: mine.forms.union(theirs.forms), isOptional: mine.isOptional || theirs.isOptional)
            } else {
                headers[name] = HeaderShape(forms: theirs.forms, isOptional: true)
            }
        }
        bodies.formUnion(other.bodies)
        if let theirs = other.json { json = json?.merged(with: theirs) ?? theirs }
        wording.merge(other.wording) { $0.union($1) }
    }

    // MARK: Bodies

    static func json(of response: Response, _ type: String) -> JSON? {
        guard type.contains("json") || type.isEmpty else { return nil }
        return try? JSONReader.read(response.body)
    }

    static func kind(of response: Response, _ type: String) -> String {
        if type.contains("html") { return "html" }
        if type.contains("xml") { return "xml" }
        return type.hasPrefix("text/") || type.contains("json") ? "text" : "bytes"
    }

    // MARK: Wording

    /// The sentences of a refusal, each as a template at its path.
    static func wording(of value: JSON, path: String = "") -> [String: Set<String>] {
        switch value {
        case .string(let text):
            let name = path.split(whereSeparator: { $0 == "." || $0 == "[" }).last { !$0.hasPrefix("*") } ?? ""
            guard Wording.members.contains(String(name)), !text.isEmpty else { return [:] }
            return [path: [Wording.template(of: text)]]
        case .array(let elements):
            return elements.reduce(into: [:]) { found, element in
                found.merge(wording(of: element, path: path + "[*]")) { $0.union($1) }
            }
        case .object(let object):
            return object.reduce(into: [:]) { found, member in
                guard MemberName.isStructural(member.key) else { return }
                let below = path.isEmpty ? member.key : "\(path).\(member.key)"
                found.merge(wording(of: member.value, path: below)) { $0.union($1) }
            }
        default: return [:]
        }
    }

    /// What the older REST layer says in XML.
    static func message(of response: Response) -> String? {
        let text = response.text
        guard let start = text.firstRange(of: "<message>"), let end = text.firstRange(of: "</message>"),
            start.upperBound <= end.lowerBound
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound])
    }
}
