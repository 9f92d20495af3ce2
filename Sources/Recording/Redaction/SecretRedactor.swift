import ConfluenceModel
package import ConfluenceWire

/// Takes secrets out of what is kept, and counts what it took by kind.
package struct SecretRedactor: Sendable {
    /// What was taken out, each kind with how many times.
    package private(set) var counts: [String: Int] = [:]
    /// The forms of the known secrets, and the kind of each.
    private var known = NeedleIndex()
    private var pieces = PieceSearch()
    private var kinds: [String] = []
    /// What is kept before the mark of each of those forms.
    private var heads: [String] = []
    private var learned: Set<String> = []
    private let names: Set<String>
    private let words: Set<String>

    /// - Parameters:
    ///   - secrets: Known secrets, each with the kind under which it is counted.
    ///   - names: Names of accounts, which are no secrets where they stand without one.
    ///   - words: What stands everywhere, in small letters: where a secret is one of these, it is looked for in its other
    ///     forms alone.
    package init(
        _ secrets: [(kind: String, secret: String)], names: Set<String> = [], words: Set<String> = []
    ) {
        self.names = names
        self.words = words
        for (kind, secret) in secrets { learn(secret, kind: kind) }
    }

    /// Takes note of a secret, which is found from now on in whatever form.
    ///
    /// - Returns: Whether it was not known before.
    @discardableResult
    package mutating func learn(_ secret: String, kind: String) -> Bool {
        guard learned.insert(secret).inserted else { return false }
        if !words.contains(secret.lowercased()) { pieces.insert(secret) }
        for form in SecretForms.all(of: secret, besides: names, words).sorted() where known.insert(form) {
            kinds.append(kind)
            heads.append("")
        }
        return true
    }

    /// Takes note of a secret that may be an ordinary word: it is found where its name stands before it.
    @discardableResult
    package mutating func learn(_ secret: String, named name: String, kind: String) -> Bool {
        guard learned.insert("\(name)=\(secret)").inserted else { return false }
        for (head, form) in SecretForms.pairs(name, secret) where known.insert(head + form) {
            kinds.append(kind)
            heads.append(head)
        }
        return true
    }

    package static func mark(_ kind: String) -> String { "‹redacted: \(kind)›" }

    /// Whether a text holds what stands in the place of something that was taken out.
    package static func isRedacted(_ text: String) -> Bool { text.contains("‹redacted: ") }

    package mutating func count(_ kind: String, _ times: Int = 1) {
        counts[kind, default: 0] += times
    }

    /// A text without known secrets, nor anything that has the form of one.
    package mutating func text(_ text: String) -> String {
        withoutPieces(withoutShapes(withoutKnown(text)))
    }

    /// A site may repeat a part of what it was sent.
    private mutating func withoutPieces(_ text: String) -> String {
        let kind = "part of a secret"
        let places = pieces.places(in: text)
        if !places.isEmpty { count(kind, places.count) }
        return text.masked(places, by: Self.mark(kind))
    }

    package mutating func withoutKnown(_ text: String) -> String {
        let places = known.places(in: Array(text.utf8))
        guard !places.isEmpty else { return text }
        for place in places { count(kinds[place.needle]) }
        return text.replacing(places.map { ($0.range, heads[$0.needle] + Self.mark(kinds[$0.needle])) })
    }

    /// Whether a known secret stands in a text, in whatever form.
    package func finds(in text: String) -> String? {
        finds(in: Array(text.utf8))
    }

    package func finds(in bytes: [UInt8]) -> String? {
        known.places(in: bytes).first.map { kinds[$0.needle] }
    }

    // MARK: Shapes

    private mutating func withoutShapes(_ text: String) -> String {
        var text = text
        for shape in SecretShapes.triggered(by: text) {
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
            // A value without a scheme is all secret.
            let shown = scheme.count < field.value.count ? "\(scheme) " : ""
            field.value = "\(shown)\(Self.mark("credential"))"
        } else if (isOwn && !Self.isHarmless(name)) || SecretName.soundsSecret(name) {
            count("\(text(field.name)) header")
            field.value = Self.mark("header")
        } else {
            field.value = text(field.value)
        }
        return field
    }

    /// Headers that everybody sends, also where the configuration names them.
    private static func isHarmless(_ name: String) -> Bool {
        ["accept", "content-type", "user-agent"].contains(name) || SecretName.isHarmless(name)
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
