import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// What the body of one page refers to, as far as the viewer may see it.
struct PageSurroundings: BodySurroundings {
    let loader: ContentLoader
    let record: ContentRecord

    var store: StoreReader { loader.store }

    /// The page whose files a body shows: a comment shows those of the page below which it stands.
    var holderID: Int64 {
        ContentKind.parts.contains(record.kind) ? record.parentID ?? record.id : record.id
    }

    func page(_ name: PageName) throws -> LinkedPage? {
        try content(name).map(linked)
    }

    func content(_ name: PageName) throws -> ContentRecord? {
        // Bodies name a space's home page by this word wherever it may be.
        if name.title == "@home" { return try home(name.spaceKey ?? record.spaceKey) }
        if name.title == "@self" { return record }
        if name.title == "@parent" { return try record.parentID.flatMap(viewed) }
        let filter = ContentFilter(
            kind: name.isBlogPost ? .blogpost : .page, spaceKey: name.spaceKey ?? record.spaceKey, title: name.title)
        return try store.contents(filter, visibleTo: loader.viewer, limit: 1).first
    }

    private func home(_ key: String) throws -> ContentRecord? {
        try store.space(key: key)?.homepageID.flatMap(viewed)
    }

    private func viewed(_ id: Int64) throws -> ContentRecord? {
        try store.canView(id, loader.viewer) ? store.content(id: id) : nil
    }

    func linked(_ page: ContentRecord) -> LinkedPage {
        LinkedPage(id: String(page.id), title: page.title, path: loader.base.context + loader.links.webUI(page))
    }

    // MARK: Files

    func file(_ name: String, of page: PageName?) throws -> LinkedFile? {
        var holder: Int64? = holderID
        if let page { holder = try content(page)?.id }
        guard let holder else { return nil }
        return try store.attachments(of: holder, fileName: name, limit: 1).first.map(linked)
    }

    func images() throws -> [LinkedFile] {
        try store.attachments(of: holderID, limit: 1000).map(linked).filter { $0.mediaType.hasPrefix("image/") }
    }

    func linked(_ file: ContentRecord) -> LinkedFile {
        LinkedFile(
            id: String(file.id), name: file.title, path: loader.base.context + LinkStyle.file(file),
            mediaType: file.attachment?.mediaType ?? "application/octet-stream", version: file.version.number,
            containerID: String(file.parentID ?? 0), mediaID: file.attachment?.fileID)
    }

    // MARK: People and spaces

    func person(_ identifier: String) throws -> LinkedPerson? {
        guard !identifier.isEmpty else { return nil }
        let account =
            try store.account(accountID: identifier) ?? store.account(userKey: identifier)
            ?? store.account(name: identifier)
        return account.map { loader.bodyStyle.person($0, loader.base.context) }
    }

    func spacePath(_ key: String) -> String { loader.links.space(key) }

    // MARK: Other pages

    func body(of page: PageName) throws -> IncludedBody? {
        try content(page).map(included)
    }

    func body(ofID id: String) throws -> IncludedBody? {
        try Int64(id).flatMap(viewed).map(included)
    }

    private func included(_ content: ContentRecord) -> IncludedBody {
        IncludedBody(page: linked(content), source: content.body, context: loader.viewContext(of: content))
    }

    func children(of page: PageName?) throws -> [LinkedPage] {
        guard let page else { return try children(of: record.id) }
        return try content(page).map { try children(of: $0.id) } ?? []
    }

    func children(ofID id: String) throws -> [LinkedPage] {
        try Int64(id).map(children(of:)) ?? []
    }

    private func children(of id: Int64) throws -> [LinkedPage] {
        try store.children(of: id, kind: .page, visibleTo: loader.viewer, limit: 1000).map(linked)
    }

    func labels() throws -> [String] {
        try store.labels(of: record.id, visibleTo: loader.viewer).filter { $0.prefix == "global" }.map(\.name)
    }
}
