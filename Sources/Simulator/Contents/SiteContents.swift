package import ConfluenceModel
import ConfluenceStore

package import struct Foundation.Date

/// What is on a site at a moment, for people who look after it; no client sees it.
package struct SiteContents: Sendable {
    let simulator: Simulator

    /// An account as it stands now.
    package struct User: Sendable, Hashable {
        package var name: String
        package var displayName: String
        package var email: String
        package var accountID: String
        package var userKey: String
        package var kind: AccountKind
        package var isActive: Bool
        package var isLicensed: Bool
        package var isSiteAdmin: Bool
        package var groups: [String]
    }

    /// A token as it stands now; its value is left out.
    package struct Token: Sendable, Hashable {
        package var name: String
        package var owner: String
        package var kind: TokenDefinition.Kind
        package var state: TokenDefinition.State
        package var revokedAt: Date?
        /// None for kinds that have no scopes.
        package var scopes: [String]
    }

    package struct Space: Sendable, Hashable {
        package var key: String
        package var name: String
        package var kind: SpaceDefinition.Kind
        package var isArchived: Bool
        package var homepageID: Int64?
        package var permissions: [SpaceGrant]
    }

    package struct Page: Sendable, Hashable {
        package var id: Int64
        package var title: String
        package var space: String
        package var parentID: Int64?
        package var status: ContentStatus
        package var version: Int
        package var lastModified: Date
        package var lastModifiedBy: String
        /// Whom viewing is restricted to; empty where it is not restricted on the page itself.
        package var viewers: [Subject]
        package var editors: [Subject]
    }

    package func users() throws -> [User] {
        try simulator.inTurn { world in
            try world.read { store in
                try store.accounts().map { account in
                    User(
                        name: account.name, displayName: account.displayName, email: account.email,
                        accountID: account.accountID, userKey: account.userKey, kind: account.kind,
                        isActive: account.isActive, isLicensed: account.isLicensed, isSiteAdmin: account.isSiteAdmin,
                        groups: account.groups)
                }
            }
        }
    }

    package func tokens() throws -> [Token] {
        try simulator.inTurn { world in
            try world.read { store in
                try store.tokens().map { token in
                    Token(
                        name: token.name, owner: token.owner.name, kind: token.kind, state: token.state,
                        revokedAt: token.revokedAt, scopes: token.scopes)
                }
            }
        }
    }

    package func spaces() throws -> [Space] {
        try simulator.inTurn { world in
            try world.read { store in
                try store.spaces(visibleTo: Self.everybody, offset: 0, limit: Int(Int32.max)).map { space in
                    Space(
                        key: space.key, name: space.name, kind: space.kind, isArchived: space.isArchived,
                        homepageID: space.homepageID, permissions: try Self.grants(of: space.id, store))
                }
            }
        }
    }

    /// The pages of a space, or of all spaces, in the order of their ids and whatever their status.
    package func pages(inSpace key: String?, offset: Int, limit: Int) throws -> [Page] {
        try simulator.inTurn { world in
            try world.read { store in
                let filter = ContentFilter(kind: .page, spaceKey: key, statuses: Set(ContentStatus.allCases))
                return try store.contents(filter, visibleTo: Self.everybody, offset: offset, limit: limit)
                    .map { try Self.page($0, store) }
            }
        }
    }

    static let everybody = Viewer(account: nil, bypasses: true)

    static func page(_ record: ContentRecord, _ store: StoreReader) throws -> Page {
        let restrictions = try store.restrictions(of: record.id)
        func subjects(_ operation: RestrictedOperation) -> [Subject] {
            restrictions.first { $0.operation == operation }?.subjects ?? []
        }
        return Page(
            id: record.id, title: record.title, space: record.spaceKey, parentID: record.parentID,
            status: record.status, version: record.version.number, lastModified: record.version.createdAt,
            lastModifiedBy: record.version.author.name, viewers: subjects(.view), editors: subjects(.edit))
    }

    private static func grants(of spaceID: Int64, _ store: StoreReader) throws -> [SpaceGrant] {
        var grants: [SpaceGrant] = []
        for row in try store.permissions(of: spaceID) {
            if grants.last?.subject == row.subject {
                grants[grants.count - 1].operations.insert(row.operation)
            } else {
                grants.append(SpaceGrant(row.subject, [row.operation]))
            }
        }
        return grants
    }
}

extension Simulator {
    package var contents: SiteContents { SiteContents(simulator: self) }
}
