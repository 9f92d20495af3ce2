package import ConfluenceModel
package import Documents

/// Reads what a site's administrator does: `revoke-token: NAME`, `withdraw: {operations, from, space}`, ….
package enum SiteActReader {
    private enum Word: String, CaseIterable {
        case revokeToken = "revoke-token"
        case expireToken = "expire-token"
        case setPassword = "set-password"
        case setLicensed = "set-licensed"
        case setActive = "set-active"
        case grant
        case withdraw
        case assignRole = "assign-role"
        case restrictViewing = "restrict-viewing"
        case restrictEditing = "restrict-editing"
        case trash
        case advanceClock = "advance-clock"
        case freezeClock = "freeze-clock"
        case settings
        case fault
        case clearFault = "clear-fault"
    }

    package static func read(_ node: DocumentNode) throws(DocumentError) -> SiteAct {
        let mapping = try node.mapping(keys: Word.allCases.map(\.rawValue))
        guard mapping.entries.count == 1, let entry = mapping.entries.first, let word = Word(rawValue: entry.key) else {
            throw node.error("one act is expected, such as “revoke-token: NAME”, found \(mapping.entries.count)")
        }
        let value = entry.value
        switch word {
        case .revokeToken: return .revokeToken(try value.text())
        case .expireToken: return .expireToken(try value.text())
        case .setPassword:
            let fields = try value.mapping(keys: ["user", "password"])
            return .setPassword(
                user: try fields.required("user").text(), password: try fields.required("password").text())
        case .setLicensed:
            let fields = try value.mapping(keys: ["user", "licensed"])
            return .setLicensed(
                user: try fields.required("user").text(), isLicensed: try fields.required("licensed").bool())
        case .setActive:
            let fields = try value.mapping(keys: ["user", "active"])
            return .setActive(user: try fields.required("user").text(), isActive: try fields.required("active").bool())
        case .grant:
            let fields = try value.mapping(keys: ["operations", "to", "space"])
            return .grant(
                try operations(fields), to: try subject(fields.required("to")),
                space: try fields.required("space").text())
        case .withdraw:
            let fields = try value.mapping(keys: ["operations", "from", "space"])
            return .withdraw(
                try operations(fields), from: try subject(fields.required("from")),
                space: try fields.required("space").text())
        case .assignRole:
            let fields = try value.mapping(keys: ["role", "to", "space"])
            // `null` is a value here: it takes all away.
            guard let role = fields.entries.first(where: { $0.key == "role" })?.value else {
                throw value.error("the key “role” is missing")
            }
            return .assignRole(
                role.isNull ? nil : try role.text(), to: try subject(fields.required("to")),
                space: try fields.required("space").text())
        case .restrictViewing:
            let (page, subjects) = try restriction(value)
            return .restrictViewing(page: page, to: subjects)
        case .restrictEditing:
            let (page, subjects) = try restriction(value)
            return .restrictEditing(page: page, to: subjects)
        case .trash: return .trash(page: try value.contentID())
        case .advanceClock: return .advanceClock(seconds: try value.seconds())
        case .freezeClock:
            guard case .bool(let stands) = value.content else { return .freezeClock(at: try value.instant()) }
            return stands ? .freezeClock(at: nil) : .unfreezeClock
        case .settings: return .change(try SettingsReader.read(value))
        case .fault: return .putFault(try FaultReader.read(value))
        case .clearFault:
            let name = try value.text()
            return .clearFault(name == "all" ? nil : name)
        }
    }

    private static func operations(_ fields: DocumentMapping) throws(DocumentError) -> Set<SpaceOperation> {
        var operations: Set<SpaceOperation> = []
        for node in try fields.required("operations").list() { operations.insert(try node.word(SpaceOperation.self)) }
        return operations
    }

    private static func restriction(_ node: DocumentNode) throws(DocumentError) -> (Int64, [Subject]) {
        let fields = try node.mapping(keys: ["page", "to"])
        var subjects: [Subject] = []
        for element in try fields.list("to") { subjects.append(try subject(element)) }
        return (try fields.required("page").contentID(), subjects)
    }

    /// `anonymous`, `{user: NAME}` or `{group: NAME}`.
    private static func subject(_ node: DocumentNode) throws(DocumentError) -> Subject {
        if case .string("anonymous") = node.content { return .anonymous }
        guard case .mapping = node.content else {
            throw node.error("“anonymous”, {user: NAME} or {group: NAME} is expected")
        }
        let fields = try node.mapping(keys: ["user", "group"])
        if let user = try fields.text("user") { return .user(user) }
        return .group(try fields.required("group").text())
    }
}
