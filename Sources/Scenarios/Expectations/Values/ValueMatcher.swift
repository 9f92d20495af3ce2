import ConfluenceModel
package import ConfluenceWire
package import JSONSchema

/// What a value must be like; each part that is there must hold.
package struct ValueMatcher: Sendable, Hashable {
    package var equals: JSON?
    package var contains: [String] = []
    package var lacks: [String] = []
    package var matches: String?
    package var type: ValueKind?
    package var atLeast: Double?
    package var atMost: Double?
    package var length: CountBounds?
    package var isAbsent: Bool?
    package var anyOf: [JSON]?
    /// Elements that a list must have.
    package var includes: [ValueExpectation] = []

    /// What does not hold, each as a sentence; `nil` as value stands for nothing found.
    func problems(of value: JSON?, at place: String) -> [Mismatch] {
        let isFound = value.map { $0 != .array([]) || isAbsent == nil } ?? false
        if isAbsent == true {
            return isFound ? [Mismatch("\(place) should be absent, and is \(value?.briefText ?? "there")")] : []
        }
        guard let value, isFound else { return [Mismatch("\(place) is absent, expected one that \(words)")] }
        return textProblems(value, place) + sizeProblems(value, place) + choiceProblems(value, place)
    }

    private func textProblems(_ value: JSON, _ place: String) -> [Mismatch] {
        guard !contains.isEmpty || !lacks.isEmpty || matches != nil else { return [] }
        guard let text = value.plainText else {
            let hint = value.arrayValue == nil ? "" : "; elements of a list are found by “includes”"
            return [Mismatch("\(place) is \(value.kindName), where a text is looked into\(hint)")]
        }
        var problems = contains.filter { !text.contains($0) }.map { part in
            Mismatch("\(place) should contain “\(part)”, and is “\(text.shortened(to: 160))”")
        }
        problems += lacks.filter { text.contains($0) }.map { Mismatch("\(place) should not contain “\($0)”, and does") }
        if let matches, !text.hasMatch(for: matches) {
            problems.append(
                Mismatch("\(place) should match the pattern \(matches), and is “\(text.shortened(to: 160))”"))
        }
        return problems
    }

    private func sizeProblems(_ value: JSON, _ place: String) -> [Mismatch] {
        var problems: [Mismatch] = []
        if atLeast != nil || atMost != nil {
            let number = value.doubleValue
            if number == nil || number.map({ $0 < (atLeast ?? -.infinity) || $0 > (atMost ?? .infinity) }) == true {
                problems.append(
                    Mismatch("\(place) is \(value.briefText), expected a number \(Self.words(atLeast, atMost))"))
            }
        }
        if let length, value.length.map(length.contains) != true {
            let seen = value.length.map { "has the length \($0)" } ?? "is \(value.kindName), which has no length"
            problems.append(Mismatch("\(place) \(seen), expected \(length)"))
        }
        if let type, !type.takes(value) {
            problems.append(Mismatch("\(place) is \(value.kindName) (\(value.briefText)), expected \(type.rawValue)"))
        }
        return problems
    }

    private func choiceProblems(_ value: JSON, _ place: String) -> [Mismatch] {
        var problems: [Mismatch] = []
        if let equals, !value.means(equals) { problems.append(.unequal(value, equals, at: place)) }
        if let anyOf, !anyOf.contains(where: value.means) {
            let words = anyOf.map(\.briefText).joined(separator: ", ")
            problems.append(Mismatch("\(place) is \(value.briefText), expected one of \(words)"))
        }
        guard !includes.isEmpty else { return problems }
        guard let elements = value.arrayValue else {
            return problems + [Mismatch("\(place) is \(value.kindName), where a list is expected")]
        }
        return problems
            + includes.filter { wanted in !elements.contains(where: wanted.takes) }.map { wanted in
                Mismatch("\(place) should include \(wanted.words), and is \(value.briefText)")
            }
    }

    /// All parts as a phrase: `contains “a” and has the type string`.
    var words: String {
        var parts = contains.map { "contains “\($0)”" } + lacks.map { "lacks “\($0)”" }
        if let equals { parts.append("is \(equals.briefText)") }
        if let matches { parts.append("matches \(matches)") }
        if let type { parts.append("has the type \(type.rawValue)") }
        if atLeast != nil || atMost != nil { parts.append("is \(Self.words(atLeast, atMost))") }
        if let length { parts.append("has the length \(length)") }
        if let anyOf { parts.append("is one of \(anyOf.map(\.briefText).joined(separator: ", "))") }
        parts += includes.map { "includes \($0.words)" }
        if isAbsent == true { parts.append("is absent") }
        return parts.isEmpty ? "is there" : parts.joined(separator: " and ")
    }

    private static func words(_ least: Double?, _ most: Double?) -> String {
        let bounds = [least.map { "of at least \(JSON.plain($0))" }, most.map { "of at most \(JSON.plain($0))" }]
        return bounds.compactMap(\.self).joined(separator: " and ")
    }
}

extension JSON {
    /// A number without a fraction of zero.
    static func plain(_ number: Double) -> String {
        Int64(exactly: number).map(String.init) ?? String(number)
    }
}
