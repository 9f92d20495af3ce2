import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Which requests leave an entry in the audit log, and what it says.
///
/// The words and categories are those of Confluence's audit log screens (confluence.atlassian.com, “Audit log events in
/// Confluence”); that REST calls are logged as what people do in the screens is inferred.
struct AuditTrail: Sendable {
    let world: World

    private struct Entry: Sendable {
        var summary: String
        var category: String
        /// The kind of what is affected.
        var object: String
    }

    private static let entries: [String: Entry] = {
        let space = { Entry(summary: $0, category: "Spaces", object: "Space") }
        let permission = { Entry(summary: $0, category: "Permissions", object: "Space") }
        let group = { Entry(summary: $0, category: "Users and groups", object: "Group") }
        let user = { Entry(summary: $0, category: "Users and groups", object: "User") }
        let webhook = { Entry(summary: $0, category: "System settings", object: "Webhook") }
        return [
            "POST /rest/api/space": space("Space created"), "POST /rest/api/space/_private": space("Space created"),
            "POST /rest/api/space/personal": space("Space created"), "POST /api/v2/spaces": space("Space created"),
            "PUT /rest/api/space/{}": space("Space configuration updated"),
            "DELETE /rest/api/space/{}": space("Space deleted"),
            "PUT /rest/api/space/{}/archive": space("Space archived"),
            "PUT /rest/api/space/{}/restore": space("Space restored"),
            "DELETE /rest/api/space/{}/trash": space("Space trash emptied"),
            "POST /rest/api/space/{}/permission": permission("Space permission added"),
            "DELETE /rest/api/space/{}/permission/{}": permission("Space permission removed"),
            "POST /rest/api/space/{}/permissions": permission("Space permission added"),
            "PUT /rest/api/space/{}/permissions/user/{}/grant": permission("Space permission added"),
            "PUT /rest/api/space/{}/permissions/user/{}/revoke": permission("Space permission removed"),
            "PUT /rest/api/space/{}/permissions/group/{}/grant": permission("Space permission added"),
            "PUT /rest/api/space/{}/permissions/group/{}/revoke": permission("Space permission removed"),
            "PUT /rest/api/space/{}/permissions/anonymous/grant": permission("Space permission added"),
            "PUT /rest/api/space/{}/permissions/anonymous/revoke": permission("Space permission removed"),
            "POST /api/v2/spaces/{}/role-assignments": permission("Space role assigned"),
            "POST /rest/api/group": group("Group created"), "POST /rest/api/admin/group": group("Group created"),
            "DELETE /rest/api/group": group("Group deleted"), "DELETE /rest/api/group/by-id": group("Group deleted"),
            "DELETE /rest/api/admin/group/{}": group("Group deleted"),
            "POST /rest/api/group/user": group("User added to group"),
            "POST /rest/api/group/userByGroupId": group("User added to group"),
            "PUT /rest/api/user/{}/group/{}": group("User added to group"),
            "DELETE /rest/api/group/user": group("User removed from group"),
            "DELETE /rest/api/group/userByGroupId": group("User removed from group"),
            "DELETE /rest/api/user/{}/group/{}": group("User removed from group"),
            "POST /rest/api/admin/user": user("User created"),
            "PUT /rest/api/admin/user/{}": user("User details updated"),
            "PUT /rest/api/admin/user/{}/enable": user("User reactivated"),
            "PUT /rest/api/admin/user/{}/disable": user("User deactivated"),
            "POST /rest/api/admin/user/{}/password": user("User password changed"),
            "POST /rest/api/webhooks": webhook("Webhook created"),
            "PUT /rest/api/webhooks/{}": webhook("Webhook edited"),
            "DELETE /rest/api/webhooks/{}": webhook("Webhook deleted"),
        ]
    }()

    /// Writes an entry where what was carried out deserves one.
    func record(_ outcome: Outcome, of grant: Grant) throws {
        let call = grant.call
        guard !call.isRead, let entry = Self.entries["\(call.route.method) \(call.route.template.shape)"] else {
            return
        }
        let object = JSON.object(["name": .string(Self.name(outcome, grant)), "objectType": .string(entry.object)])
        let account = grant.caller.account
        let record = AuditRecord(
            author: account, authorName: account?.displayName ?? "Anonymous",
            address: call.request.clientAddress ?? "127.0.0.1", createdAt: world.now, summary: entry.summary,
            category: entry.category, isBySiteAdmin: account?.isSiteAdmin ?? false,
            details: JSON.object(["affectedObject": object]).compactText)
        try world.administer { try $0.record(record) }
    }

    /// What the entry calls the affected thing.
    private static func name(_ outcome: Outcome, _ grant: Grant) -> String {
        switch outcome {
        case .space(let details), .spaceMatter(.created(let details)): return details.record.name
        case .people(.group(let name, _)): return name
        case .people(.made(let account)): return account.displayName
        default: break
        }
        if let space = try? grant.space { return space.name }
        let call = grant.call
        let names = [
            call.place("group"), call.place("username"), call.item("name"), call.item("groupId"), call.item("id"),
        ]
        return names.compactMap(\.self).first { !$0.isEmpty } ?? ""
    }
}
