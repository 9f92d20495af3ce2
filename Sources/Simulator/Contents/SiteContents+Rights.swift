package import ConfluenceModel
import ConfluenceStore

/// Answers to “may they, and why not?”, weighed by what weighs requests; nothing is asked and nothing kept in the journal.
extension SiteContents {
    /// Whether a user may do something with content.
    ///
    /// - Parameter user: A name of the site; `nil` for a visitor without an account.
    /// - Throws: ``SiteActError`` when the site has no such user.
    package func verdict(
        on operation: ContentOperation, of user: String?, content id: Int64
    ) throws -> RightsVerdict {
        try verdict(of: user, isRead: operation.isReading) { store in
            guard let content = try store.content(id: id) else { throw Refusal.missing(id) }
            guard content.status != .trashed || operation == .purge else {
                throw Refusal.missing(id, because: "content \(id) lies in the trash")
            }
            return .content(operation, content)
        }
    }

    /// Whether a user holds a permission in a space, and may use it.
    ///
    /// - Throws: ``SiteActError`` when the site has no such user.
    package func verdict(
        on operation: SpaceOperation, of user: String?, space key: String
    ) throws -> RightsVerdict {
        try verdict(of: user, isRead: operation == .view || operation == .export) { store in
            .inSpace(operation, try store.space(key: key, orRefuse: .spaceMissing))
        }
    }

    private func verdict(
        of user: String?, isRead: Bool, _ demand: (StoreReader) throws -> Demand
    ) throws -> RightsVerdict {
        try simulator.inTurn { world in
            let gate = RightsGate(world: world, dialect: simulator.pipeline.dialect)
            return try world.read { store in
                try gate.verdict(of: try Self.account(user, store), isRead: isRead, store) { try demand(store) }
            }
        }
    }

    private static func account(_ name: String?, _ store: StoreReader) throws -> AccountRecord? {
        guard let name else { return nil }
        if let account = try store.account(name: name) { return account }
        let nearest = NearestWord.find(for: name, in: try store.accounts().map(\.name))
        throw SiteActError(
            description: "the site has no user “\(name)”" + (nearest.map { ", did you mean “\($0)”?" } ?? ""))
    }

    // MARK: The table of a space

    /// What every account, and visitors, hold in a space.
    ///
    /// - Throws: ``SiteActError`` when the site has no such space.
    package func permissionMatrix(space key: String) throws -> PermissionMatrix {
        try simulator.inTurn { world in
            let gate = RightsGate(world: world, dialect: simulator.pipeline.dialect)
            return try world.read { store in
                guard let space = try store.space(key: key) else {
                    throw SiteActError(description: "the site has no space “\(key)”")
                }
                let granted = try store.permissions(of: space.id)
                let accounts = try store.accounts()
                let rows = try (accounts.map(Optional.some) + [nil]).map { account in
                    PermissionMatrix.Row(
                        user: account?.name,
                        barrier: try gate.barrier(of: account, isRead: true)?.words,
                        rights: gate.sources(of: account, granted))
                }
                return PermissionMatrix(space: key, columns: SpaceOperation.allCases, rows: rows)
            }
        }
    }
}
