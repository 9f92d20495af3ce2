import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a call of the old JSON-RPC service gave.
struct RemoteAnswer: Sendable {
    /// What the caller counts its calls by; `nil` where the method stands in the path and the answer is the bare result.
    var id: JSON?
    var result: Result

    enum Result: Sendable {
        case value(JSON)
        case permissionSets([(name: String, subjects: [Subject])])
        case failure(code: Int64, String)
    }
}

/// Data Center's old JSON-RPC service `confluenceservice-v2`, as far as clients still call it: permissions of spaces.
///
/// Source: atlassian-python-api and others that call it for want of another way before release 8; the names of the
/// permissions are those of `RemotePermission` in Atlassian's own clients.
extension Resource {
    static let remoteService = Resource(
        demand: { call, store in
            let sent = try RemoteCall(call)
            guard let key = sent.spaceKey, let space = try store.space(key: key) else { return .nothing }
            return .inSpace(.administer, space)
        },
        carryOut: { grant, world in
            let sent = try RemoteCall(grant.call)
            return .tree(.remote(RemoteAnswer(id: sent.id, result: try answer(sent, grant, world))))
        }
    )

    private static func answer(_ sent: RemoteCall, _ grant: Grant, _ world: World) throws -> RemoteAnswer.Result {
        guard RemoteCall.methods.contains(sent.method) else {
            return .failure(code: -32601, "The requested method does not exist: \(sent.method)")
        }
        if sent.method == "getSpaceLevelPermissions" {
            return .value(.array(RemotePermission.all.map { .string($0.name) }))
        }
        guard case .inSpace(_, let space, _, _) = grant.demand else {
            return .failure(code: 500, "The space does not exist: \(sent.spaceKey ?? "")")
        }
        switch sent.method {
        case "getSpacePermissionSets":
            return .permissionSets(try world.read { try sets(RemotePermission.all, of: space, $0) })
        case "getSpacePermissionSet":
            let name = sent.text(1) ?? ""
            guard let permission = RemotePermission.all.first(where: { $0.name == name }) else {
                return .failure(code: 500, "Invalid permission type: \(name)")
            }
            return .permissionSets(try world.read { try sets([permission], of: space, $0) })
        default:
            return try change(sent, space, grant, world)
        }
    }

    private static func sets(
        _ permissions: [RemotePermission], of space: SpaceRecord, _ store: StoreReader
    ) throws -> [(name: String, subjects: [Subject])] {
        let held = try store.permissions(of: space.id)
        return permissions.map { permission in
            (permission.name, held.filter { $0.operation == permission.operation }.map(\.subject))
        }
    }

    private static func change(
        _ sent: RemoteCall, _ space: SpaceRecord, _ grant: Grant, _ world: World
    ) throws -> RemoteAnswer.Result {
        let operations = sent.permissions.compactMap { name in
            RemotePermission.all.first { $0.name == name }?.operation
        }
        guard !operations.isEmpty, operations.count == sent.permissions.count else {
            return .failure(code: 500, "Invalid permission type: \(sent.permissions.joined(separator: ", "))")
        }
        return try world.change(by: grant) { writer, _ in
            let name = sent.text(1) ?? ""
            let subject: Subject
            if try writer.reader.account(name: name) != nil {
                subject = .user(name)
            } else if let group = try writer.reader.group(name) {
                subject = .group(group)
            } else {
                return .failure(code: 500, "No user or group with the name: \(name)")
            }
            if sent.method == "removePermissionFromSpace" {
                try writer.revoke(Set(operations), from: subject, in: space.key)
            } else {
                try writer.grant(Set(operations), to: subject, in: space.key)
            }
            return .value(true)
        }
    }
}

/// A permission of a space as the service names it.
private struct RemotePermission {
    var name: String
    var operation: SpaceOperation

    static let all: [RemotePermission] = [
        ("VIEWSPACE", SpaceOperation.view), ("REMOVEOWNCONTENT", .deleteOwn), ("EDITSPACE", .createPage),
        ("REMOVEPAGE", .deletePage), ("EDITBLOG", .createBlogPost), ("REMOVEBLOG", .deleteBlogPost),
        ("CREATEATTACHMENT", .createAttachment), ("REMOVEATTACHMENT", .deleteAttachment), ("COMMENT", .createComment),
        ("REMOVECOMMENT", .deleteComment), ("SETPAGEPERMISSIONS", .restrict), ("EXPORTSPACE", .export),
        ("SETSPACEPERMISSIONS", .administer),
    ].map(RemotePermission.init)
}

/// A call of the service: its method in the body, or in the path with nothing but the parameters in the body.
private struct RemoteCall {
    var id: JSON?
    var method: String
    private var parameters: [JSON]

    static let methods: Set = [
        "getSpacePermissionSets", "getSpacePermissionSet", "getSpaceLevelPermissions", "addPermissionToSpace",
        "addPermissionsToSpace", "removePermissionFromSpace",
    ]

    init(_ call: Call) throws(Refusal) {
        let body = try call.json()
        let inPath = call.place("method")
        method = inPath.isEmpty ? body["method"]?.stringValue ?? "" : inPath
        parameters = (inPath.isEmpty ? body["params"] : body)?.arrayValue ?? []
        id = inPath.isEmpty ? body["id"] ?? JSON.null : Optional<JSON>.none
    }

    func text(_ index: Int) -> String? {
        parameters.indices.contains(index) ? parameters[index].stringValue : nil
    }

    /// Reading names the space first, changing last.
    var spaceKey: String? {
        switch method {
        case "getSpacePermissionSets", "getSpacePermissionSet": text(0)
        case "addPermissionToSpace", "addPermissionsToSpace", "removePermissionFromSpace": text(2)
        default: nil
        }
    }

    var permissions: [String] {
        guard let first = parameters.first else { return [] }
        return first.arrayValue?.compactMap(\.stringValue) ?? first.stringValue.map { [$0] } ?? []
    }
}
