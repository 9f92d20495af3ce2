import ConfluenceWire

extension AnswerExpectation {
    /// What a header of an answer must hold: a text that stands in it, or what a matcher takes.
    package struct HeaderExpectation: Sendable, Hashable {
        package var name: String
        package var contains = ""
        package var value: ValueExpectation?
        /// Whether the header may be absent.
        package var isOptional = false

        func mismatches(in response: Response) -> [Mismatch] {
            let values = response.headers.values(name)
            if values.isEmpty, isOptional { return [] }
            let text = values.joined(separator: ", ")
            if let value {
                return value.problems(of: values.isEmpty ? nil : .string(text), at: "the header \(name)")
            }
            if values.contains(where: { $0.contains(contains) }) { return [] }
            let seen = values.isEmpty ? "it is absent" : "it is “\(text)”"
            return [Mismatch("the header \(name) should hold “\(contains)”, and \(seen)")]
        }
    }
}
