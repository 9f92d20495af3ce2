import ConfluenceModel
import GRDB
import SiteGenerator

import struct Foundation.Date

/// Fills an empty store with what a site definition says.
///
/// Content is dated from 90 days before `now`, a minute apart in the order of the definition, so that the same
/// definition and clock give the same site.
struct SiteSeeder {
    /// Where Confluence's own numbering starts on a new site.
    static let firstID: Int64 = 65537

    private let definition: SiteDefinition
    private let generated: GeneratedSite?
    private let now: Date
    private let writer: StoreWriter

    init(definition: SiteDefinition, now: Date, db: Database) throws {
        generated = definition.size.map { GeneratedSite($0, deployment: definition.deployment.kind) }
        self.definition = generated.map(definition.completed) ?? definition
        self.now = now
        let explicitIDs = try SiteCheck.explicitIDs(of: definition)
        writer = StoreWriter(db: db, reservedIDs: explicitIDs)
    }

    func seed() throws {
        try SiteCheck.requireDistinctNames(in: definition)
        try writer.run("INSERT INTO numbering (next) VALUES (?)", [Self.firstID])
        for user in definition.users { try seed(user) }
        var clock = SeedingClock(
            now: now,
            things: definition.spaces.count + SiteCheck.pageCount(of: definition) + (generated?.dateCount ?? 0))
        var pages = try PageSeeder(definition, writer)
        for space in definition.spaces { try seed(space, &pages, &clock) }
        for template in definition.templates { try seed(template, of: nil) }
    }

    // MARK: Accounts

    private func seed(_ user: UserDefinition) throws {
        try writer.run(
            """
            INSERT INTO users (name, displayName, email, accountID, userKey, password, isActive, isLicensed, isSiteAdmin,
              kind)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                user.name, user.displayName, user.email, user.accountID, user.userKey, user.password, user.isActive,
                user.isLicensed, user.isSiteAdmin, user.kind.rawValue,
            ])
        let userID = writer.db.lastInsertedRowID
        for group in user.groups {
            try writer.run("INSERT OR IGNORE INTO groups (name) VALUES (?)", [group])
            try writer.run(
                "INSERT OR IGNORE INTO memberships (userID, groupID) SELECT ?, id FROM groups WHERE name = ?",
                [userID, group])
        }
        for token in user.tokens {
            try writer.run(
                """
                INSERT INTO tokens (ownerID, name, kind, value, scopes, isRevoked, createdAt)
                VALUES (?, ?, ?, ?, ?, 0, ?)
                """,
                [
                    userID, token.name, token.kind.rawValue, token.value, token.scopes.joined(separator: " "),
                    Instant(now),
                ])
            if token.state != .active {
                try writer.setTokenState(
                    value: token.value, token.state, now: now.addingTimeInterval(-SeedingClock.day))
            }
        }
    }

    // MARK: Spaces

    private func seed(_ space: SpaceDefinition, _ pages: inout PageSeeder, _ clock: inout SeedingClock) throws {
        let spaceID = try writer.nextID()
        try writer.run(
            """
            INSERT INTO spaces (id, key, name, description, kind, isArchived, createdAt, creatorID)
            VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT min(id) FROM users))
            """,
            [
                spaceID, space.key, space.name, space.description, space.kind.rawValue, space.isArchived,
                Instant(clock.next()),
            ])
        try writer.index(spaceID, title: space.name, text: space.description)
        for grant in space.permissions {
            try naming("the permissions of space \(space.key)") {
                try writer.grant(grant.operations, to: grant.subject, in: space.key)
            }
        }
        for assignment in space.roles {
            try naming("the roles of space \(space.key)") {
                guard let role = definition.roles.first(where: { $0.name == assignment.role }) else {
                    throw StoreError.definition("the site has no role '\(assignment.role)'")
                }
                try writer.assign(role, to: assignment.subject, in: space.key)
            }
        }
        var homepageID = try pages.seed(space, id: spaceID, &clock)
        if let generated, let number = generated.spaces.firstIndex(where: { $0.key == space.key }) {
            let first = try pages.seed(generated.pages(ofSpace: number), in: space, id: spaceID, &clock)
            homepageID = homepageID ?? first
        }
        try writer.run("UPDATE spaces SET homepageID = ? WHERE id = ?", [homepageID, spaceID])
        for template in space.templates { try seed(template, of: spaceID) }
    }

    private func seed(_ template: TemplateDefinition, of spaceID: Int64?) throws {
        _ = try writer.addTemplate(
            spaceID: spaceID, name: template.name, description: template.description, body: template.body,
            labels: template.labels)
    }

    /// Says in an error where in the definition it arose.
    private func naming<T>(_ place: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as StoreError {
            throw StoreError.definition("\(place): \(error)")
        }
    }
}
