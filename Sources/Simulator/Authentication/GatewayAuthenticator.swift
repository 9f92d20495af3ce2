import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The gateway's login: API tokens as Basic, OAuth access tokens as Bearer, and the scopes that each carries.
///
/// Scopes are weighed before anything is looked up, so a missing one hides whether the thing exists.
struct GatewayAuthenticator: Authenticator {
    func identify(_ call: Call, in world: World) throws -> Caller {
        let token = try token(of: call, in: world)
        // One that has ended is passed on as if nobody had logged in; of one that was revoked the gateway knows.
        if token.kind == .oauthAccessToken, token.hasExpired(at: world.now, in: call.weather) {
            throw Refusal(.accessTokenExpired, because: "the access token \(token.name) has ended")
        }
        if let objection = token.objection(at: world.now, in: call.weather) { throw refused(objection) }
        if let objection = token.owner.objection { throw refused(objection) }
        if token.kind != .oauthAccessToken, !world.settings.apiTokens {
            throw refused("the organisation lets no API tokens in")
        }
        if token.kind != .apiToken, let needed = ScopeTable.scope(of: call.route), !needed.isCovered(by: token.scopes) {
            throw Refusal(
                .scopeMissing,
                because: "the token \(token.name) lacks the scope \(needed) that \(call.route.name) needs")
        }
        return Caller(account: token.owner, login: .succeeded, scopes: token.kind == .apiToken ? nil : token.scopes)
    }

    private func token(of call: Call, in world: World) throws -> TokenRecord {
        switch SentCredential(call.request.headers) {
        case .none: throw refused("no credential was sent")
        case .basic(let encoded):
            guard let pair = BasicCredentials(encoded: encoded),
                let token = try world.store.token(value: pair.password, kinds: [.apiToken, .scopedAPIToken])
            else { throw refused("no API token has the value that was sent") }
            guard token.owner.email.equalsIgnoringCase(pair.user) else {
                throw refused("the token \(token.name) belongs to \(token.owner.email), not to “\(pair.user)”")
            }
            return token
        case .bearer(let value):
            let kinds: [TokenDefinition.Kind] = [.oauthAccessToken, .scopedAPIToken, .apiToken]
            guard let token = try world.store.token(value: value, kinds: kinds) else {
                throw refused("no access token has the value that was sent")
            }
            // Service accounts present their scoped tokens as Bearer; a person's API token is none of OAuth's.
            guard
                token.kind == .oauthAccessToken
                    || (token.kind == .scopedAPIToken && token.owner.kind == .serviceAccount)
            else {
                throw Refusal(
                    .scopeMissing, because: "the API token \(token.name) was sent as Bearer, and has no scopes there")
            }
            return token
        }
    }

    private func refused(_ words: String) -> Refusal { Refusal(.gatewayUnauthorized, because: words) }
}
