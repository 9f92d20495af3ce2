import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Simulator

extension Ailment {
    /// Why an account is turned away that the credential names rightly.
    static let accountAilments: [Ailment] = [
        Ailment(
            .captcha, .cloud, proven: true,
            through: Way { send in
                { request in
                    guard request.headers["Authorization"]?.hasPrefix("Basic ") == true else {
                        return try await send(request)
                    }
                    return Response(
                        status: 403,
                        headers: ["X-Seraph-LoginReason": "AUTHENTICATION_DENIED", "Content-Type": "text/html"])
                }
            }),
        Ailment(
            .captcha, .dataCenter, proven: true, login: .password,
            prepare: SiteChange { $0.settings.captchaThreshold = 1 }
        ) {
            // Somebody else's old password has locked the account before.
            try $0.failLogin(of: "reader-bot")
        },
        Ailment(.accountDeactivated, .cloud, oneOfASet: true, prepare: deactivate),
        Ailment(.accountDeactivated, .dataCenter, oneOfASet: true, prepare: deactivate),
        Ailment(.accountDeactivated, .dataCenter, oneOfASet: true, login: .password, prepare: deactivate),
        Ailment(.tokenExpired, .cloud, oneOfASet: true) { try $0.logIn(as: "reader-bot", token: "reader-bot-expired") },
        Ailment(.tokenExpired, .dataCenter, oneOfASet: true) {
            try $0.logIn(as: "reader-bot", token: "reader-bot-expired")
        },
        Ailment(.apiTokensDisabled, .cloud, oneOfASet: true, prepare: SiteChange { $0.settings.apiTokens = false }),
        Ailment(
            .personalTokensDisabled, .dataCenter, oneOfASet: true,
            prepare: SiteChange { $0.settings.personalAccessTokens = false }),
        Ailment(
            .directoryDown, .dataCenter, oneOfASet: true, login: .password,
            prepare: SiteChange { $0.settings.directoryDown = true }),
        Ailment(
            .seatLapsed, .dataCenter, oneOfASet: true, prepare: SiteChange { $0.settings.seatIdleSeconds = 1800 }
        ) {
            try $0.site.perform(.advanceClock(seconds: 3600))
        },
        Ailment(
            .seatLapsed, .dataCenter, oneOfASet: true, login: .password,
            prepare: SiteChange { $0.settings.seatIdleSeconds = 1800 }
        ) {
            try $0.site.perform(.advanceClock(seconds: 3600))
        },
        Ailment(
            .singleSignOn, .dataCenter, proven: true, login: .password,
            prepare: SiteChange { $0.settings.singleSignOn = true }),
        // No way of sending a password suits such a site.
        Ailment(
            .singleSignOn, .dataCenter, "Basic is off", proven: true, login: .password,
            prepare: SiteChange { $0.settings.basicAuthentication = false }),
        Ailment(
            .wrongScheme, .dataCenter, "Basic is off, and the secret is a token", proven: true,
            prepare: SiteChange { $0.settings.basicAuthentication = false }
        ) {
            $0.useBasic("reader-bot", try $0.site.token("reader-bot-token"))
        },
        Ailment(
            .personalTokensDisabled, .dataCenter, "a release that has none", proven: true,
            prepare: SiteChange { $0.settings.personalAccessTokens = false }, through: naming(release: "7.4.17")),
        Ailment(
            .personalTokensDisabled, .dataCenter, "a release that has none, open to visitors", proven: true,
            prepare: SiteChange {
                $0.settings.personalAccessTokens = false
                $0.settings.anonymousAccess = true
            }, through: naming(release: "6.15.9")),
        Ailment(.anonymous, .cloud, "a revoked token on an open site", oneOfASet: true, prepare: open) {
            try $0.logIn(as: "reader-bot", token: "reader-bot-revoked")
        },
        Ailment(.anonymous, .dataCenter, "a revoked token on an open site", oneOfASet: true, prepare: open) {
            try $0.logIn(as: "reader-bot", token: "reader-bot-revoked")
        },
        Ailment(
            .scopedTokenOnSite, .cloud, proven: true, field: "confluence_configuration.api_key", prepare: giveScopes
        ) {
            $0.useBasic("reader-bot@acme.example", scopedToken)
        },
        Ailment(.scopeMissing, .cloud, "on the gateway", proven: true, prepare: giveScopes) {
            $0.useGateway()
            $0.useBasic("reader-bot@acme.example", scopedToken)
        },
        Ailment(
            .scopeMissing, .cloud, "for searching", proven: true,
            prepare: SiteChange {
                $0.settings.withdrawnEndpoints = .never
                giveScopes(["read:confluence-content.all", "read:confluence-user"], on: &$0)
            }
        ) {
            $0.useGateway()
            $0.useBasic("reader-bot@acme.example", scopedToken)
            $0.configuration.spaceKey = nil
            $0.configuration.selectedTools = ["site_search"]
        },
        Ailment(
            .scopeMissing, .cloud, "OAuth at the gateway", proven: true, prepare: giveOAuth(["read:confluence-user"])
        ) {
            $0.useGateway()
            $0.useBearer(oauthToken)
        },
        Ailment(
            .endpointRemoved, .cloud, "OAuth at the gateway", proven: true,
            prepare: giveOAuth(["read:confluence-user", "read:confluence-content.all", "read:confluence-space.summary"])
        ) {
            $0.useGateway()
            $0.useBearer(oauthToken)
        },
        Ailment(
            .tokenRevoked, .cloud, "OAuth at the gateway", proven: false, field: "confluence_configuration.token",
            prepare: giveOAuth(["read:confluence-user"], state: .revoked)
        ) {
            $0.useGateway()
            $0.useBearer(oauthToken)
        },
        Ailment(
            .tokenRevoked, .cloud, "OAuth at the gateway, before its end", proven: false,
            prepare: giveOAuth(["read:confluence-user"], token: lasting, state: .revoked)
        ) {
            $0.useGateway()
            $0.useBearer(lasting)
        },
        Ailment(
            .tokenExpired, .cloud, "OAuth at the gateway", proven: true, field: "confluence_configuration.token",
            prepare: giveOAuth(["read:confluence-user"], token: ended, state: .expires(ConfluenceSite.standingMoment))
        ) {
            $0.useGateway()
            $0.useBearer(ended)
        },
        Ailment(
            .tokenExpired, .cloud, "OAuth at the gateway, an end untold", oneOfASet: true,
            prepare: giveOAuth(["read:confluence-user"], state: .expires(ConfluenceSite.standingMoment))
        ) {
            $0.useGateway()
            $0.useBearer(oauthToken)
        },
        Ailment(
            .accountDeactivated, .cloud, "OAuth at the gateway", oneOfASet: true,
            prepare: SiteChange { site in
                giveOAuth(["read:confluence-user"]).apply(&site)
                deactivate.apply(&site)
            }
        ) {
            $0.useGateway()
            $0.useBearer(oauthToken)
        },
        Ailment(.gatewayCloudID, .cloud, "OAuth", proven: true) {
            $0.configuration.credential.hosting = .server
            $0.configuration.credential.baseURL =
                "https://api.atlassian.com/ex/confluence/00000000-0000-0000-0000-000000000000/wiki"
            $0.useBearer(oauthToken)
        },
        Ailment(.endpointRemoved, .cloud, "on the gateway", proven: true) { $0.useGateway() },
        Ailment(.gatewayCloudID, .cloud, proven: true) {
            $0.configuration.credential.hosting = .server
            $0.configuration.credential.baseURL =
                "https://api.atlassian.com/ex/confluence/00000000-0000-0000-0000-000000000000/wiki"
        },
    ]

