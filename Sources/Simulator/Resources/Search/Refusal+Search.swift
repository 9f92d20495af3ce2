import CQL
import ConfluenceStore

extension Refusal {
    /// What can't be read as a query.
    ///
    /// A word behind a whole clause is taken for the field of a next one.
    init(_ error: CQLSyntaxError, in text: String) {
        if case .missingConjunction(let word) = error.kind {
            self.init(CQLSearchError.unknownField(called: word, at: error.position))
        } else {
            self.init(.cqlUnparsable, [.text: text], because: "the query can't be read: \(error)")
        }
    }

    /// What a search can't answer, in the kinds that dialects word.
    init(_ error: CQLSearchError) {
        switch error {
        case .unknownField(let name, _, let nearest):
            let near = nearest.isEmpty ? "" : "\nDid you mean one of : \(nearest.joined(separator: ", "))"
            self.init(.cqlUnknownField, [.name: name, .text: near], because: "no field of CQL is called “\(name)”")
        case .unsupportedField(let name, _):
            self.init(
                .cqlUnknownField, [.name: name, .text: ""], because: "the field “\(name)” can't be searched here")
        case .unsupportedOperator(let field, let op, _, _):
            self.init(
                .cqlUnsupported, [.text: "Unsupported operator \(op.rawValue) for field \(field)"],
                because: "the field “\(field)” can't be compared with “\(op.rawValue)”")
        case .unsupportedValue(let field, let value, _, let expected):
            self.init(
                .cqlUnsupportedValue,
                [.name: field, .provided: value, .text: expected.joined(separator: ", ")],
                because: "the field “\(field)” has no value “\(value)”")
        case .emptyValue(let field, _) where ["sitesearch", "text"].contains(field.lowercased()):
            self.init(
                .searchWordMissing, [.text: "query parameter is required."],
                because: "“\(field)” is compared with nothing")
        case .emptyValue(let field, _):
            self.init(
                .cqlUnsupported, [.text: "Empty value for field \(field)"],
                because: "“\(field)” is compared with nothing")
        case .unknownFunction(let name, _), .functionWithoutValue(let name, _):
            self.init(
                .cqlUnsupported, [.text: "Unknown function \(name)"],
                because: "the function “\(name)” has no value here")
        case .unknownSpace(let key):
            self.init(.searchSpaceUnknown, [.key: key], because: "the caller can view no space with the key “\(key)”")
        case .unsupportedOrder(let field, _):
            self.init(
                .cqlUnsupported, [.text: "Cannot order by \(field)"], because: "results can't be ordered by “\(field)”")
        }
    }
}
