import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Copying a page, alone or with all below it.
extension Resource {
    private static let copyExpansion = ["history", "space", "version"]

    static let copyPage = Resource(
        demand: { call, store in
            let source = try copied(call, store)
            return .all([.view(source), try CopyDestination(call, store).demand(store)])
        },
        carryOut: { grant, world in
            let call = grant.call
            let source = try grant.content
            let body = try call.body()
            let text = try newBody(in: body, of: source, call)
            let parts = CopiedParts(body)
            return try world.change(by: grant) { writer, author in
                let destination = try CopyDestination(call, writer.reader)
                let wanted = body["pageTitle"]?.stringValue
                let copy: ContentRecord
                switch destination {
                case .page(let page):
                    let title = wanted ?? page.title
                    try requireFree(title, destination.space(writer.reader), writer.reader, but: page.id)
                    copy = try writer.updateContent(
                        id: page.id, title: title, body: text ?? source.body, author: author, now: world.now)
                    try writer.copyParts(parts, from: source.id, to: page.id, author: author, now: world.now)
                case .below, .space:
                    let space = try destination.space(writer.reader)
                    // No source tells what a copy without a title is called; browsers offer this.
                    let isTaken =
                        try writer.reader.content(
                            kind: .page, title: source.title, spaceID: space.id, ignoringCase: true) != nil
                    let title = wanted ?? (isTaken ? "Copy of \(source.title)" : source.title)
                    try requireFree(title, space, writer.reader)
                    copy = try writer.copy(
                        source.id, title: title, body: text, spaceID: space.id, parentID: destination.parentID,
                        with: parts, author: author, now: world.now)
                }
                let expansion = call.expansion(standard: copyExpansion)
                return .content(try ContentLoader(grant, writer.reader).load(copy, expansion))
            }
        }
    )

    private static func copied(_ call: Call, _ store: StoreReader) throws -> ContentRecord {
        let source = try store.content(call.contentID())
        guard source.kind == .page else { throw Refusal.missing(source.id, because: "only pages are copied") }
        return source
    }

    /// The text that the copy is to have in place of the page's.
    private static func newBody(in json: JSON, of source: ContentRecord, _ call: Call) throws -> String? {
        guard let body = json["body"]?.objectValue?.members.first else { return nil }
        let intake = BodyIntake(style: call.dialect.bodies, seed: "copy \(source.id)")
        return try intake.storage(
            body.value["value"]?.stringValue ?? "", as: body.value["representation"]?.stringValue ?? body.key)
    }

    static func requireFree(
        _ title: String, _ space: SpaceRecord, _ store: StoreReader, but id: Int64? = nil
    ) throws {
        guard let taken = try store.content(kind: .page, title: title, spaceID: space.id, ignoringCase: true),
            taken.id != id
        else { return }
        throw Refusal(
            .titleTaken, [.title: title, .key: space.key],
            because: "the title “\(title)” is taken in \(space.key) by page \(taken.id)")
    }

    // MARK: With all below it

    static let copyPageHierarchy = Resource(
        demand: { call, store in
            let source = try copied(call, store)
            guard let id = ContentDraft.id(try call.body()["destinationPageId"]) else {
                throw Refusal(
                    .requestInvalid, [.text: "destinationPageId is required"], because: "the body names no destination")
            }
            let destination = try store.content(id)
            guard let space = try store.space(id: destination.spaceID) else {
                throw Refusal.missing(id)
            }
            return .all([.view(source), .create(.page, space, parent: .content(destination))])
        },
        carryOut: { grant, world in
            let body = try grant.call.body()
            let source = try grant.content
            let takesAll = body["copyDescendants"]?.boolValue ?? true
            let work = try world.read { store in
                guard
                    let destination = try ContentDraft.id(body["destinationPageId"]).flatMap({
                        try store.content(id: $0)
                    }),
                    let space = try store.space(id: destination.spaceID)
                else { throw Refusal.missing(source.id) }
                let below =
                    try takesAll
                    ? store.descendants(of: source.id, kinds: [.page], visibleTo: grant.viewer, limit: 10_000) : []
                let titles = CopiedTitles(body["titleOptions"])
                let pages = [source] + below.map(\.content)
                for page in pages { try requireFree(titles.title(for: page.title), space, store) }
                return CopyTreeWork(
                    pages: pages.map(\.id), destination: destination.id, titles: titles, parts: CopiedParts(body))
            }
            return .longTask(.accepted(try world.start(work, by: grant)))
        }
    )
}

/// Where a single copy goes.
enum CopyDestination {
    case space(SpaceRecord)
    /// Below a page, or below other content that has a place in a tree.
    case below(ContentRecord)
    /// In place of what a page holds.
    case page(ContentRecord)

    init(_ call: Call, _ store: StoreReader) throws {
        let destination = try call.body()["destination"]
        let value = destination?["value"]
        let text = value?.stringValue ?? value?.integerValue.map { "\($0)" }
        guard let type = destination?["type"]?.stringValue, let text, !text.isEmpty else {
            throw Refusal(
                .requestInvalid, [.text: "The destination with its type and value is required"],
                because: "the body names no whole destination")
        }
        func content() throws -> ContentRecord {
            guard let id = Int64(text) else {
                throw Refusal(.contentMissing, [.id: text], because: "“\(text)” is no id")
            }
            return try store.content(id)
        }
        switch type {
        case "space": self = .space(try store.space(key: text, orRefuse: .spaceMissing))
        case "parent_page", "parent_content": self = .below(try content())
        case "existing_page": self = .page(try content())
        default:
            throw Refusal(
                .requestInvalid, [.text: "Invalid destination type: \(type)"], because: "“\(type)” is no destination")
        }
    }

    var parentID: Int64? {
        if case .below(let parent) = self { parent.id } else { nil }
    }

    func space(_ store: StoreReader) throws -> SpaceRecord {
        switch self {
        case .space(let space): return space
        case .below(let content), .page(let content):
            guard let space = try store.space(id: content.spaceID) else { throw Refusal.missing(content.id) }
            return space
        }
    }

    func demand(_ store: StoreReader) throws -> Demand {
        switch self {
        case .space(let space): .create(.page, space, parent: nil)
        case .below(let parent): .create(.page, try space(store), parent: .content(parent))
        case .page(let page): .edit(page)
        }
    }
}

/// How the pages of a copied tree are called.
struct CopiedTitles: Sendable {
    var prefix = ""
    var search = ""
    var replacement = ""

    init(_ json: JSON?) {
        prefix = json?["prefix"]?.stringValue ?? ""
        search = json?["search"]?.stringValue ?? ""
        replacement = json?["replace"]?.stringValue ?? ""
    }

    func title(for title: String) -> String {
        prefix + (search.isEmpty ? title : title.replacingOccurrences(of: search, with: replacement))
    }
}

extension CopiedParts {
    /// What the body of a request asks for; all of it is left out unasked.
    init(_ json: JSON) {
        self = []
        let words: [(String, CopiedParts)] = [
            ("copyAttachments", .attachments), ("copyLabels", .labels), ("copyProperties", .properties),
            ("copyPermissions", .restrictions),
        ]
        for (word, part) in words where json[word]?.boolValue == true { insert(part) }
    }
}
