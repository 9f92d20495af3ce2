import ConfluenceWire

/// The scope that a call through the gateway needs.
///
/// REST v1 goes by classic scopes, REST v2 by granular ones, and neither takes the other's.
/// Source: Cloud's API descriptions (v1 of today and of 2022, v2); mozilla/markfluence measured that they don't mix.
struct Scope: Sendable, Hashable, CustomStringConvertible {
    var name: String
    var isGranular: Bool

    var description: String { name }

    func isCovered(by held: [String]) -> Bool {
        if held.contains(name) { return true }
        // Reading content whole covers reading its summary; no description says so, sites answer so.
        return name == "read:confluence-content.summary" && held.contains("read:confluence-content.all")
    }
}

enum ScopeTable {
    /// `nil` for what needs none.
    static func scope(of route: Route) -> Scope? {
        if route.api == .gateway || route.zone != .confluence { return nil }
        let path = route.template.text
        let isRead = route.method == .get || route.isQuestion
        // The parts of v1 that the description gives granular scopes alone.
        if path.hasPrefix("/rest/api/space/{key}/permission") {
            return Scope(name: "write:space.permission:confluence", isGranular: true)
        }
        if path.hasSuffix("/convert-ids-to-types") {
            return Scope(name: "read:content.metadata:confluence", isGranular: true)
        }
        if path.hasPrefix("/rest/api/audit") {
            return Scope(name: "\(isRead ? "read" : "write"):audit-log:confluence", isGranular: true)
        }
        if path == "/rest/api/search/user" { return Scope(name: "read:content-details:confluence", isGranular: true) }
        if path == "/rest/api/longtask" { return Scope(name: "read:content.metadata:confluence", isGranular: true) }
        if path == "/rest/api/space/{key}/watch" { return Scope(name: "read:watcher:confluence", isGranular: true) }
        if path.hasPrefix("/rest/api/user/{user}/property") {
            return Scope(name: "\(isRead ? "read" : "write"):user.property:confluence", isGranular: true)
        }
        if path == "/rest/api/content-states" { return Scope(name: "read:user.property:confluence", isGranular: true) }
        return route.api == .v2
            ? granular(path, isRead ? .get : route.method).map { Scope(name: $0, isGranular: true) }
            : classic(path, isRead: isRead).map { Scope(name: $0, isGranular: false) }
    }

    private static func classic(_ path: String, isRead: Bool) -> String? {
        if path.hasPrefix("/rest/api/inlinetasks") {
            return isRead ? "read:confluence-content.all" : "write:confluence-content"
        }
        if path.hasSuffix("/search") { return "search:confluence" }
        if path.hasPrefix("/rest/api/user/watch") || path.hasPrefix("/rest/api/analytics") {
            return isRead ? "read:confluence-content.summary" : "write:confluence-content"
        }
        if path.hasSuffix("/state/content") { return "read:confluence-content.all" }
        // Asked for by who is about to put one on the content.
        if path.hasSuffix("/state/available") { return "write:confluence-content" }
        if path.hasPrefix("/rest/api/user") || path.hasPrefix("/rest/api/group") {
            return isRead
                ? (path.contains("group") ? "read:confluence-groups" : "read:confluence-user")
                : "write:confluence-groups"
        }
        if path.contains("/property") { return isRead ? "read:confluence-props" : "write:confluence-props" }
        if path.hasPrefix("/rest/api/settings") { return "manage:confluence-configuration" }
        if path.hasPrefix("/rest/api/contentbody") { return "read:confluence-content.all" }
        let isOfContent = ["/rest/api/template", "/rest/api/relation", "/rest/api/space/{key}/content"]
            .contains { path.hasPrefix($0) }
        if isOfContent { return isRead ? "read:confluence-content.summary" : "write:confluence-content" }
        if path.hasPrefix("/rest/api/longtask") { return "read:confluence-space.summary" }
        if path.hasPrefix("/rest/api/space") {
            return isRead ? "read:confluence-space.summary" : "write:confluence-space"
        }
        guard
            path.hasPrefix("/rest/api/content") || path.hasPrefix("/rest/api/label")
                || path.hasPrefix("/rest/likes")
        else { return nil }
        if path.hasSuffix("/download") { return "readonly:content.attachment:confluence" }
        if path.hasSuffix("/permission/check") { return "read:confluence-content.permission" }
        if path.contains("/restriction") { return isRead ? "read:confluence-content.all" : "write:confluence-content" }
        if path.contains("/child/attachment"), !isRead { return "write:confluence-file" }
        return isRead ? "read:confluence-content.summary" : "write:confluence-content"
    }

    private static func granular(_ path: String, _ method: Request.Method) -> String? {
        let parts = path.split(separator: "/").dropFirst(2)
        // What a list lies in decides less than what it lists.
        let lists: [Substring: String] = [
            "pages": "page", "blogposts": "page", "attachments": "attachment", "comments": "comment",
            "footer-comments": "comment", "inline-comments": "comment", "role-assignments": "space.permission",
            "ancestors": "content.metadata", "direct-children": "hierarchical-content",
            "descendants": "hierarchical-content", "custom-content": "custom-content",
        ]
        let noun = parts.last.flatMap { lists[$0] } ?? parts.first.flatMap { noun in lists[noun] ?? single(noun) }
        guard let noun else { return nil }
        // Taking a property away is writing what it stands on.
        if parts.contains("properties") || parts.contains("classification-level"), method == .delete {
            return "write:\(noun):confluence"
        }
        switch method {
        case .get, .head: return "read:\(noun):confluence"
        case .delete: return "delete:\(noun):confluence"
        default: return "write:\(noun):confluence"
        }
    }

    private static func single(_ collection: Substring) -> String? {
        switch collection {
        case "spaces": "space"
        case "users-bulk": "user"
        case "folders": "folder"
        case "whiteboards": "whiteboard"
        case "databases": "database"
        case "embeds": "embed"
        case "space-roles", "space-permissions": "space.permission"
        case "space-role-mode", "user", "classification-levels": "configuration"
        case "labels": "label"
        case "tasks": "task"
        case "custom-content": "custom-content"
        case "pdfexporttask": "page"
        default: nil
        }
    }
}
