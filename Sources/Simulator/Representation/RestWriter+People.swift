import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// People, groups and relations as `/rest/api` writes them.
extension RestWriter {
    func write(_ answer: PeopleAnswer) throws -> Response {
        switch answer {
        case .user(let account, let expansion): ok(user(account, expansion))
        case .users(let rows, let total): ok(counted(list(rows) { user($0) }, total))
        case .group(let name, let isNew): ok(group(name, isTop: true), status: isNew ? 201 : 200)
        case .groups(let rows, let total): ok(counted(list(rows) { group($0) }, total))
        case .joined: Response(status: 201)
        case .made(let account): ok(["userKey": .string(account.userKey)], status: 201)
        case .found(let search): ok(found(search))
        case .relation(let relation, let expansion): ok(self.relation(relation, expansion))
        case .named, .access: throw Refusal(.internalError, because: "this outcome has no form in /rest/api")
        }
    }

    /// A list with its total, where the caller asked for that.
    private func counted(_ list: JSON, _ total: Int?) -> JSON {
        guard let total else { return list }
        var list = list
        list["totalSize"] = .integer(Int64(total))
        return list
    }

    private func group(_ name: String, isTop: Bool) -> JSON {
        var json = group(name)
        let id =
            dialect.people.hasGroupIDs
            ? "by-id?id=\(NamedSubject.groupID(name))" : PercentEncoding.encode(name, allowed: .pathSegment)
        json["_links"] = withTopLinks(["self": .string("\(base.url)/rest/api/group/\(id)")], isTop)
        return json
    }

    /// Parts that were asked for stand in the answer and no longer under `_expandable`.
    private func user(_ account: AccountRecord, _ expansion: Expansion) -> JSON {
        guard case .object(var json) = user(account, isTop: true) else { return .null }
        var parts = JSONObject()
        for part in dialect.people.expandable where !expansion.contains(part) { parts[part] = "" }
        if expansion.contains("status"), dialect.people.expandable.contains("status") {
            json["status"] = account.isActive ? "current" : "deactivated"
        }
        if expansion.contains("operations"), dialect.people.expandable.contains("operations") {
            json["operations"] = []
        }
        if expansion.contains("personalSpace"), dialect.people.expandable.contains("personalSpace") {
            parts["personalSpace"] = ""
        }
        json["_expandable"] = .object(parts)
        return .object(json)
    }

    private func found(_ search: UserSearch) -> JSON {
        var json = list(search.rows) { account in
            [
                "user": user(account), "title": .string(account.displayName), "excerpt": "",
                "url": .string("/people/\(account.accountID)"), "breadcrumbs": [], "entityType": "user",
                "iconCssClass": "aui-icon content-type-profile", "lastModified": "1970-01-01T00:00:00.000Z",
                "friendlyLastModified": "", "score": .number(0),
            ]
        }
        json["totalSize"] = .integer(Int64(search.total))
        json["cqlQuery"] = .string(search.query)
        json["searchDuration"] = 12
        return json
    }

    private func relation(_ relation: Relation, _ expansion: Expansion) -> JSON {
        var json: JSONObject = ["name": .string(relation.name)]
        var parts = JSONObject()
        func put(_ name: String, _ value: () -> JSON) {
            if expansion.contains(name) { json[name] = value() } else { parts[name] = "" }
        }
        put("relationData") { ["createdBy": user(relation.source), "createdDate": instant(relation.since)] }
        put("source") { user(relation.source) }
        put("target") {
            switch relation.target {
            case .space(let details): space(details)
            case .content(let details): content(details)
            }
        }
        json["_expandable"] = .object(parts)
        json["_links"] = withTopLinks(["self": .string(base.url + apiPath)], true)
        return .object(json)
    }
}
