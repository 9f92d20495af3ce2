import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Data Center: accounts made and changed by administrators, and by people themselves.
extension Resource {
    @Sendable static func siteAdministration(_ call: Call, _ store: StoreReader) -> Demand { .administerSite }

    static let createUser = Resource(demand: siteAdministration) { grant, world in
        let body = try grant.call.body()
        let name = body["userName"]?.stringValue ?? ""
        let fullName = body["fullName"]?.stringValue ?? ""
        let email = body["email"]?.stringValue ?? ""
        let password = body["password"]?.stringValue
        let notifies = body["notifyViaEmail"].map { $0.boolValue ?? ($0.stringValue == "true") } ?? false
        try check(name: name, fullName: fullName, email: email)
        if notifies != (password ?? "").isEmpty {
            throw RestrictionDraft.invalid(
                notifies
                    ? "The password should not be specified if the user is notified via email."
                    : "The password should not be null or blank.")
        }
        return try world.change(by: grant) { writer, _ in
            guard try writer.reader.account(name: name) == nil else {
                throw Refusal(.userTaken, [.name: name], because: "the site has a user “\(name)” already")
            }
            let account = try writer.addAccount(name: name, displayName: fullName, email: email, password: password)
            for group in try writer.reader.groups() where group == "confluence-users" {
                try writer.add(account, to: group)
            }
            return .people(.made(account))
        }
    }

    static let updateUser = Resource(demand: siteAdministration) { grant, world in
        try changeDetails(try named(grant, world), grant, world)
    }

    static let updateCurrentUser = Resource(demand: anyAccount) { grant, world in
        try changeDetails(try grant.caller.account.orRefuse(), grant, world)
    }

    static let enableUser = setting(isActive: true)
    static let disableUser = setting(isActive: false)

    private static func setting(isActive: Bool) -> Resource {
        Resource(demand: siteAdministration) { grant, world in
            let account = try named(grant, world)
            try world.change(by: grant) { writer, _ in try writer.setActive(name: account.name, isActive) }
            return .done
        }
    }

    static let setUserPassword = Resource(demand: siteAdministration) { grant, world in
        let account = try named(grant, world)
        let password = try newPassword(grant, "password")
        try world.change(by: grant) { writer, _ in try writer.setPassword(name: account.name, password) }
        return .done
    }

    static let setOwnPassword = Resource(demand: anyAccount) { grant, world in
        let account = try grant.caller.account.orRefuse()
        let password = try newPassword(grant, "newPassword")
        let old = try grant.call.body()["oldPassword"]?.stringValue ?? ""
        try world.change(by: grant) { writer, _ in
            guard try writer.reader.passwordMatches(old, accountID: account.id) else {
                throw Refusal(.passwordWrong, because: "the old password is not that of \(account.name)")
            }
            try writer.setPassword(name: account.name, password)
        }
        return .done
    }

    // MARK: Checks

    private static func named(_ grant: Grant, _ world: World) throws -> AccountRecord {
        let name = grant.call.place("username")
        guard let account = try world.read({ try $0.account(name: name) }) else { throw Refusal.noUser(name) }
        return account
    }

    private static func changeDetails(_ account: AccountRecord, _ grant: Grant, _ world: World) throws -> Outcome {
        let body = try grant.call.body()
        let fullName = body["fullName"]?.stringValue
        let email = body["email"]?.stringValue
        try check(name: account.name, fullName: fullName ?? account.displayName, email: email ?? account.email)
        try world.change(by: grant) { writer, _ in
            try writer.updateAccount(account, displayName: fullName, email: email)
        }
        return .done
    }

    private static func newPassword(_ grant: Grant, _ member: String) throws -> String {
        let password = try grant.call.body()[member]?.stringValue ?? ""
        guard !password.allSatisfy(\.isWhitespace) else {
            throw RestrictionDraft.invalid("The new password should not be null or blank.")
        }
        return password
    }

    /// The rules of Data Center's description.
    private static func check(name: String, fullName: String, email: String) throws(Refusal) {
        let problems: [(Bool, String)] = [
            (name.isEmpty, "The userName should not be null or blank."),
            (
                name.contains { "\\,+<>'\"".contains($0) },
                "The userName should not contain any of these characters \\ , + < > ' \""
            ),
            (name.contains(where: \.isWhitespace), "The userName should not contain any whitespace characters."),
            (name.lowercased() == "anonymous", "The userName should not be \"anonymous\"."),
            (name != name.lowercased(), "The userName should not contain any upper case characters."),
            (fullName.allSatisfy(\.isWhitespace), "The fullName should not be null or blank."),
            (fullName.contains { "<>".contains($0) }, "The fullName should not contain any of these characters < >"),
            (fullName.lowercased() == "anonymous", "The fullName should not be \"anonymous\"."),
            (!email.contains("@"), "The email should be a valid email address."),
        ]
        if let (_, words) = problems.first(where: \.0) { throw RestrictionDraft.invalid(words) }
    }
}

extension Optional<AccountRecord> {
    /// The account of a caller whom authorisation let in because it has one.
    fileprivate func orRefuse() throws(Refusal) -> AccountRecord {
        guard let self else { throw Refusal(.anonymous, because: "a visitor has no account to change") }
        return self
    }
}
