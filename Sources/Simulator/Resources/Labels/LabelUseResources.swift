import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The labels that content carries, by how often and how lately they are used; what cannot be seen does not count.
///
/// Data Center's description looks at global labels alone for these lists.
extension Resource {
    static let popularLabels = labelUses(sorted: byCount)
    static let recentLabels = labelUses { $0.lastUse > $1.lastUse }

    /// The labels of a space's content.
    static let labelsUsedInSpace = Resource.reading(usedSpace) { grant, store, _ in
        .labels(try usedRows(store.labelUses(inSpace: space(of: grant), visibleTo: grant.viewer), grant))
    }

    /// The labels that stand beside one on content.
    static let relatedLabels = Resource.reading(usedSpace) { grant, store, _ in
        let spaceID = try space(of: grant)
        let label = try visibleLabel(grant.call.place("label"), inSpace: spaceID, grant, store)
        let uses = try store.labelUses(inSpace: spaceID, beside: label.id, visibleTo: grant.viewer)
        return .labels(try usedRows(uses.filter(\.isGlobal).sorted(by: byCount), grant))
    }

    /// The labels of a name, a namespace, a space and an owner, as far as these are given.
    ///
    /// Labels with the prefix `my` alone have an owner, and those of others stay hidden.
    /// Source: confluence.atlassian.com, CONFKB, “Labels Aren't Retrieving Owners When Using Remote API”.
    static let labelsMatching = Resource.reading({ call, store in
        guard let key = call.item("spaceKey") else { return .list }
        return .viewSpace(try store.space(key: key, orRefuse: .spaceMissing))
    }) { grant, store, _ in
        let call = grant.call
        let spaceID = try call.item("spaceKey") == nil ? nil : grant.space.id
        let name = call.item("labelName")?.lowercased()
        let prefix = call.item("namespace")
        let owner = try call.item("owner").map { try store.account(name: $0) ?? store.account(userKey: $0) }
        let found = try store.labelUses(inSpace: spaceID, visibleTo: grant.viewer).filter { use in
            (name == nil || use.label.name == name) && (prefix == nil || use.label.prefix == prefix)
                && (owner.map { $0 != nil && use.label.ownerID == $0?.id } ?? true)
        }
        if let name {
            _ = try LabelNames(in: name)
            if found.isEmpty { throw missingLabel(name) }
        }
        return .labels(try usedRows(found, grant))
    }

    private static func labelUses(
        sorted order: @escaping @Sendable (LabelUse, LabelUse) -> Bool
    ) -> Resource {
        .reading(usedSpace) { grant, store, _ in
            let uses = try store.labelUses(inSpace: space(of: grant), visibleTo: grant.viewer)
            return .labels(try usedRows(uses.filter(\.isGlobal).sorted(by: order), grant))
        }
    }

    @Sendable private static func byCount(_ left: LabelUse, _ right: LabelUse) -> Bool {
        (right.count, left.label.name) < (left.count, right.label.name)
    }

    /// The site, or the space that the path names.
    @Sendable private static func usedSpace(_ call: Call, _ store: StoreReader) throws -> Demand {
        let key = call.place("key")
        return key.isEmpty ? .list : .viewSpace(try store.space(key: key, orRefuse: .spaceMissing))
    }

    private static func space(of grant: Grant) throws -> Int64? {
        grant.call.place("key").isEmpty ? nil : try grant.space.id
    }

    private static func usedRows(_ uses: [LabelUse], _ grant: Grant) throws -> Rows<LabelRecord> {
        let paging = try grant.call.paging(limit: grant.call.place("key").isEmpty ? 100 : 25)
        return Rows(uses.dropFirst(paging.start).map(\.label), paging: paging)
    }

    /// The label of a name, which may have its prefix in front, where something visible carries it.
    private static func visibleLabel(
        _ text: String, inSpace spaceID: Int64?, _ grant: Grant, _ store: StoreReader
    ) throws -> LabelRecord {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let (prefix, name) = parts.count == 2 ? (parts[0], parts[1]) : ("global", text)
        _ = try LabelNames(in: name)
        let uses = try store.labelUses(inSpace: spaceID, visibleTo: grant.viewer)
        guard let use = uses.first(where: { $0.label.prefix == prefix && $0.label.name == name.lowercased() }) else {
            throw missingLabel(text)
        }
        return use.label
    }

    private static func missingLabel(_ name: String) -> Refusal {
        Refusal(.labelMissing, [.name: name], because: "nothing that may be seen has the label “\(name)”")
    }
}

extension LabelUse {
    fileprivate var isGlobal: Bool { label.prefix == "global" }
}
