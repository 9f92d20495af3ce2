import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Something that happened on the site, with what it happened to as webhooks are told of it.
struct SiteEvent: Sendable {
    var name: String
    /// The member of the payload that holds the subject, and the subject.
    var subject: (key: String, value: JSON)

    /// The same for those who ask for content of every kind, of pages and blog posts.
    ///
    /// That both are sent is inferred: the list of events has both, and nobody published what a site sends.
    var ofAnyContent: SiteEvent? {
        let what = name.split(separator: "_").last ?? ""
        guard ["page", "blog"].contains(subject.key), ["created", "updated", "trashed", "restored"].contains(what)
        else {
            return nil
        }
        return SiteEvent(name: "content_\(what)", subject: ("content", subject.value))
    }

    /// What a request brought about, read from what it asked for and what was answered.
    ///
    /// - Parameter store: The site as it is after the request.
    static func events(of outcome: Outcome, _ grant: Grant, _ store: StoreReader) throws -> [SiteEvent] {
        let writer = EventWriter(links: grant.call.dialect.links, base: grant.call.base)
        let route = grant.call.route
        let shape = route.template.shape
        switch outcome {
        case .content(let details): return contentEvents("\(route.method) \(shape)", details.record, grant, writer)
        case .uploaded(let rows):
            return rows.rows.map { writer.event($0.record.version.number == 1 ? "created" : "updated", $0.record) }
        case .labelled(.added(let changes, _)):
            return try changes.flatMap { writer.labelAdded($0, try grant.content) }
        case .labelled(.removed(let change)): return writer.labelRemoved(change, try grant.content)
        case .annotations(.made(let row)), .annotations(.replied(let row)):
            return [writer.event("created", row.comment)]
        case .annotations(.edited(let row)): return [writer.event("updated", row.comment)]
        case .tree(.movedByForm(let moved)): return try moves(moved, from: grant.content, store, writer)
        case .tree(.version) where route.method == .post:
            return try store.content(id: grant.content.id).map { [writer.event("updated", $0)] } ?? []
        case .space(let details):
            return [writer.space(route.method == .post ? "space_created" : "space_updated", details.record)]
        case .people(.group(let name, _)) where shape == "/rest/api/admin/group": return [writer.group("created", name)]
        case .people(.made(let account)): return [writer.user("created", account)]
        default: break
        }
        if shape.contains("/restriction") { return [writer.permissionsUpdated(try grant.content)] }
        if shape.hasPrefix("/rest/api/space/{}/permissions") {
            return [writer.space("space_permissions_updated", try grant.space)]
        }
        return try quietEvents("\(route.method) \(shape)", grant, store, writer)
    }

    /// What follows from requests that are answered without a word.
    private static func quietEvents(
        _ key: String, _ grant: Grant, _ store: StoreReader, _ writer: EventWriter
    ) throws -> [SiteEvent] {
        let call = grant.call
        switch key {
        case "DELETE /rest/api/content/{}", "DELETE /rest/inlinecomments/1.0/comments/{}":
            guard case .content(let operation, let content) = grant.demand, operation != .update else { return [] }
            let isGone = operation == .purge || content.kind == .comment
            return [writer.event(isGone ? "removed" : "trashed", content)]
        case "DELETE /rest/api/space/{}": return [writer.space("space_removed", try grant.space)]
        case "DELETE /rest/api/admin/group/{}": return [writer.group("removed", call.place("group"))]
        case "PUT /rest/api/admin/user/{}/disable": return try user("deactivated", call, store, writer)
        case "PUT /rest/api/admin/user/{}/enable": return try user("reactivated", call, store, writer)
        default: return []
        }
    }

    private static func user(
        _ what: String, _ call: Call, _ store: StoreReader, _ writer: EventWriter
    ) throws -> [SiteEvent] {
        try store.account(name: call.place("username")).map { [writer.user(what, $0)] } ?? []
    }

    /// Drafts are nobody's news; one that is published is new, and what comes out of the trash is told as that alone.
    private static func contentEvents(
        _ key: String, _ content: ContentRecord, _ grant: Grant, _ writer: EventWriter
    ) -> [SiteEvent] {
        guard content.status != .draft else { return [] }
        switch key {
        case "POST /rest/api/content": return [writer.event("created", content)]
        case "POST /rest/api/content/{}/child/attachment/{}/data": return [writer.event("updated", content)]
        case "PUT /rest/api/content/{}":
            guard let before = try? grant.content else { return [] }
            switch before.status {
            case .draft: return [writer.event("created", content)]
            case .trashed: return [writer.event("restored", content)]
            case .current, .archived:
                let isMoved = content.kind == .page && before.parentID != content.parentID
                return [writer.event("updated", content)] + (isMoved ? [writer.moved(content, from: before)] : [])
            }
        default: return []
        }
    }

    /// A page that stays below its parent changes only the order there.
    private static func moves(
        _ moved: ContentRecord, from before: ContentRecord, _ store: StoreReader, _ writer: EventWriter
    ) throws -> [SiteEvent] {
        guard before.parentID == moved.parentID, before.spaceID == moved.spaceID else {
            return [writer.moved(moved, from: before)]
        }
        return try moved.parentID.flatMap { try store.content(id: $0) }.map { [writer.childrenReordered($0)] } ?? []
    }
}
