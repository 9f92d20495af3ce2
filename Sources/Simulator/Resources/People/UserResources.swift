import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// People: one by what names them, several, all, and the groups that they are in.
extension Resource {
    @Sendable static func anyAccount(_ call: Call, _ store: StoreReader) -> Demand { .account }

    static let user = Resource.reading(anyAccount) { grant, store, _ in
        .people(.user(try grant.call.namedAccount(store), grant.call.expansion()))
    }

    static let anonymousUser = Resource { _, _ in .user(nil) }

    static let groupsOfUser = Resource.reading(anyAccount) { grant, store, _ in
        let paging = try grant.call.paging(limit: 200)
        let groups = try grant.call.namedAccount(store).groups
        return .people(.groups(Rows(Array(groups.dropFirst(paging.start)), paging: paging), total: nil))
    }

    /// Cloud: the people of some account ids; those that nobody has are left out.
    static let usersInBulk = Resource.reading(anyAccount) { grant, store, _ in
        let ids = grant.call.items("accountId") ?? []
        guard !ids.isEmpty else { throw RestrictionDraft.invalid("At least one accountId is required.") }
        guard ids.count <= 200 else { throw RestrictionDraft.invalid("At most 200 account IDs can be looked up.") }
        let found = try ids.compactMap { try store.account(accountID: $0) }
        return .people(.users(Rows(found, paging: Paging(start: 0, limit: 200)), total: nil))
    }

    /// v2's form of the same.
    static let usersInBulkV2 = Resource.reading(anyAccount) { grant, store, _ in
        let ids = try grant.call.body()["accountIds"]?.arrayValue?.compactMap(\.stringValue) ?? []
        guard (1...250).contains(ids.count) else {
            throw RestrictionDraft.invalid("accountIds must have between 1 and 250 entries.")
        }
        return .people(.named(try ids.compactMap { try store.account(accountID: $0) }))
    }

    /// Which of some e-mail addresses belong to nobody who may use the site.
    static let accessByEmail = Resource.reading({ _, _ in .administerSite }) { grant, store, _ in
        let emails = try grant.call.body()["emails"]?.arrayValue?.compactMap(\.stringValue) ?? []
        let invalid = emails.filter { !$0.contains("@") }
        let without = try emails.filter { email in
            let account = try store.account(email: email)
            return email.contains("@") && (account?.isLicensed != true || account?.isActive != true)
        }
        return .people(.access(withoutAccess: without, invalid: invalid))
    }

    /// Data Center: everybody, deactivated people too.
    static let allUsers = Resource.reading(anyAccount) { grant, store, _ in
        let paging = try grant.call.paging(limit: 100)
        return .people(.users(Rows(Array(try store.accounts().dropFirst(paging.start)), paging: paging), total: nil))
    }

    /// Data Center: everybody who is not deactivated, for administrators.
    static let activeUsers = Resource.reading({ _, _ in .administerSite }) { grant, store, _ in
        let paging = try grant.call.paging(limit: 100)
        let active = try store.accounts().filter(\.isActive)
        return .people(.users(Rows(Array(active.dropFirst(paging.start)), paging: paging), total: nil))
    }
}

extension Call {
    /// The account that the query names in one of the ways that the dialect takes.
    func namedAccount(_ store: StoreReader) throws -> AccountRecord {
        guard
            let (member, value) = dialect.people.names.lazy.compactMap({ name in
                self.item(name.member).map { (name.member, $0) }
            }).first
        else {
            let members = dialect.people.names.map(\.member).joined(separator: " or ")
            throw RestrictionDraft.invalid("A user must be named by \(members).")
        }
        guard let account = try dialect.people.account(store, named: { $0 == member ? value : nil }) else {
            throw Refusal.noUser(value)
        }
        return account
    }
}
