import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Puts what an event happened to into the members of its payload.
///
/// Members as those of Confluence Server's webhook module (developer.atlassian.com); no payload of a current release is
/// published whole, so that which members there are is inferred.
struct EventWriter {
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

    func moved(_ page: ContentRecord, from before: ContentRecord) -> SiteEvent {
        var value = content(page)
        value["parentId"] = page.parentID.map { .integer($0) } ?? .null
        value["oldParentId"] = before.parentID.map { .integer($0) } ?? .null
        value["oldSpaceKey"] = .string(before.spaceKey)
        return SiteEvent(name: "page_moved", subject: ("page", value))
    }

    /// The order below a page is told of that page.
    func childrenReordered(_ parent: ContentRecord) -> SiteEvent {
        SiteEvent(name: "page_children_reordered", subject: ("page", content(parent)))
    }

    func permissionsUpdated(_ content: ContentRecord) -> SiteEvent {
        SiteEvent(name: "content_permissions_updated", subject: ("content", self.content(content)))
    }

    func labelAdded(_ change: LabelChange, _ content: ContentRecord) -> [SiteEvent] {
        let added = labelled("label_added", change.label, content)
        return change.isOnlyUse ? [label("label_created", change.label), added] : [added]
    }

    func labelRemoved(_ change: LabelChange, _ content: ContentRecord) -> [SiteEvent] {
        let removed = labelled("label_removed", change.label, content)
        return change.isOnlyUse ? [removed, label("label_deleted", change.label)] : [removed]
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

    func group(_ what: String, _ name: String) -> SiteEvent {
        SiteEvent(name: "group_\(what)", subject: ("group", ["name": .string(name)]))
    }

    func user(_ what: String, _ account: AccountRecord) -> SiteEvent {
        SiteEvent(name: "user_\(what)", subject: ("userProfile", ["userKey": .string(account.userKey)]))
    }

    private func labelled(_ name: String, _ label: LabelRecord, _ content: ContentRecord) -> SiteEvent {
        SiteEvent(name: name, subject: ("labeled", ["label": members(label), "content": self.content(content)]))
    }

    private func label(_ name: String, _ label: LabelRecord) -> SiteEvent {
        SiteEvent(name: name, subject: ("label", members(label)))
    }

    private func members(_ label: LabelRecord) -> JSON {
        ["prefix": .string(label.prefix), "name": .string(label.name)]
    }

    private func content(_ content: ContentRecord) -> JSON {
        [
            "id": .integer(content.id), "title": .string(content.title), "spaceKey": .string(content.spaceKey),
            "self": .string(base.url + links.webUI(content)), "creatorKey": .string(content.creator.userKey),
            "creationDate": .milliseconds(content.createdAt),
            "lastModifierKey": .string(content.version.author.userKey),
            "modificationDate": .milliseconds(content.version.createdAt),
            "version": .integer(Int64(content.version.number)),
        ]
    }
}
