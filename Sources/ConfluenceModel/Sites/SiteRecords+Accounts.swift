private import struct Foundation.Date

extension SiteRecords {
    /// The accounts, as a site file would give them.
    public var users: [UserDefinition] {
        let groupNames = rows(of: "groups").reduce(into: [Int64: String]()) { names, row in
            if let id = row.integer("id") { names[id] = row.text("name") }
        }
        return rows(of: "users").compactMap { row in
            guard let id = row.integer("id"), let name = row.text("name") else { return nil }
            return UserDefinition(
                name: name, displayName: row.text("displayName") ?? name, email: row.text("email") ?? "",
                accountID: row.text("accountID") ?? "", userKey: row.text("userKey") ?? "",
                kind: row.text("kind").flatMap(AccountKind.init) ?? .person, isActive: row.flag("isActive"),
                isLicensed: row.flag("isLicensed"), isSiteAdmin: row.flag("isSiteAdmin"),
                groups: rows(of: "memberships").filter { $0.integer("userID") == id }
                    .compactMap { $0.integer("groupID").flatMap { groupNames[$0] } },
                timeZone: row.text("timeZone"), password: row.text("password"),
                tokens: rows(of: "tokens").filter { $0.integer("ownerID") == id }.compactMap(\.token))
        }
    }

    /// The same rows without passwords and tokens.
    public func withoutSecrets() -> SiteRecords {
        var records = self
        records.tables.removeAll { $0.name == "tokens" }
        guard let users = records.tables.firstIndex(where: { $0.name == "users" }) else { return records }
        for row in records.tables[users].rows.indices {
            records.tables[users].rows[row].fields.removeAll { $0.column == "password" }
        }
        return records
    }
}

extension SiteRecords.Row {
    fileprivate func integer(_ column: String) -> Int64? {
        if case .integer(let value) = self[column] { value } else { nil }
    }

    fileprivate func text(_ column: String) -> String? {
        if case .text(let value) = self[column] { value } else { nil }
    }

    fileprivate func flag(_ column: String) -> Bool { integer(column) == 1 }

    fileprivate var token: TokenDefinition? {
        guard let name = text("name"), let kind = text("kind").flatMap(TokenDefinition.Kind.init),
            let value = text("value")
        else { return nil }
        var state = TokenDefinition.State.active
        if let expiry = integer("expiresAt") { state = .expires(Date(timeIntervalSince1970: Double(expiry) / 1000)) }
        if flag("isRevoked") { state = .revoked }
        return TokenDefinition(
            name: name, kind: kind, value: value, state: state,
            scopes: (text("scopes") ?? "").split(separator: " ").map(String.init))
    }
}
