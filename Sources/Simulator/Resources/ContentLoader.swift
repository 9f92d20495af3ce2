import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// Fetches the parts of content that a client asked for, as far as the viewer may see them.
struct ContentLoader {
    let store: StoreReader
    let viewer: Viewer
    let hearing: Hearing
    let links: LinkStyle
    let base: SiteBase
    let style: ContentStyle

    init(_ grant: Grant, _ store: StoreReader) {
        self.store = store
        viewer = grant.viewer
        hearing = Hearing(name: grant.caller.name, viewer: grant.viewer, store: store)
        links = grant.call.dialect.links
        base = grant.call.base
        style = grant.call.dialect.content
    }

    func load(
        _ record: ContentRecord, _ expansion: Expansion, isHistorical: Bool = false
    ) throws -> ContentDetails {
        var details = ContentDetails(record, expansion: expansion)
        details.isHistorical = isHistorical
        details.bodies = try bodies(of: record, expansion["body"])
        if expansion.contains("space"), let space = try store.space(id: record.spaceID) {
            details.space = try load(space, expansion["space"])
        }
        if expansion.contains("ancestors") {
            details.ancestors = try ancestors(of: record).map { try load($0, expansion["ancestors"]) }
        }
        if expansion["metadata"].contains("labels") { details.labels = try store.labels(of: record.id) }
        if expansion["metadata"].contains("properties") { details.properties = try store.properties(of: record.id) }
        if expansion.contains("history") {
            details.versions = try store.versions(of: record.id)
        }
        if expansion.contains("container") { details.container = try container(of: record, expansion["container"]) }
        if expansion.contains("restrictions") { details.restrictions = try restrictions(of: record.id) }
        if expansion.contains("operations") {
            details.operations = try hearing.operations(on: record)
        }
        if expansion.contains("children") {
            details.children = try children(of: record.id, kinds: expansion["children"])
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
        if expansion.contains("permissions") { details.permissions = try store.namedPermissions(of: record.id) }
        return details
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

    /// The pages above a page. None is hidden from who sees the page: what restricts viewing one restricts all below it.
    private func ancestors(of record: ContentRecord) throws -> [ContentRecord] {
        record.kind == .page ? try store.ancestors(of: record.id) : []
    }

    private func container(of record: ContentRecord, _ expansion: Expansion) throws -> ContentDetails.Container? {
        if record.kind == .attachment || record.kind == .comment {
            guard let id = record.parentID, let parent = try store.content(id: id) else { return nil }
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

    // MARK: Bodies

    private func bodies(of record: ContentRecord, _ expansion: Expansion) throws -> [BodyFormat: String] {
        var bodies: [BodyFormat: String] = [:]
        for format in BodyFormat.allCases where expansion.contains(format.rawValue) {
            bodies[format] = try body(of: record, as: format)
        }
        return bodies
    }

    func body(of record: ContentRecord, as format: BodyFormat) throws -> String {
        switch format {
        case .storage, .editor, .editor2:
            return record.body
        case .atlasDocFormat:
            let files = try store.attachments(of: record.id, offset: 0, limit: 1000)
            let fileIDs = Dictionary(files.map { ($0.title, $0.attachment?.fileID) }) { first, _ in first }
            let pages = try linkedPages(of: record, base.context)
            return StorageFormat.atlasDocFormat(
                record.body,
                context: DocumentContext(
                    collection: "contentId-\(record.id)",
                    fileID: { fileIDs[$0] ?? nil },
                    pagePath: { pages[PageReference(title: $0, spaceKey: $1 ?? record.spaceKey)] }
                ))
        case .view: return try html(of: record, linkBase: base.context)
        // What is exported is read elsewhere: its links are whole.
        case .exportView, .anonymousExportView: return try html(of: record, linkBase: base.url)
        case .styledView:
            let title = RefusalWriter.escaped(record.title)
            return "<html><head><title>\(title)</title><style>\(Self.styles)</style></head><body>"
                + (try html(of: record, linkBase: base.url)) + "</body></html>"
        }
    }

    /// The real ones fill pages; what clients do with them does not depend on more than that there are some.
    private static let styles = "body{font-family:sans-serif}table{border-collapse:collapse}th,td{border:1px solid}"

    private func html(of record: ContentRecord, linkBase: String) throws -> String {
        // A body that is stored is well-formed; should one not be, its source is all there is to show.
        let context = try viewContext(of: record, linkBase)
        return (try? StorageFormat.viewHTML(record.body, context: context)) ?? record.body
    }

    private func viewContext(of record: ContentRecord, _ context: String) throws -> ViewContext {
        let pages = try linkedPages(of: record, context)
        let files = try store.attachments(of: record.id, offset: 0, limit: 1000)
        let paths = Dictionary(files.map { ($0.title, context + LinkStyle.file($0)) }) { first, _ in first }
        let people = record.body.contains("<ri:user") ? try store.accounts() : []
        let names = people.flatMap { [($0.accountID, $0.displayName), ($0.userKey, $0.displayName)] }
        let displayNames = Dictionary(names) { first, _ in first }
        return ViewContext(
            linkBase: context,
            pageTitle: record.title,
            attachmentPath: { name in
                let file = PercentEncoding.encode(name, allowed: .pathSegment)
                return paths[name] ?? "\(context)/download/attachments/\(record.id)/\(file)"
            },
            pagePath: { title, key in pages[PageReference(title: title, spaceKey: key ?? record.spaceKey)] },
            userName: { displayNames[$0] }
        )
    }

    /// The paths of the pages that a body links to, as far as the viewer may see them.
    private func linkedPages(of record: ContentRecord, _ linkBase: String) throws -> [PageReference: String] {
        var paths: [PageReference: String] = [:]
        for reference in PageReference.references(in: record.body, spaceKey: record.spaceKey)
        where paths[reference] == nil {
            let filter = ContentFilter(kind: .page, spaceKey: reference.spaceKey, title: reference.title)
            let page = try store.contents(filter, visibleTo: viewer, limit: 1).first
            if let page { paths[reference] = linkBase + links.webUI(page) }
        }
        return paths
    }
}
