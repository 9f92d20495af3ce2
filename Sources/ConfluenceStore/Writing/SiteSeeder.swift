import ConfluenceModel
import GRDB
import SiteGenerator

import struct Foundation.Date

/// Fills an empty store with what a site definition says, or adds that to what a store holds.
///
/// Content is dated from 90 days before `now`, a minute apart in the order of the definition, so that the same
/// definition and clock give the same site.
struct SiteSeeder {
    /// Where Confluence's own numbering starts on a new site.
    static let firstID: Int64 = 65537

    /// Of so many pages and comments it is worth while to gather more words at a time.
    private static let many = 10_000

    private let definition: SiteDefinition
    private let generated: GeneratedSite?
    private let now: Date
    private let writer: StoreWriter
    /// Whether the store holds a site already, whose accounts and spaces stay as they are.
    private let isAddition: Bool

    /// - Parameter owed: Where words go that the full-text indexes are not told yet.
    init(
        definition: SiteDefinition, now: Date, db: Database, isAddition: Bool = false, owed: OwedWords? = nil
    ) throws {
        self.isAddition = isAddition
        generated = definition.size.map { GeneratedSite($0, deployment: definition.deployment.kind) }
        self.definition = generated.map(definition.completed) ?? definition
        self.now = now
        let explicitIDs = try SiteCheck.explicitIDs(of: definition)
        let taken = isAddition ? try Self.takenIDs(db) : []
        if let id = explicitIDs.intersection(taken).min() {
            throw StoreError.definition("the id \(id) is taken on the site; give the content another or none")
        }
        writer = StoreWriter(db: db, reservedIDs: explicitIDs.union(taken), owed: owed)
    }

    func seed() throws {
        try SiteCheck.requireDistinctNames(in: definition)
        if !isAddition { try writer.run("INSERT INTO numbering (next) VALUES (?)", [Self.firstID]) }
        for user in definition.users where try !isAddition || writer.reader.account(name: user.name) == nil {
            try seed(user)
        }
        var clock = SeedingClock(
            now: now,
            things: definition.spaces.count + SiteCheck.pageCount(of: definition) + (generated?.dateCount ?? 0))
        let isLarge = generated.map { $0.dateCount >= Self.many } ?? false
        if isLarge { try writer.gatherWords(bytes: 32 * StoreWriter.usualGathering) }
        var pages = try PageSeeder(definition, writer)
        for space in definition.spaces { try seed(space, &pages, &clock) }
        if isLarge { try writer.gatherWords(bytes: StoreWriter.usualGathering) }
        for template in definition.templates { try seed(template, of: nil) }
        if isAddition { try writer.db.forgetViewers() }
    }

    /// Numbers that something on the site has.
    private static func takenIDs(_ db: Database) throws -> Set<Int64> {
        Set(
            try StoreReader(db: db).all(
                "SELECT id FROM content UNION SELECT id FROM spaces UNION SELECT id FROM properties", []
            ) { $0[0] as Int64 })
    }

    // MARK: Accounts

    private func seed(_ user: UserDefinition) throws {
        try writer.run(
            """
            INSERT INTO users (name, displayName, email, accountID, userKey, password, isActive, isLicensed, isSiteAdmin,
              kind, timeZone)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                user.name, user.displayName, user.email, user.accountID, user.userKey, user.password, user.isActive,
                user.isLicensed, user.isSiteAdmin, user.kind.rawValue, user.timeZone,
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
        if isAddition, let known = try writer.reader.space(key: space.key) {
            _ = try pages.seed(space, id: known.id, isNew: false, &clock)
            return
        }
        let (spaceID, moment) = (try writer.nextUnreservedID(), clock.next())
        try writer.run(
            """
            INSERT INTO spaces (id, key, name, description, kind, isArchived, createdAt, creatorID)
            VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT min(id) FROM users))
            """,
            [
                spaceID, space.key, space.name, space.description, space.kind.rawValue, space.isArchived,
                Instant(moment),
            ])
        try writer.indexNewSpace(spaceID, title: space.name, text: space.description)
        for grant in space.permissions {
            try naming("the permissions of space \(space.key)") {
                try pages.requireKnown(grant.subject)
                try writer.addGrants(grant.operations, to: grant.subject, in: spaceID)
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
        var homepageID = try pages.seed(space, id: spaceID, isNew: true, &clock)
        if let generated, let number = generated.spaces.firstIndex(where: { $0.key == space.key }) {
            let first = try pages.seed(generated.pages(ofSpace: number), in: space, id: spaceID, &clock)
            homepageID = homepageID ?? first
        }
        try writer.run("UPDATE spaces SET homepageID = ? WHERE id = ?", [homepageID, spaceID])
        for template in space.templates { try seed(template, of: spaceID) }
        for label in space.labels { try seed(label: label, of: spaceID) }
        guard !space.properties.isEmpty else { return }
        guard let name = definition.users.first?.name, let author = try writer.reader.account(name: name) else {
            throw StoreError.definition("the site needs a user who made the properties of space \(space.key)")
        }
        let parts = PartSeeder(writer: writer, accounts: [:])
        try parts.seed(space.properties, of: .space(spaceID), by: author, moment)
    }

    /// Categories are labels with the prefix `team`, which may stand before the name.
    private func seed(label: String, of spaceID: Int64) throws {
        let label = LabelName(label)
        let maker = try writer.reader.space(id: spaceID)?.creator
        try writer.addLabel(prefix: label.prefix, name: label.name, toSpace: spaceID, by: maker)
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
