import ConfluenceModel
import ConfluenceWire
import Documents
import JSONSchema

/// Reads what a value must be: the value itself, or a mapping of nothing but the words of a matcher.
enum MatcherReader {
    static let words = [
        "equals", "contains", "lacks", "matches", "type", "at-least", "at-most", "length", "absent", "any-of",
        "includes",
    ]

    static func read(_ node: DocumentNode) throws(DocumentError) -> ValueExpectation {
        guard case .mapping(let entries) = node.content, !entries.isEmpty else { return .equal(node.json) }
        let known = entries.filter { words.contains($0.key) }
        guard !known.isEmpty else { return .equal(node.json) }
        if let other = entries.first(where: { !words.contains($0.key) }) {
            // A word of a matcher beside others is either a slip or an object that has such a key.
            guard let nearest = NearestWord.find(for: other.key, in: words) else { return .equal(node.json) }
            throw other.error("unknown word “\(other.key)” of a matcher, did you mean “\(nearest)”?")
        }
        return .matching(try matcher(node))
    }

    private static func matcher(_ node: DocumentNode) throws(DocumentError) -> ValueMatcher {
        let fields = try node.mapping(keys: words)
        var matcher = ValueMatcher()
        matcher.equals = fields.entries.first { $0.key == "equals" }?.value.json
        matcher.contains = try ExpectationReader.texts(fields["contains"])
        matcher.lacks = try ExpectationReader.texts(fields["lacks"])
        matcher.matches = try ExpectationReader.pattern(fields["matches"])
        matcher.type = try fields["type"]?.word(ValueKind.self)
        matcher.atLeast = try number(fields["at-least"])
        matcher.atMost = try number(fields["at-most"])
        matcher.length = try fields["length"]?.countBounds()
        matcher.isAbsent = try fields.bool("absent")
        if let node = fields["any-of"] {
            let values = try node.list()
            guard !values.isEmpty else { throw node.error("at least one value is expected") }
            matcher.anyOf = values.map(\.json)
        }
        if let entry = fields.entries.first(where: { $0.key == "includes" }) {
            var elements = [entry.value]
            if case .list(let several) = entry.value.content { elements = several }
            for element in elements { matcher.includes.append(try read(element)) }
        }
        if matcher.isAbsent == true, fields.entries.count > 1, let absent = fields["absent"] {
            throw absent.error("nothing else can be said of a value that is absent")
        }
        return matcher
    }

    private static func number(_ node: DocumentNode?) throws(DocumentError) -> Double? {
        guard let node else { return nil }
        guard let number = node.json.doubleValue else { throw node.error("a number is expected") }
        return number
    }
}

extension DocumentNode {
    /// A number, or a mapping with the bounds `at-least` and `at-most`.
    func countBounds() throws(DocumentError) -> CountBounds {
        guard case .mapping = content else { return .exactly(try count(0...Int.max)) }
        let fields = try mapping(keys: ["at-least", "at-most"])
        let bounds = CountBounds(
            atLeast: try fields["at-least"]?.count(0...Int.max), atMost: try fields["at-most"]?.count(0...Int.max))
        if bounds == CountBounds() { throw error("at-least or at-most is expected") }
        if let least = bounds.atLeast, let most = bounds.atMost, least > most {
            throw error("no number is at least \(least) and at most \(most)")
        }
        return bounds
    }
}
