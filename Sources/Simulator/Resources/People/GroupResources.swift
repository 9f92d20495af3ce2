import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Groups and their members; Cloud names groups by id or name, Data Center by name alone.
extension Resource {
    static let groups = Resource.reading(anyAccount) { grant, store, _ in
        .people(try list(store.groups(), grant))
    }

    /// Groups whose name holds a text, for pickers.
    static let groupPicker = Resource.reading(anyAccount) { grant, store, _ in
        guard let text = grant.call.item("query") else { throw RestrictionDraft.invalid("query is required.") }
        return .people(try list(store.groups().filter { $0.lowercased().contains(text.lowercased()) }, grant))
    }

    private static func list(_ groups: [String], _ grant: Grant) throws -> PeopleAnswer {
        let paging = try grant.call.paging(limit: 200)
        return .groups(
            Rows(Array(groups.dropFirst(paging.start)), paging: paging), total: grant.call.wantedTotal(groups.count))
    }

    static let group = Resource.reading(anyAccount) { grant, store, _ in
        .people(.group(try grant.call.namedGroup(store), isNew: false))
    }

    /// The members of a group; a larger page than there may be is refused.
    static let groupMembers = Resource.reading(anyAccount) { grant, store, _ in
        let paging = try grant.call.paging(limit: mostMembers)
        guard paging.limit <= mostMembers else {
            throw RestrictionDraft.invalid("The limit must not be greater than \(mostMembers).")
        }
        return .people(try members(paging, grant, store))
    }

    /// The members of a group; a larger page than there may be is cut.
    static let groupMembersAtMost = Resource.reading(anyAccount) { grant, store, _ in
        .people(try members(grant.call.paging(limit: mostMembers, most: mostMembers), grant, store))
    }

    private static let mostMembers = 200

    /// Nobody has said that an unknown group is refused; its list is empty.
    private static func members(_ paging: Paging, _ grant: Grant, _ store: StoreReader) throws -> PeopleAnswer {
        let name = try store.group(grant.call.groupText) ?? ""
        let members = try store.members(of: name, offset: paging.start, limit: paging.limit + 1)
        let total = grant.call.wantedTotal(try store.memberCount(of: name))
        return .users(Rows(members, paging: paging), total: total)
    }

    /// No group of a simulated site lies in another one.
    static let nestedGroups = Resource.reading(anyAccount) { grant, store, _ in
        _ = try grant.call.namedGroup(store)
        return .people(.groups(Rows([], paging: try grant.call.paging(limit: 200)), total: nil))
    }

    // MARK: Changing

    static let createGroup = Resource(demand: siteAdministration) { grant, world in
        let name = try grant.call.body()["name"]?.stringValue?.trimmingEdges() ?? ""
        guard !name.isEmpty, name.count <= 255 else {
            throw RestrictionDraft.invalid("The group name is missing or invalid.")
        }
        return try world.change(by: grant) { writer, _ in
            guard try !writer.reader.groups().contains(name) else {
                throw RestrictionDraft.invalid("A group with the name \(name) already exists.")
            }
            try writer.addGroup(name)
            return .people(.group(name, isNew: true))
        }
    }

    static let deleteGroup = Resource(demand: siteAdministration) { grant, world in
        try world.change(by: grant) { writer, _ in
            try writer.removeGroup(try grant.call.namedGroup(writer.reader))
        }
        return .done
    }

    static let joinGroup = Resource(demand: siteAdministration) { grant, world in
        try world.change(by: grant) { writer, _ in
            let group = try grant.call.namedGroup(writer.reader)
            let id = try grant.call.body()["accountId"]?.stringValue ?? ""
            guard let account = try writer.reader.account(accountID: id) else {
                throw RestrictionDraft.invalid("The account ID is missing or invalid: \(id)")
            }
            try writer.add(account, to: group)
        }
        return .people(.joined)
    }

    static let leaveGroup = Resource(demand: siteAdministration) { grant, world in
        try world.change(by: grant) { writer, _ in
            let group = try grant.call.namedGroup(writer.reader)
            try writer.remove(try grant.call.namedAccount(writer.reader), from: group)
        }
        return .done
    }

    /// Data Center: the path names both.
    static let putIntoGroup = membership(true)
    static let takeOutOfGroup = membership(false)

    private static func membership(_ isMember: Bool) -> Resource {
        Resource(demand: siteAdministration) { grant, world in
            let call = grant.call
            try world.change(by: grant) { writer, _ in
                let group = try call.namedGroup(writer.reader)
                guard let account = try writer.reader.account(name: call.place("username")) else {
                    throw Refusal.noUser(call.place("username"))
                }
                isMember ? try writer.add(account, to: group) : try writer.remove(account, from: group)
            }
            return .done
        }
    }
}

extension Call {
    /// What names a group: a part of the path, or the query's `id`, `groupId` or `name`.
    fileprivate var groupText: String {
        let place = place("group")
        return place.isEmpty ? item("id") ?? item("groupId") ?? item("name") ?? "" : place
    }

    fileprivate func namedGroup(_ store: StoreReader) throws -> String {
        let text = groupText
        guard let name = try store.group(text) else {
            throw Refusal(.groupMissing, [.name: text], because: "the site has no group “\(text)”")
        }
        return name
    }

    /// The total of a list where the caller asks for it.
    fileprivate func wantedTotal(_ count: Int) -> Int? { item("shouldReturnTotalSize") == "true" ? count : nil }
}
