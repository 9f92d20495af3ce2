import ConfluenceModel
import ConfluenceStore

/// Spaces, one by key or id, and the list of those that the caller may view.
extension Resource {
    static let spaces = Resource.reading({ _, _ in .list }) { grant, store, _ in
        let call = grant.call
        let paging = try call.paging()
        let filter = try call.spaceFilter(for: grant.caller.account, store)
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        let found = try store.spaces(
            visibleTo: grant.viewer, filter: filter, offset: paging.start, limit: paging.limit + 1)
        return .spaces(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    static let spaceByKey = Resource.reading({ call, store in
        .viewSpace(try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }) { grant, store, _ in
        .space(try ContentLoader(grant, store).load(grant.space, grant.call.expansion()))
    }

    static let spaceByID = Resource.reading({ call, store in
        let id = try call.numericID()
        guard let space = try store.space(id: id) else {
            throw Refusal(.spaceMissing, [.id: String(id)], because: "no space has the id \(id)")
        }
        return .viewSpace(space)
    }) { grant, store, world in
        let parts = [
            ("operations", "operations"), ("permissions", "permissions"), ("labels", "metadata.labels"),
            ("properties", "metadata.properties"),
        ].filter { grant.call.flag("include-\($0.0)") }.map(\.1)
        var details = try ContentLoader(grant, store).load(grant.space, Expansion(parts))
        if grant.call.flag("include-role-assignments") {
            details.assignments = try assignments(in: grant.space, nil, store, world)
        }
        return .space(details)
    }
}

extension Call {
    /// The spaces that a listing names, in the words of v1 or v2.
    fileprivate func spaceFilter(for account: AccountRecord?, _ store: StoreReader) throws -> SpaceFilter {
        var filter = SpaceFilter(
            keys: items("spaceKey") ?? items("spaceKeys") ?? items("keys"), keysIgnoreCase: route.api == .v2,
            ids: try ids("ids") ?? ids("spaceId") ?? ids("spaceIds"),
            isArchived: try word("status", among: ["current": false, "archived": true]))
        filter.kind = try word(
            "type",
            among: [
                "global": .global, "collaboration": .global, "knowledge_base": .global, "personal": .personal,
                // What Atlassian makes for itself, of which a simulated site has none.
                "system": .global, "onboarding": .global, "xflow_sample_space": .global,
            ])
        if let word = item("type")?.lowercased(), SpaceDefinition.Kind(rawValue: word) == nil { filter.use = word }
        filter.labels = items("label") ?? items("labels")
        filter.contentLabels = items("contentLabel")
        try filter.narrow(by: item("favourite"), account)
        try filter.narrow(by: item("favorited-by").map { _ in "true" }, named(item("favorited-by"), store))
        try filter.narrow(by: item("not-favorited-by").map { _ in "false" }, named(item("not-favorited-by"), store))
        if let sort = item("sort") {
            let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
            guard let order = SpaceFilter.Order(rawValue: name) else { throw Self.unknownValue(sort, of: "sort") }
            filter.order = order
            filter.isDescending = sort.hasPrefix("-")
        }
        return filter
    }

    private func named(_ accountID: String?, _ store: StoreReader) throws -> AccountRecord? {
        try accountID.flatMap { try store.account(accountID: $0) }
    }

    /// What a word of the query stands for; a word that it may not hold is refused.
    private func word<Value>(_ name: String, among values: [String: Value]) throws(Refusal) -> Value? {
        guard let text = item(name) else { return nil }
        guard let value = values[text.lowercased()] else { throw Self.unknownValue(text, of: name) }
        return value
    }

    private static func unknownValue(_ text: String, of name: String) -> Refusal {
        RestrictionDraft.invalid("Invalid value for \(name): \(text)")
    }
}

extension SpaceFilter {
    /// An account that nobody has favours nothing.
    fileprivate mutating func narrow(by flag: String?, _ account: AccountRecord?) throws {
        guard let flag else { return }
        favourites = Favourites(of: account?.id ?? -1, areWanted: flag.lowercased() == "true")
    }
}
