package import ConfluenceModel
import GRDB

extension StoreReader {
    /// The account of exactly that name.
    package func account(name: String) throws -> AccountRecord? {
        try shelf.accountsByName.value(name) { try account(named: name, in: "name") }
    }

    /// The account that logs in by a name, ignoring case where no name is exactly that.
    package func account(loginName name: String) throws -> AccountRecord? {
        if let account = try account(name: name) { return account }
        return name.isCutBySQLite ? nil : try account(where: "name = ? COLLATE NOCASE", [name])
    }

    /// The account of that e-mail address, ignoring case.
    package func account(email: String) throws -> AccountRecord? {
        try shelf.accountsByEmail.value(email) { try account(named: email, in: "email") }
    }

    package func account(accountID: String) throws -> AccountRecord? {
        try account(named: accountID, in: "accountID")
    }

    package func account(userKey: String) throws -> AccountRecord? {
        try account(named: userKey, in: "userKey")
    }

    /// Every account, in the order of the site definition.
    package func accounts() throws -> [AccountRecord] {
        var groups: [Int64: [String]] = [:]
        let memberships = try all(
            "SELECT m.userID, g.name FROM memberships m JOIN groups g ON g.id = m.groupID ORDER BY g.id", []
        ) { (user: $0[0] as Int64, group: $0[1] as String) }
        for membership in memberships { groups[membership.user, default: []].append(membership.group) }
        return try all(accountColumns + "ORDER BY id", []) { decodeAccount($0, groups: groups[$0[0]] ?? []) }
    }

    package func groups() throws -> [String] {
        try all("SELECT name FROM groups ORDER BY name", []) { $0[0] }
    }

    /// The token of that value, where it is of one of those kinds.
    package func token(value: String, kinds: [TokenDefinition.Kind]) throws -> TokenRecord? {
        guard !value.isCutBySQLite else { return nil }
        let tokens = try shelf.tokens.value(value) {
            let tokens = try all(tokenColumns + "WHERE value = ? ORDER BY id", [value]) { try decodeToken($0) }
            return tokens.isEmpty ? nil : tokens.compactMap(\.self)
        }
        return tokens?.first { kinds.contains($0.kind) }
    }

    package func tokens() throws -> [TokenRecord] {
        try all(tokenColumns + "ORDER BY id", []) { try decodeToken($0) }.compactMap { $0 }
    }

    /// The personal access tokens of an account that were not revoked, expired ones too, oldest first.
    package func livingTokens(of owner: AccountRecord) throws -> [TokenRecord] {
        try all(
            tokenColumns + "WHERE ownerID = ? AND kind = ? AND NOT isRevoked ORDER BY id",
            [owner.id, TokenDefinition.Kind.personalAccessToken.rawValue]
        ) { try decodeToken($0) }.compactMap { $0 }
    }

    /// Whether the account has a password and it is this one.
    package func passwordMatches(_ password: String, accountID rowID: Int64) throws -> Bool {
        try !password.isCutBySQLite
            && exists("SELECT 1 FROM users WHERE id = ? AND password = ?", [rowID, password])
    }

    // MARK: Rows

    private func account(named name: String, in column: String) throws -> AccountRecord? {
        name.isCutBySQLite ? nil : try account(where: "\(column) = ?", [name])
    }

    func account(where condition: String, _ arguments: StatementArguments) throws -> AccountRecord? {
        try one(accountColumns + "WHERE \(condition) ORDER BY id LIMIT 1", arguments) { try decodeAccount($0) }
    }

    private var accountColumns: String {
        """
        SELECT id, name, displayName, email, accountID, userKey, isActive, isLicensed, isSiteAdmin, kind, timeZone
        FROM users 
        """
    }

    private func decodeAccount(_ row: Columns) throws -> AccountRecord {
        let groups: [String] = try all(
            "SELECT g.name FROM memberships m JOIN groups g ON g.id = m.groupID WHERE m.userID = ? ORDER BY g.id",
            [row[0] as Int64]
        ) { $0[0] }
        return decodeAccount(row, groups: groups)
    }

    private func decodeAccount(_ row: Columns, groups: [String]) -> AccountRecord {
        let kind: String = row[9]
        return AccountRecord(
            id: row[0], name: row[1], displayName: row[2], email: row[3], accountID: row[4], userKey: row[5],
            isActive: row[6], isLicensed: row[7], isSiteAdmin: row[8], groups: groups,
            kind: AccountKind(rawValue: kind) ?? .person, timeZone: row[10])
    }

    private var tokenColumns: String {
        "SELECT id, ownerID, name, kind, value, isRevoked, revokedAt, expiresAt, scopes, createdAt FROM tokens "
    }

    private func decodeToken(_ row: Columns) throws -> TokenRecord? {
        guard let kind = TokenDefinition.Kind(rawValue: row[3]) else { return nil }
        let isRevoked: Bool = row[5]
        let expiresAt: Instant? = row[7]
        let state: TokenDefinition.State =
            if isRevoked { .revoked } else if let expiresAt { .expires(expiresAt.date) } else { .active }
        return TokenRecord(
            id: row[0], owner: try account(rowID: row[1]), name: row[2], kind: kind, value: row[4], state: state,
            revokedAt: (row[6] as Instant?)?.date, createdAt: (row[9] as Instant).date,
            scopes: (row[8] as String).split(separator: " ").map(String.init))
    }
}

extension String {
    /// Whether a statement would be given only what stands before a null character, and find what has that name.
    fileprivate var isCutBySQLite: Bool { utf8.contains(0) }
}
