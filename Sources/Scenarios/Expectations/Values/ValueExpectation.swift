package import ConfluenceModel
package import ConfluenceWire

/// What a value must be: one that means the same, or one that a matcher takes.
package indirect enum ValueExpectation: Sendable, Hashable {
    case equal(JSON)
    case matching(ValueMatcher)

    /// What does not hold, in words; `nil` as value stands for nothing found.
    func problems(of value: JSON?, at place: String) -> [Mismatch] {
        switch self {
        case .matching(let matcher): return matcher.problems(of: value, at: place)
        case .equal(let expected):
            guard let value else { return [Mismatch("\(place) is absent, expected \(expected.briefText)")] }
            return value.means(expected) ? [] : [.unequal(value, expected, at: place)]
        }
    }

    func takes(_ value: JSON) -> Bool { problems(of: value, at: "").isEmpty }

    /// The expectation in a few words: `"a"`, `one that contains “a”`.
    var words: String {
        switch self {
        case .equal(let value): value.briefText
        case .matching(let matcher): "one that \(matcher.words)"
        }
    }
}

/// What does not hold, as a sentence, with the two texts where they are longer than that.
package struct Mismatch: Sendable, Hashable, ExpressibleByStringLiteral {
    package var words: String
    package var comparison: StepComparison?

    package init(_ words: String, comparison: StepComparison? = nil) {
        self.words = words
        self.comparison = comparison
    }

    package init(stringLiteral words: String) {
        self.init(words)
    }

    /// Two values that should mean the same.
    static func unequal(_ found: JSON, _ expected: JSON, at place: String) -> Mismatch {
        let isShort = found.inside.isEmpty && expected.inside.isEmpty
        if isShort, (found.plainText ?? "").count <= 80, (expected.plainText ?? "").count <= 80 {
            return Mismatch("\(place) is \(found.compactText), expected \(expected.compactText)")
        }
        let comparison = StepComparison(
            subject: place, expected: expected.comparableText, found: found.comparableText)
        return Mismatch(
            "\(place) is not as expected: \(ValueDifference.sentence(found, expected: expected))",
            comparison: comparison)
    }

    /// Two texts that should be the same.
    static func unequal(_ found: String, _ expected: String, at place: String) -> Mismatch {
        let isShort = found.count <= 80 && expected.count <= 80 && !found.contains("\n") && !expected.contains("\n")
        if isShort { return Mismatch("\(place) is “\(found)”, expected “\(expected)”") }
        return Mismatch(
            "\(place) is not the expected text: \(TextDifference.words(found: found, expected: expected))",
            comparison: StepComparison(subject: place, expected: expected, found: found))
    }
}

extension JSON {
    /// A text as it is, other values on several lines with their keys in order.
    fileprivate var comparableText: String { stringValue ?? sorted.prettyText }
}
