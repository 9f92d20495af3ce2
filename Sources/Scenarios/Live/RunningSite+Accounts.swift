import ConfluenceModel
import Documents
import LiveSites

extension RunningSite {
    /// Nobody is called so.
    struct UnknownAccount: Error, CustomStringConvertible {
        var description: String
    }

    /// The credentials behind a role, the name of a token, or else of a user.
    func authentication(named name: String) throws(UnknownAccount) -> Authentication {
        if let account = accounts.first(where: { $0.role == name }) { return account.authentication }
        for user in definition.users {
            if let token = user.tokens.first(where: { $0.name == name }) { return authentication(token, of: user) }
        }
        if let user = definition.users.first(where: { $0.name == name }) { return try authentication(of: user) }
        let known =
            accounts.map(\.role) + definition.users.flatMap { user in user.tokens.map(\.name) + [user.name] }
        throw UnknownAccount(description: DocumentNode.unknown("token or user", name, among: known))
    }

    private func authentication(of user: UserDefinition) throws(UnknownAccount) -> Authentication {
        if let token = user.tokens.first(where: { $0.state == .active }) { return authentication(token, of: user) }
        guard let password = user.password else {
            throw UnknownAccount(description: "the user \(user.name) has no token and no password")
        }
        return .basic(user: user.name, secret: Secret(password))
    }

    private func authentication(_ token: TokenDefinition, of user: UserDefinition) -> Authentication {
        switch token.kind {
        case .apiToken, .scopedAPIToken: .basic(user: user.email, secret: Secret(token.value))
        case .personalAccessToken, .oauthAccessToken: .bearer(Secret(token.value))
        }
    }

    /// Everything by which somebody could log in here, with what it is called.
    var knownSecrets: [KnownSecret] {
        KnownSecret.all(of: definition)
            + accounts.compactMap { account in
                guard let secret = account.authentication.secret else { return nil }
                return KnownSecret(
                    name: "the secret of the account \(account.role)", value: secret.revealed(for: .redaction),
                    logins: [account.username].filter { !$0.isEmpty })
            }
    }
}

extension Authentication {
    /// What is shown as proof; `nil` for nobody.
    var secret: Secret? {
        switch self {
        case .basic(_, let secret), .bearer(let secret), .cookies(let secret): secret
        case .anonymous: nil
        }
    }
}
