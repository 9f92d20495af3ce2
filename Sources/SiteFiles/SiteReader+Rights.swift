import ConfluenceModel
import Documents

/// Reads who may do what: permissions, roles, and the people that both name.
extension SiteReader {
    // MARK: Roles

    /// The roles that a Cloud site has beside the standard ones.
    mutating func readRoles(
        _ file: DocumentMapping, on deployment: DeploymentKind
    ) throws(DocumentError) -> [SpaceRoleDefinition] {
        self.deployment = deployment
        roleNames = SpaceRoleDefinition.standard.map(\.name)
        if let node = file["roles"], deployment != .cloud { throw node.error("Cloud alone has roles, leave them out") }
        var roles: [SpaceRoleDefinition] = []
        for node in try file.list("roles") {
            let role = try node.mapping(keys: ["name", "description", "may"])
            let name = try role.required("name").text()
            guard !roleNames.contains(where: { $0.lowercased() == name.lowercased() }) else {
                throw node.error("the role “\(name)” is given twice, or is one that every site has")
            }
            roleNames.append(name)
            roles.append(
                SpaceRoleDefinition(
                    name: name, description: try role.text("description") ?? "",
                    operations: try readOperations(role.required("may"))))
        }
        return roles
    }

    /// Who has which role in a space.
    func readAssignments(
        _ nodes: [DocumentNode], beside grants: [SpaceGrant]
    ) throws(DocumentError) -> [RoleAssignment] {
        var assignments: [RoleAssignment] = []
        for node in nodes {
            guard deployment == .cloud else { throw node.error("Cloud alone has roles, use “permissions”") }
            let fields = try node.mapping(keys: ["role", "user", "group", "anonymous"])
            let word = try fields.required("role")
            let text = try word.text()
            guard let role = roleNames.first(where: { $0.lowercased() == text.lowercased() }) else {
                throw word.error(DocumentNode.unknown("role", text, among: roleNames))
            }
            let subject = try readSubject(fields)
            guard !assignments.contains(where: { $0.subject == subject }),
                !grants.contains(where: { $0.subject == subject })
            else {
                throw node.error("the \(subject) has a role or permissions in this space already, and can't have both")
            }
            assignments.append(RoleAssignment(role, subject))
        }
        return assignments
    }

    // MARK: Permissions

    func readGrant(_ node: DocumentNode) throws(DocumentError) -> SpaceGrant {
        let grant = try node.mapping(keys: ["user", "group", "anonymous", "may"])
        let operations = try readOperations(grant.required("may"))
        return SpaceGrant(try readSubject(grant), operations)
    }

    /// A list of permissions, or `all`.
    private func readOperations(_ may: DocumentNode) throws(DocumentError) -> Set<SpaceOperation> {
        if case .string("all") = may.content { return Set(SpaceOperation.allCases) }
        var operations: Set<SpaceOperation> = []
        for node in try may.list() { operations.insert(try node.word(SpaceOperation.self)) }
        return operations
    }

    private func readSubject(_ subject: DocumentMapping) throws(DocumentError) -> Subject {
        let named = ["user", "group", "anonymous"].filter { subject[$0] != nil }
        guard let kind = named.first, named.count == 1 else {
            throw subject.node.error("exactly one of “user”, “group” and “anonymous: true” is expected")
        }
        switch kind {
        case "user":
            let node = try subject.required(kind)
            let name = try node.text()
            guard userNames.contains(name) else {
                throw node.error(DocumentNode.unknown("user", name, among: userNames))
            }
            return .user(name)
        case "group":
            return .group(try subject.required(kind).text())
        default:
            let node = try subject.required(kind)
            guard try node.bool() else { throw node.error("only “anonymous: true” makes sense") }
            return .anonymous
        }
    }

    func readSubjects(_ nodes: [DocumentNode]) throws(DocumentError) -> [Subject] {
        var subjects: [Subject] = []
        for node in nodes {
            subjects.append(try readSubject(node.mapping(keys: ["user", "group", "anonymous"])))
        }
        return subjects
    }
}
