import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Restrictions and permissions as `/rest/api` writes them.
extension RestWriter {
    // MARK: Restrictions

    func restrictions(_ named: [RestrictedOperation: [NamedSubject]], of id: Int64, isTop: Bool = false) -> JSON {
        var json = JSONObject()
        for operation in RestrictedOperation.allCases {
            json[operation.rawValue] = restriction(operation, named[operation] ?? [], of: id)
        }
        json["_links"] = withTopLinks(["self": .string(restrictionURL(of: id))], isTop)
        return .object(json)
    }

    func restrictionList(_ named: [RestrictedOperation: [NamedSubject]], of id: Int64) -> JSON {
        let rows = RestrictedOperation.allCases.map { restriction($0, named[$0] ?? [], of: id) }
        var json: JSONObject = [
            "results": .array(rows), "start": 0, "limit": 100, "size": .integer(Int64(rows.count)),
        ]
        let words = RestrictedOperation.allCases.flatMap { operation in
            [operation.rawValue] + (named[operation] ?? []).map { String(describing: $0.subject) }.sorted()
        }
        json["restrictionsHash"] = .string(StableID.hexadecimal(words.joined(separator: "\n")))
        json["_links"] = withTopLinks(["self": .string("\(base.url)/rest/api/content/\(id)/restriction")], true)
        return .object(json)
    }

    func restriction(
        _ operation: RestrictedOperation, _ subjects: [NamedSubject], of id: Int64, isTop: Bool = false
    ) -> JSON {
        let accounts: [JSON] = subjects.compactMap { if case .account(let account) = $0 { user(account) } else { nil } }
        let groups: [JSON] = subjects.compactMap { if case .group(let name) = $0 { group(name) } else { nil } }
        return [
            "operation": .string(operation.rawValue),
            "restrictions": ["user": whole(accounts), "group": whole(groups)],
            "_expandable": ["content": .string("/rest/api/content/\(id)")],
            "_links": withTopLinks(["self": .string("\(restrictionURL(of: id))/\(operation.rawValue)")], isTop),
        ]
    }

    private func restrictionURL(of id: Int64) -> String {
        "\(base.url)/rest/api/content/\(id)/restriction/byOperation"
    }

    func group(_ name: String) -> JSON {
        var json: JSONObject = ["type": "group", "name": .string(name)]
        if dialect.people.hasGroupIDs { json["id"] = .string(NamedSubject.groupID(name)) }
        return .object(json)
    }

    // MARK: Permissions

    /// A row of a space's `permissions` expansion; `nil` for one that the dialect has no name for.
    func spacePermission(_ permission: NamedPermission) -> JSON? {
        guard let name = dialect.rights.name(of: permission.record.operation) else { return nil }
        var json: JSONObject = [
            "id": .integer(permission.record.id),
            "operation": ["operation": .string(name.key), "targetType": .string(name.target)],
            "anonymousAccess": .bool(permission.subject == .anonymous), "unlicensedAccess": false,
        ]
        switch permission.subject {
        case .anonymous: break
        case .account(let account): json["subjects"] = ["user": whole([user(account)])]
        case .group(let name): json["subjects"] = ["group": whole([group(name)])]
        }
        return .object(json)
    }

    /// The permission that Cloud answers after adding it.
    func permission(_ permission: NamedPermission) -> JSON {
        let name = dialect.rights.name(of: permission.record.operation)
        let subject: (type: String, id: String) =
            switch permission.subject {
            case .account(let account): ("user", account.accountID)
            case .group(let name): ("group", NamedSubject.groupID(name))
            case .anonymous: ("user", "anonymous")
            }
        return [
            "id": .integer(permission.record.id),
            "subject": ["type": .string(subject.type), "identifier": .string(subject.id)],
            "operation": ["key": .string(name?.key ?? ""), "target": .string(name?.target ?? "")],
            "_links": withTopLinks([:], true),
        ]
    }

    /// A row of Data Center's permission table.
    func permission(_ permission: NamedPermission, in space: SpaceRecord) -> JSON? {
        guard let name = dialect.rights.name(of: permission.record.operation) else { return nil }
        let subject: JSON =
            switch permission.subject {
            case .account(let account): user(account)
            case .group(let name): group(name)
            case .anonymous: user(nil)
            }
        return [
            "operation": ["targetType": .string(name.target), "operationKey": .string(name.key)],
            "subject": subject, "spaceKey": .string(space.key), "spaceId": .integer(space.id),
        ]
    }

    // MARK: Questions about rights

    /// The sentences are those of Cloud's description.
    func rights(_ answer: RightsAnswer) -> JSON {
        var errors: [JSON] = []
        if let ground = answer.objection {
            let words: (one: String, many: String) =
                switch answer.subject {
                case .account: ("User does", "User is")
                case .anonymous: ("Anonymous user does", "Anonymous users are")
                case .group: ("Group does", "Group is")
                }
            let text =
                switch ground {
                case .site: "\(words.many) not allowed to use Confluence"
                case .space: "\(words.one) not have permission to the space"
                case .content: "\(words.one) not have permission to the content"
                }
            errors = [["translation": .string(text), "args": []]]
        }
        return ["hasPermission": .bool(answer.objection == nil), "errors": .array(errors), "_links": topLinks]
    }
}
