import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// How resources find what a call names; what is not there is refused as missing.
extension StoreReader {
    /// Content that is not in the trash, unless the trash is what the caller asks for.
    func content(_ id: Int64, orTrashed: Bool = false) throws -> ContentRecord {
        guard let content = try content(id: id) else { throw Refusal.missing(id) }
        guard content.status != .trashed || orTrashed else {
            throw Refusal.missing(id, because: "content \(id) lies in the trash")
        }
        return content
    }

    /// Reading content in one of the states that the caller asks for; the draft of published content is its editors'.
    func reading(_ id: Int64, in statuses: Set<ContentStatus>) throws -> Demand {
        guard statuses.contains(.draft), !statuses.contains(.current), let published = try content(id: id),
            published.status == .current, let draft = try draft(of: published)
        else { return .view(try content(id, in: statuses)) }
        return .edit(draft)
    }

    /// Content in one of the states that the caller asks for.
    func content(_ id: Int64, in statuses: Set<ContentStatus>) throws -> ContentRecord {
        guard let content = try content(id: id) else { throw Refusal.missing(id) }
        guard statuses.contains(content.status) else {
            throw Refusal.missing(id, because: "content \(id) is \(content.status.rawValue), which was not asked for")
        }
        return content
    }

    /// Content of a kind: whatever else has the id is not found.
    func content(_ id: Int64, of kind: ContentKind, in statuses: Set<ContentStatus>) throws -> ContentRecord {
        guard let content = try content(id: id) else { throw Refusal.missing(id, kind: kind) }
        guard content.kind == kind, statuses.contains(content.status) else {
            throw Refusal.missing(
                id, kind: kind,
                because:
                    "content \(id) is a \(content.status.rawValue) \(content.kind.rawValue), which was not asked for")
        }
        return content
    }

    /// Content of one of these kinds, each of which has addresses of its own in REST v2: whatever else has the id is not found.
    func content(_ id: Int64, of kinds: [ContentKind]) throws -> ContentRecord {
        let content = try content(id)
        guard kinds.contains(content.kind) else {
            throw Refusal.missing(content.id, because: "content \(content.id) is a \(content.kind.rawValue)")
        }
        return content
    }

    /// Content as it was in a version.
    func content(_ content: ContentRecord, orMissingVersion number: Int) throws -> ContentRecord {
        guard let old = try self.content(content, inVersion: number) else {
            throw Refusal.missing(
                content.id, kind: content.kind, because: "content \(content.id) has no version \(number)")
        }
        return old
    }

    /// A space whose key is exactly that one; a near miss is told to the journal only.
    func space(key: String, orRefuse kind: Refusal.Kind) throws -> SpaceRecord {
        if let space = try space(key: key) { return space }
        let near = try space(keyIgnoringCase: key).map { ", the one there is is called \($0.key)" } ?? ""
        throw Refusal(kind, [.key: key, .contentType: "page"], because: "no space has the key “\(key)”\(near)")
    }
}

extension Grant {
    /// Names the files that Atlassian documents call by their ids, where the caller may see them.
    func fileNames(_ world: World) -> (_ mediaID: String) -> String? {
        { id in
            let file = try? world.read { store in
                try store.attachment(mediaID: id).flatMap { try store.canView($0.id, viewer) ? $0 : nil }
            }
            return file?.title
        }
    }
}

extension Refusal {
    static func missing(_ id: Int64, kind: ContentKind = .page, because words: String? = nil) -> Refusal {
        Refusal(
            .contentMissing, [.id: String(id), .contentType: kind == .custom ? "custom content" : kind.rawValue],
            because: words ?? "there is no content with the id \(id)")
    }
}
