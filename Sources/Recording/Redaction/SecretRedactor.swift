package import ConfluenceWire

/// Takes secrets out of what is kept, and counts what it took by kind.
package struct SecretRedactor: Sendable {
    /// What was taken out, each kind with how many times.
    package private(set) var counts: [String: Int] = [:]
    private let needles: [(text: String, kind: String)]

    /// - Parameter secrets: Known secrets, each with the kind under which it is counted.
    package init(_ secrets: [(kind: String, secret: String)]) {
        var kinds: [String: String] = [:]
        for (kind, secret) in secrets {
            for form in SecretForms.all(of: secret) where kinds[form] == nil { kinds[form] = kind }
        }
        // The longest first, so that a secret inside another leaves no rest.
        needles = kinds.map { ($0.key, $0.value) }.sorted { ($0.0.count, $0.0) > ($1.0.count, $1.0) }
    }

    package static func mark(_ kind: String) -> String { "‹redacted: \(kind)›" }

    /// Whether a text holds what stands in the place of something that was taken out.
    package static func isRedacted(_ text: String) -> Bool { text.contains("‹redacted: ") }

    package mutating func count(_ kind: String, _ times: Int = 1) {
        counts[kind, default: 0] += times
    }

    /// A text without known secrets, nor anything that has the form of one.
    package mutating func text(_ text: String) -> String {
        withoutShapes(withoutKnown(text))
    }

    package mutating func withoutKnown(_ text: String) -> String {
        var text = text
        for needle in needles where text.contains(needle.text) {
            let pieces = text.split(separator: needle.text, omittingEmptySubsequences: false)
            count(needle.kind, pieces.count - 1)
            text = pieces.joined(separator: Self.mark(needle.kind))
        }
        return text
    }

    /// Whether a known secret stands in a text, in whatever form.
    package func finds(in text: String) -> String? {
        needles.first { text.contains($0.text) }?.kind
    }

    // MARK: Shapes

    private mutating func withoutShapes(_ text: String) -> String {
        var text = text
        for shape in SecretShapes.all {
            var found = 0
            text = shape.replace(in: text) { found += 1 }
            if found > 0 { count(shape.kind, found) }
        }
        return text
    }

    // MARK: Headers

    /// A header without what it says about somebody; the names of cookies and of schemes are kept.
    package mutating func header(_ field: Headers.Field, isOwn: Bool) -> Headers.Field {
        let name = field.name.lowercased()
        var field = field
        if name == "set-cookie" || name == "cookie" {
            field.value = cookies(field.value, isSet: name == "set-cookie")
        } else if name == "authorization" || name == "proxy-authorization" {
            count("\(field.name) header")
            let scheme = field.value.prefix { $0 != " " }
            field.value = "\(scheme) \(Self.mark("credential"))"
        } else if isOwn
            || ["token", "secret", "api-key", "apikey", "session", "csrf", "xsrf"].contains(where: name.contains)
        {
            guard !Self.isHarmless(name) else { return Headers.Field(name: field.name, value: text(field.value)) }
            count("\(field.name) header")
            field.value = Self.mark("header")
        } else {
            field.value = text(field.value)
        }
        return field
    }

    /// Headers whose names sound secret and whose values everybody sends.
    private static func isHarmless(_ name: String) -> Bool {
        name == "x-atlassian-token" || name == "accept" || name == "content-type" || name == "user-agent"
    }

    private mutating func cookies(_ value: String, isSet: Bool) -> String {
        let pairs = value.split(separator: ";", omittingEmptySubsequences: false)
        var written: [String] = []
        for (index, pair) in pairs.enumerated() {
            guard index == 0 || !isSet, let mark = pair.firstIndex(of: "=") else {
                written.append(text(String(pair)))
                continue
            }
            count("cookie")
            written.append(text(String(pair[..<mark])) + "=" + Self.mark("cookie"))
        }
        return written.joined(separator: ";")
    }
}
