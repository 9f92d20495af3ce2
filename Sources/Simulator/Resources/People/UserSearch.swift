import CQL
import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a search for people found.
struct UserSearch: Sendable {
    var rows: Rows<AccountRecord>
    var total: Int
    var query: String
}

extension Resource {
    /// People by CQL: their account, or words of their name.
    static let userSearch = Resource.reading(anyAccount) { grant, store, _ in
        let paging = try grant.call.paging()
        let text = grant.call.item("cql") ?? ""
        guard !text.isEmpty else { throw Refusal(.cqlMissing, because: "no query was sent") }
        let query = try SearchRequest.parse(text)
        let test = UserQuery(
            caller: grant.caller.account, takesUserNames: grant.call.dialect.search.takesUserNames)
        let found = try store.accounts().filter { try $0.isActive && test.meets(query.condition, $0) }
        let rows = Rows(Array(found.dropFirst(paging.start)), paging: paging)
        return .people(.found(UserSearch(rows: rows, total: found.count, query: text)))
    }
}

/// Whether somebody meets a condition of CQL, in the fields that a search for people has.
private struct UserQuery {
    var caller: AccountRecord?
    var takesUserNames: Bool

    func meets(_ condition: CQLCondition, _ account: AccountRecord) throws -> Bool {
        switch condition {
        case .and(let parts): try parts.allSatisfy { try meets($0, account) }
        case .or(let parts): try parts.contains { try meets($0, account) }
        case .not(let part): try !meets(part, account)
        case .clause(let clause): try meets(clause, account)
        }
    }

    private func meets(_ clause: CQLClause, _ account: AccountRecord) throws -> Bool {
        let op = clause.op.denied ?? clause.op
        let isDenied = clause.op.denied != nil
        let values = texts(of: clause.value)
        switch clause.field.lowercased() {
        case "user", "user.accountid", "user.userkey", "user.username":
            guard op == .equals || op == .isIn else { throw unsupported(clause) }
            let names = [account.accountID] + (takesUserNames ? [account.userKey, account.name] : [])
            return values.contains(where: names.contains) != isDenied
        case "user.fullname":
            guard op == .contains || op == .equals else { throw unsupported(clause) }
            return values.contains { Self.matches($0, account.displayName) } != isDenied
        case "type":
            return values.contains { $0.lowercased() == "user" } != isDenied
        default:
            throw Refusal(
                .cqlUnknownField, [.name: clause.field, .text: ""],
                because: "people can't be searched by “\(clause.field)”")
        }
    }

    private func unsupported(_ clause: CQLClause) -> Refusal {
        Refusal(
            .cqlUnsupported, [.text: "Unsupported operator \(clause.op.rawValue) for field \(clause.field)"],
            because: "the field “\(clause.field)” can't be compared with “\(clause.op.rawValue)”")
    }

    private func texts(of value: CQLValue) -> [String] {
        switch value {
        case .text(let text, _): [text]
        case .list(let values): values.flatMap(texts)
        case .function(let name, _): name.lowercased() == "currentuser" ? [caller?.accountID ?? ""] : []
        }
    }

    /// Each word of the text begins or is a word of the name, ignoring case; a star stands for any rest.
    private static func matches(_ text: String, _ name: String) -> Bool {
        let words = name.lowercased().split(whereSeparator: \.isWhitespace)
        let wanted = text.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "*" || $0 == "\"" })
        return !wanted.isEmpty && wanted.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }
}
