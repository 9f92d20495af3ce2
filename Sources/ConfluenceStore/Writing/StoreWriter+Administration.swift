package import ConfluenceModel
import GRDB

package import struct Foundation.Date

/// What an administrator of the site does.
extension StoreWriter {
    /// Changes the state of every token of that name; answers whether there is one.
    @discardableResult
    package func setTokenState(name: String, _ state: TokenDefinition.State, now: Date) throws -> Bool {
        try setTokenState(where: "name = ?", name, state, now: now)
    }

    @discardableResult
    package func setTokenState(value: String, _ state: TokenDefinition.State, now: Date) throws -> Bool {
        try setTokenState(where: "value = ?", value, state, now: now)
    }

    private func setTokenState(
        where condition: String, _ argument: String, _ state: TokenDefinition.State, now: Date
    ) throws -> Bool {
        var revokedAt: Instant?
        var expiresAt: Instant?
        switch state {
        case .active: break
        case .revoked: revokedAt = Instant(now)
        case .expires(let date): expiresAt = Instant(date)
        }
        try run(
            "UPDATE tokens SET isRevoked = ?, revokedAt = ?, expiresAt = ? WHERE \(condition)",
            [revokedAt != nil, revokedAt, expiresAt, argument])
        return db.changesCount > 0
    }

    /// Makes a personal access token; its value may depend on its number.
    package func addToken(
        name: String, value: (Int64) -> String, owner: AccountRecord, expires end: Date?, now: Date
    ) throws -> TokenRecord {
        let id = try reader.one("SELECT coalesce(max(id), 0) + 1 FROM tokens", []) { $0[0] as Int64 } ?? 1
        let record = TokenRecord(
            id: id, owner: owner, name: name, kind: .personalAccessToken, value: value(id),
            state: end.map { .expires($0) } ?? .active, createdAt: now, scopes: [])
        try run(
            """
            INSERT INTO tokens (id, ownerID, name, kind, value, scopes, isRevoked, expiresAt, createdAt)
            VALUES (?, ?, ?, ?, ?, '', 0, ?, ?)
            """,
            [id, owner.id, name, record.kind.rawValue, record.value, end.map { Instant($0) }, Instant(now)])
        return record
    }

    package func setPassword(name: String, _ password: String?) throws {
        try changeUser(name, "password", password)
    }

    package func setLicensed(name: String, _ isLicensed: Bool) throws {
        try changeUser(name, "isLicensed", isLicensed)
    }

    package func setActive(name: String, _ isActive: Bool) throws {
        try changeUser(name, "isActive", isActive)
    }

    private func changeUser(_ name: String, _ column: String, _ value: (any DatabaseValueConvertible)?) throws {
        try run("UPDATE users SET \(column) = ? WHERE name = ?", [value, name])
        guard db.changesCount > 0 else { throw StoreError.noSuchAccount(name) }
    }

    package func grant(_ operations: Set<SpaceOperation>, to subject: Subject, in spaceKey: String) throws {
        let space = try existingSpace(spaceKey)
        try requireKnown(subject)
        try forgetRole(of: subject, in: space)
        try addGrants(operations, to: subject, in: space.id)
        try db.forgetViewers()
    }

    /// Grants to a subject that is known and has no role, before anybody has looked at the space.
    func addGrants(_ operations: Set<SpaceOperation>, to subject: Subject, in spaceID: Int64) throws {
        for operation in operations {
            try run(
                "INSERT OR IGNORE INTO space_permissions (spaceID, subject, operation) VALUES (?, ?, ?)",
                [spaceID, subject.key, operation.rawValue])
        }
    }

    package func revoke(_ operations: Set<SpaceOperation>, from subject: Subject, in spaceKey: String) throws {
        let space = try existingSpace(spaceKey)
        try requireKnown(subject)
        try forgetRole(of: subject, in: space)
        for operation in operations {
            try run(
                "DELETE FROM space_permissions WHERE spaceID = ? AND subject = ? AND operation = ?",
                [space.id, subject.key, operation.rawValue])
        }
        try db.forgetViewers()
    }

    /// Gives a subject a role in place of all that it has in the space; `nil` takes all away.
    package func assign(_ role: SpaceRoleDefinition?, to subject: Subject, in spaceKey: String) throws {
        let space = try existingSpace(spaceKey)
        try revoke(Set(SpaceOperation.allCases), from: subject, in: spaceKey)
        guard let role else { return }
        try grant(role.operations, to: subject, in: spaceKey)
        try run(
            "INSERT INTO role_assignments (spaceID, subject, role) VALUES (?, ?, ?)",
            [space.id, subject.key, role.name])
    }

    /// What is granted or revoked by itself is a role no more.
    private func forgetRole(of subject: Subject, in space: SpaceRecord) throws {
        try run("DELETE FROM role_assignments WHERE spaceID = ? AND subject = ?", [space.id, subject.key])
    }

    private func existingSpace(_ key: String) throws -> SpaceRecord {
        guard let space = try reader.space(key: key) else { throw StoreError.noSuchSpace(key) }
        return space
    }

    /// Refuses a user that the site doesn't have; groups need no members to be named.
    func requireKnown(_ subject: Subject) throws {
        guard case .user(let name) = subject else { return }
        guard try reader.account(name: name) != nil else { throw StoreError.noSuchAccount(name) }
    }
}
