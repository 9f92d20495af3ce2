import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Something that happened on the site, with what it happened to as webhooks are told of it.
struct SiteEvent: Sendable {
    var name: String
    /// The member of the payload that holds the subject, and the subject.
    var subject: (key: String, value: JSON)

    /// What a request brought about, read from what it asked for and what was answered.
    static func events(of outcome: Outcome, _ grant: Grant, base: SiteBase) -> [SiteEvent] {
        let writer = EventWriter(links: grant.call.dialect.links, base: base)
        let key = "\(grant.call.route.method) \(grant.call.route.template.shape)"
        switch (key, outcome) {
        case ("POST /rest/api/content", .content(let details)): return [writer.event("created", details.record)]
        case ("PUT /rest/api/content/{}", .content(let details)): return [writer.event("updated", details.record)]
        case ("DELETE /rest/api/content/{}", _):
            guard case .content(let operation, let content) = grant.demand else { return [] }
            let isGone = operation == .purge || content.kind == .comment
            return [writer.event(isGone ? "removed" : "trashed", content)]
        case (_, .uploaded(let rows)):
            return rows.rows.map { writer.event($0.record.version.number == 1 ? "created" : "updated", $0.record) }
        case ("POST /rest/api/content/{}/child/attachment/{}/data", .content(let details)):
            return [writer.event("updated", details.record)]
        case ("POST /rest/api/content/{}/label", .labels(let rows)):
            guard let content = try? grant.content, let body = try? grant.call.body() else { return [] }
            let names = (body.arrayValue ?? [body]).compactMap { $0["name"]?.stringValue?.lowercased() }
            return rows.rows.filter { names.contains($0.name) }.map { writer.label("label_added", $0.name, content) }
        case ("DELETE /rest/api/content/{}/label", _), ("DELETE /rest/api/content/{}/label/{}", _):
            guard let content = try? grant.content else { return [] }
            let name = grant.call.item("name") ?? grant.call.place("label")
            return [writer.label("label_removed", name, content)]
        case ("POST /rest/api/space", .space(let details)), ("POST /rest/api/space/_private", .space(let details)),
            ("POST /rest/api/space/personal", .space(let details)):
            return [writer.space("space_created", details.record)]
        case ("PUT /rest/api/space/{}", .space(let details)): return [writer.space("space_updated", details.record)]
        case ("DELETE /rest/api/space/{}", _):
            return (try? grant.space).map { [writer.space("space_removed", $0)] } ?? []
        case ("POST /rest/api/admin/group", .people(.group(let name, _))):
            return [SiteEvent(name: "group_created", subject: ("group", ["name": .string(name)]))]
        case ("POST /rest/api/admin/user", .people(.made(let account))):
            return [SiteEvent(name: "user_created", subject: ("userProfile", ["userKey": .string(account.userKey)]))]
        default: return []
        }
    }
}

/// Puts what an event happened to into the members of its payload.
///
/// Members as those of Confluence Server's webhook module (developer.atlassian.com); no payload of a current release is
/// published whole, so that which members there are is inferred.
private struct EventWriter {
    let links: LinkStyle
    let base: SiteBase

    func event(_ what: String, _ content: ContentRecord) -> SiteEvent {
        let key: String =
            switch content.kind {
            case .blogpost: "blog"
            case let kind: kind.rawValue
            }
        return SiteEvent(name: "\(key)_\(what)", subject: (key, self.content(content)))
    }

    func label(_ name: String, _ label: String, _ content: ContentRecord) -> SiteEvent {
        SiteEvent(
            name: name,
            subject: (
                "labeled", ["label": ["prefix": "global", "name": .string(label)], "content": self.content(content)]
            ))
    }

    func space(_ name: String, _ space: SpaceRecord) -> SiteEvent {
        SiteEvent(
            name: name,
            subject: (
                "space",
                [
                    "key": .string(space.key), "title": .string(space.name),
                    "isPersonalSpace": .bool(space.kind == .personal),
                    "self": .string(base.url + links.space(space.key)),
                ]
            ))
    }

    private func content(_ content: ContentRecord) -> JSON {
        [
            "id": .integer(content.id), "title": .string(content.title), "spaceKey": .string(content.spaceKey),
            "self": .string(base.url + links.webUI(content)), "creatorKey": .string(content.creator.userKey),
            "creationDate": Self.milliseconds(content.createdAt),
            "lastModifierKey": .string(content.version.author.userKey),
            "modificationDate": Self.milliseconds(content.version.createdAt),
            "version": .integer(Int64(content.version.number)),
        ]
    }

    private static func milliseconds(_ date: Date) -> JSON { .integer(Int64(date.timeIntervalSince1970 * 1000)) }
}