    static let scopedToken = "ATATT3xFfGF0scopedabcdefghijklmnopqrstuvwxyz0123456789=0A1B2C3D"

    private static let oauthToken = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZWFkZXItYm90In0.c2lnbmF0dXJl"

    /// Signed tokens that say when they end: an hour before the sites' standing moment, and an hour after it.
    private static let ended = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZWFkZXItYm90IiwiZXhwIjoxNzcyNDM4NDAwfQ.c2lnbmF0dXJl"
    private static let lasting = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZWFkZXItYm90IiwiZXhwIjoxNzcyNDQ1NjAwfQ.c2lnbmF0dXJl"

    private static func giveOAuth(
        _ scopes: [String], token value: String = oauthToken, state: TokenDefinition.State = .active
    ) -> SiteChange {
        SiteChange { site in
            let token = TokenDefinition(
                name: "oauth", kind: .oauthAccessToken, value: value, state: state, scopes: scopes)
            for index in site.users.indices where site.users[index].name == "reader-bot" {
                site.users[index].tokens.append(token)
            }
        }
    }

    /// A site whose manifest names another release.
    private static func naming(release: String) -> Way {
        Way { send in
            { request in
                var answer = try await send(request)
                guard request.url.path.hasSuffix("/manifest") else { return answer }
                let text = answer.text.replacing(/"version":"[^"]*"/, with: "\"version\":\"\(release)\"")
                    .replacing(/<version>[^<]*</, with: "<version>\(release)<")
                answer.body = Array(text.utf8)
                return answer
            }
        }
    }

    private static let deactivate = SiteChange { site in
        for index in site.users.indices where site.users[index].name == "reader-bot" {
            site.users[index].isActive = false
        }
    }

    private static let open = SiteChange { $0.settings.anonymousAccess = true }

    private static let giveScopes = SiteChange { giveScopes(["read:confluence-user"], on: &$0) }

    private static func giveScopes(_ scopes: [String], on site: inout SiteDefinition) {
        let token = TokenDefinition(
            name: "scoped", kind: .scopedAPIToken, value: scopedToken, scopes: scopes)
        for index in site.users.indices where site.users[index].name == "reader-bot" {
            site.users[index].tokens.append(token)
        }
    }
}

extension Patient {
    /// The way by the gateway, as people set it in the toolkit.
    mutating func useGateway() {
        configuration.credential.hosting = .server
        configuration.credential.baseURL =
            "https://api.atlassian.com/ex/confluence/\(site.definition.cloudID)/wiki"
    }

    /// A login with a wrong password, by somebody else.
    func failLogin(of user: String) throws {
        var request = try site.request("/rest/api/user/current")
        request.headers["Authorization"] = BasicCredentials(user: user, password: "not-the-password").headerValue
        _ = site.simulator.respond(to: request)
    }
}
