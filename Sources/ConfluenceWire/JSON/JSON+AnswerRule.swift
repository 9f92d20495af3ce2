package import ConfluenceModel

extension JSON {
    /// What an answer rule puts into a body, as it is written in rules.
    package init(_ value: AnswerRule.Value) {
        self =
            switch value {
            case .text(let text): .string(text)
            case .integer(let number): .integer(number)
            case .number(let number): .number(number)
            case .flag(let flag): .bool(flag)
            case .null: .null
            case .emptyList: []
            case .emptyObject: [:]
            }
    }
}
