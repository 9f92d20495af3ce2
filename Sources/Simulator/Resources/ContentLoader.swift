import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

import struct Foundation.Date

/// Fetches the parts of content that a client asked for, as far as the viewer may see them.
struct ContentLoader {
    let store: StoreReader
    var viewer: Viewer
    let hearing: Hearing
    let links: LinkStyle
    let bodyStyle: BodyStyle
    let base: SiteBase
    let style: ContentStyle
    let search: SearchRules
    let now: Date

    init(_ grant: Grant, _ store: StoreReader) {
        self.store = store
        viewer = grant.viewer
        hearing = Hearing(name: grant.caller.name, viewer: grant.viewer, store: store)
        links = grant.call.dialect.links
        bodyStyle = grant.call.dialect.bodies
        base = grant.call.base
        style = grant.call.dialect.content
        search = grant.call.dialect.search
        now = grant.now
    }

    func load(
        _ record: ContentRecord, _ expansion: Expansion, isHistorical: Bool = false
    ) throws -> ContentDetails {
        var details = ContentDetails(record, expansion: expansion)
        details.isHistorical = isHistorical
        details.bodies = try bodies(of: record, expansion["body"])
        details.comment = try comment(record)
        if expansion.contains("space"), let space = try store.space(id: record.spaceID) {
            details.space = try load(space, expansion["space"])
        }
        if expansion.contains("ancestors") {
            details.ancestors = try ancestors(of: record).map { try load($0, expansion["ancestors"]) }
        }
        if expansion["metadata"].contains("labels") {
            details.labels = try store.labels(of: record.id, visibleTo: viewer)
        }
        if expansion["metadata"].contains("properties") {
            details.properties = try store.properties(of: .content(record.id))
        }
        if expansion.contains("likes") { details.likers = try store.likers(of: record.id) }
        if expansion.contains("favourite") {
            details.isFavourite =
                try viewer.account.map { try store.favoured(contentID: record.id, by: $0) != nil } ?? false
        }
        if expansion.contains("history") {
            details.versions = try store.versions(of: record.id)
        }
        if expansion.contains("container") { details.container = try container(of: record, expansion["container"]) }
        if expansion.contains("restrictions") { details.restrictions = try restrictions(of: record.id) }
        if expansion.contains("operations") {
            details.operations = try hearing.operations(on: record)
        }
        if expansion.contains("children") {
            details.children = try children(of: record, kinds: expansion["children"])
        }
        if expansion.contains("descendants") {
            details.descendants = try descendants(of: record.id, kinds: expansion["descendants"])
        }
        if expansion.contains("childTypes") {
            details.childTypes = try childTypes(of: record.id, expansion["childTypes"])
        }
        return details
    }

    func load(_ record: SpaceRecord, _ expansion: Expansion) throws -> SpaceDetails {
        var details = SpaceDetails(record: try shown(record), expansion: expansion)
        if expansion.contains("homepage"), let id = details.record.homepageID, let page = try store.content(id: id) {
            details.homepage = .page(try load(page, expansion["homepage"]))
        }
        if expansion.contains("operations") { details.operations = try hearing.operations(in: record.id) }
        if expansion["metadata"].contains("labels") {
            details.labels = try store.labels(ofSpace: record.id, visibleTo: viewer)
        }
        if expansion["metadata"].contains("properties") {
            details.properties = try store.properties(of: .space(record.id))
        }
        if expansion.contains("permissions") { details.permissions = try permissions(of: record) }
        return details
    }

    private func permissions(of space: SpaceRecord) throws -> [NamedPermission] {
        guard !style.guardsSpacePermissions || viewer.bypasses || viewer.account?.isSiteAdmin == true else {
            throw Refusal(
                .permissionsGuarded, [.key: space.key],
                because: "the permissions of \(space.key) are shown to administrators of the site alone")
        }
        return try store.namedPermissions(of: space.id)
    }

    /// A space without the number of its home page where that is hidden from the viewer.
    func shown(_ record: SpaceRecord) throws -> SpaceRecord {
        guard record.isHomepageGuarded, let id = record.homepageID, try !store.canView(id, viewer) else {
            return record
        }
        var record = record
        record.homepageID = nil
        return record
    }

    /// The pages above a page, or the comments above a reply.
    ///
    /// None is hidden from who sees the content: what restricts viewing one restricts all below it.
    private func ancestors(of record: ContentRecord) throws -> [ContentRecord] {
        if record.kind == .comment { return try store.thread(above: record.id) }
        return ContentKind.ofTree.contains(record.kind) ? try store.ancestors(of: record.id) : []
    }

    private func container(of record: ContentRecord, _ expansion: Expansion) throws -> ContentDetails.Container? {
        if ContentKind.parts.contains(record.kind), let id = record.parentID {
            guard let parent = try store.content(id: id) else { return nil }
            return .content(try load(parent, expansion))
        }
        return try store.space(id: record.spaceID).map { .space(try shown($0)) }
    }

    func restrictions(of id: Int64) throws -> [RestrictedOperation: [NamedSubject]] {
        var named: [RestrictedOperation: [NamedSubject]] = [:]
        for record in try store.restrictions(of: id) {
            named[record.operation] = try record.subjects.compactMap { try store.named($0) }
        }
        return named
    }
}
