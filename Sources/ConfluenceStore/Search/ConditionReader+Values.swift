import CQL
import ConfluenceModel
import GRDB

/// What the right side of a clause means for its field.
extension ConditionReader {
    /// The text of a clause that takes one text and no function.
    func nonEmptyText(_ clause: CQLClause) throws(CQLSearchError) -> String {
        switch clause.value {
        case .text(let text, _):
            guard !text.trimmingEdges().isEmpty else {
                throw CQLSearchError.emptyValue(field: clause.field, position: clause.position)
            }
            return text
        case .function(let name, _): throw CQLSearchError.unknownFunction(name: name, position: clause.position)
        case .list:
            throw CQLSearchError.unsupportedValue(
                field: clause.field, value: "a list", position: clause.position, expected: ["a text"])
        }
    }

    /// The texts that the clause names, functions replaced by what they stand for.
    func values(_ clause: CQLClause) throws -> [String] {
        try values(clause.value, clause)
    }

    private func values(_ value: CQLValue, _ clause: CQLClause) throws -> [String] {
        switch value {
        case .text(let text, _): return [text]
        case .list(let values): return try values.flatMap { try self.values($0, clause) }
        case .function(let name, _): return try call(name, clause)
        }
    }

    private func call(_ name: String, _ clause: CQLClause) throws -> [String] {
        let value: String?
        switch name.lowercased() {
        case "currentuser": value = context.viewer.account?.accountID
        case "currentspace": value = context.currentSpaceKey
        case "currentcontent": value = context.currentContentID.map { String($0) }
        case "favouritespaces", "favoritespaces": return try favouriteSpaces()
        // Nobody has looked at anything on a simulated site with a browser.
        case "recentlyviewedcontent", "recentlyviewedspaces": return []
        default: throw CQLSearchError.unknownFunction(name: name, position: clause.position)
        }
        guard let value else { throw CQLSearchError.functionWithoutValue(name: name, position: clause.position) }
        return [value]
    }

    /// The keys of the spaces that the viewer marked.
    private func favouriteSpaces() throws -> [String] {
        guard let account = context.viewer.account else { return [] }
        return try reader.all(
            "SELECT s.key FROM favourite_spaces f JOIN spaces s ON s.id = f.spaceID WHERE f.userID = ? ORDER BY s.key",
            [account.id]
        ) { $0[0] }
    }

    func contentIDs(_ clause: CQLClause) throws -> [Int64] {
        try values(clause).map { text in
            guard let id = Int64(text) else {
                throw CQLSearchError.unsupportedValue(
                    field: clause.field, value: text, position: clause.position, expected: ["a content id"])
            }
            return id
        }
    }

    /// The rows of the accounts named by account id and, where that is taken, user key or user name; strangers have
    /// none.
    func accountIDs(_ clause: CQLClause) throws -> [Int64] {
        try values(clause).compactMap { word in
            if let account = try reader.account(accountID: word) { return account.id }
            guard context.takesUserNames else { return nil }
            return try (reader.account(userKey: word) ?? reader.account(name: word))?.id
        }
    }

    func oneOf(_ expected: [String], _ value: String, _ clause: CQLClause) throws -> String {
        guard let match = expected.first(where: { $0.lowercased() == value.lowercased() }) else {
            throw CQLSearchError.unsupportedValue(
                field: clause.field, value: value, position: clause.position, expected: expected)
        }
        return match
    }
}
