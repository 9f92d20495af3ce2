import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What the site's answers to a refused login have in common, whatever the reason for refusing it.
    static let refused: [Sign] = [
        Sign(.loginRefused, 0.82, on: .cloud), Sign(.loginAnonymous, 0.04, on: .cloud),
        Sign(.loginVisitor, 0.06, on: .cloud),
        Sign(.loginNotPermitted, 0.08, on: .cloud), Sign(.loginRefused, 0.95, on: .dataCenter, with: .basic),
        // A wrong password is told so: who is answered as a visitor has lost the header on the way.
        Sign(.loginAnonymous, 0.005, on: .dataCenter, with: .basic),
        Sign(.loginVisitor, 0.005, on: .dataCenter, with: .basic),
        Sign(.loginRefused, 0.45, on: .dataCenter, with: .bearer),
        Sign(.loginAnonymous, 0.3, on: .dataCenter, with: .bearer),
        Sign(.loginVisitor, 0.2, on: .dataCenter, with: .bearer),
        Sign(.loginRefused, 0.4, with: .cookies), Sign(.loginAnonymous, 0.25, with: .cookies),
        Sign(.loginVisitor, 0.2, with: .cookies),
        Sign(.loginPage, 0.1, with: .cookies),
        Sign(.failed(.cleanSecret), 0.97), Sign(.failed(.otherScheme), 0.97),
    ]

    private static let newToken = [
        CauseFix(
            .you, on: .cloud, with: .bearer,
            "An access token of OAuth lasts an hour, and the toolkit doesn't renew it: let the app that made it fetch a new "
                + "one by its refresh token. As the account's owner, open id.atlassian.com → Connected apps and look "
                + "whether the app still has access.",
            "Better, use what lasts: open id.atlassian.com → Security → API tokens and choose “Create API token with "
                + "scopes”.",
            "In ELITEA, open Credentials, choose the Confluence credential, choose Basic and fill “Username” with the "
                + "account's e-mail and “API key” with that token; or paste the new access token into “Token”."),
        CauseFix(
            .you, on: .cloud,
            "As the account's owner, open id.atlassian.com → Security → API tokens and look whether the token is "
                + "listed and until when it is valid.",
            "Choose “Create API token”, copy it with the copy button.",
            "In ELITEA, open Credentials, choose the Confluence credential and paste it into “API key”."),
        CauseFix(
            .you, on: .dataCenter,
            "In Confluence, open profile picture → Settings → Personal access tokens and look whether the token is "
                + "listed and until when it is valid.",
            "Choose “Create token”, copy it.",
            "In ELITEA, open Credentials, choose the Confluence credential and paste it into “Token”; for Basic, put "
                + "the current password into “API key”."),
    ]

    /// Why a site refuses a credential that arrives as it was meant.
    static let loginCauses: [Cause] = [
        Cause(
            .tokenRevoked, "The token or password is revoked or wrong",
            looksLike: [
                Look(
                    "403 “Request rejected because caller cannot access Confluence” on v1, a bare 404 on v2", on: .cloud
                ),
                Look("401 “Unauthorized” of the gateway, for Basic and for an access token of OAuth", on: .cloud),
                Look("401 for Basic; for Bearer the answers of a visitor without an account", on: .dataCenter),
            ],
            faults: ["revoked-token"],
            weight: 2, places: [.cloud(.basic), .gateway(.bearer), .dataCenter(.basic, .bearer)],
            signs: refused + [
                Sign(.looksLikeAPIToken, 1.3), Sign(.looksLikePassword, 0.5, on: .cloud),
                Sign(.looksLikePersonalAccessToken, 0.6, on: .dataCenter, with: .basic),
            ],
            fields: [.token, .apiKey],
            explanation: "{host} does not take the {secret} any more, or never did: {answer}.",
            fixes: newToken,
            links: [Links.apiTokens, Links.personalAccessTokens]
        ),
        Cause(
            .tokenExpired, "The token has expired",
            looksLike: [
                Look("as with a revoked token; tokens made since December 2024 end after at most a year", on: .cloud),
                Look("an access token of OAuth, an hour old: 403 of the gateway on v1 and 404 on v2", on: .cloud),
                Look(
                    "“invalid_grant”, “Unknown or invalid refresh token”: it was used already, or by somebody else",
                    on: .cloud),
                Look(
                    "“Unknown or invalid refresh token”, “unauthorized_client”: OAuth's refresh token was used already, or not for 90 days",
                    on: .cloud),
                Look("as with a revoked token", on: .dataCenter),
            ],
            faults: ["expired-token"],
            weight: 1.2, places: [.cloud(.basic), .gateway(.bearer), .dataCenter(.bearer)],
            signs: refused + [
                Sign(.looksLikeAPIToken, 1.3), Sign(.looksLikePassword, 0.1),
                Sign(.loginNotPermitted, 0.5, on: .cloud, with: .bearer), Sign(.accessTokenEnded, 20),
                Sign(.accessTokenLasts, 0.02),
            ],
            proofs: [.said(.accessTokenEnded)],
            fields: [.token, .apiKey],
            explanation: "The {secret} {expiry}: {answer}.",
            fixes: newToken,
            links: [Links.apiTokens, Links.personalAccessTokens]
        ),
        Cause(
            .wrongUser, "The user name is not the secret's owner",
            looksLike: [
                Look("as with a revoked token; Cloud wants the account's e-mail, not a user name", on: .cloud),
                Look(
                    "401; Data Center wants the login name, seldom the e-mail, and never “DOMAIN\\name”, “@name” or the name of "
                        + "a directory's entry", on: .dataCenter),
            ],
            weight: 1, places: [.cloud(.basic), .dataCenter(.basic)],
            signs: refused + [
                Sign(.userIsName, 8, on: .cloud), Sign(.userIsNoLogin, 40, on: .cloud),
                // The colon in an account's id makes of a pair what can't be read as one.
                Sign(.loginUnreadable, 0.06, on: .cloud), Sign(.userIsEmail, 0.9, on: .cloud),
                Sign(.userIsEmail, 3, on: .dataCenter), Sign(.userIsNoLogin, 5, on: .dataCenter),
            ],
            fields: [.username],
            explanation: "“{user}” may not be the account to which the {secret} belongs: {answer}.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "Open id.atlassian.com → Profile and visibility and read the account's e-mail.",
                    "In ELITEA, open Credentials, choose the Confluence credential and put it into “Username”."),
                CauseFix(
                    .you, on: .dataCenter,
                    "In Confluence, open profile picture → Profile and read the login name, which is not always the e-mail, and has "
                        + "no domain before it.",
                    "In ELITEA, open Credentials, choose the Confluence credential and put it into “Username”."),
            ],
            links: [Links.basicAuthentication]
        ),
        Cause(
            .passwordOnCloud, "A password is used where Cloud wants an API token",
            looksLike: [Look("as with a revoked token: Cloud has taken no passwords since 2019", on: .cloud)],
            weight: 0.6, places: [.cloud(.basic)],
            signs: refused + [
                Sign(.looksLikePassword, 6), Sign(.looksLikeAPIToken, 0.1), Sign(.looksLikePersonalAccessToken, 0.3),
            ],
            fields: [.apiKey],
            explanation: "The API key has not the form of an API token, so it may be the account's password: {answer}.",
            fixes: [
                CauseFix(
                    .you,
                    "Open id.atlassian.com → Security → API tokens, choose “Create API token” and copy it.",
                    "In ELITEA, open Credentials, choose the Confluence credential and paste it into “API key” in the "
                        + "password's place.")
            ],
            links: [Links.apiTokens, Links.basicAuthentication]
        ),
        Cause(
            .noProductAccess, "The account may not use Confluence",
            looksLike: [
                Look("403 “Current user not permitted to use Confluence”, as with a revoked token", on: .cloud),
                Look("403 “Not permitted to use confluence”, while the login itself worked", on: .dataCenter),
            ],
            weight: 0.7, places: [.cloud(.basic, .cookies), .gateway(.bearer), .dataCenter(.basic, .bearer, .cookies)],
            signs: [
                Sign(.loginRefused, 0.45, on: .cloud), Sign(.loginNotPermitted, 0.5, on: .cloud),
                Sign(.loginWithoutProductAccess, 0.97, on: .dataCenter),
                Sign(.loginWithoutProductAccess, 0.05, on: .cloud),
                Sign(.failed(.cleanSecret), 0.97), Sign(.failed(.otherScheme), 0.97),
                Sign(.looksLikePassword, 0.7, on: .cloud),
            ],
            proofs: [.said(.loginWithoutProductAccess)],
            fields: [.username],
            explanation: "The account may lack the right to use Confluence: {answer}.",
            fixes: [
                CauseFix(
                    .siteAdmin, on: .cloud,
                    "Open admin.atlassian.com → Directory → Users, choose the account and grant it Confluence under "
                        + "product access."),
                CauseFix(
                    .siteAdmin, on: .dataCenter,
                    "Open Administration → Global permissions and grant “Can use” to the account or to one of its groups.",
                    "Look under Administration → License details whether the licence has seats left."),
            ],
            links: [Links.productAccess]
        ),
    ]
}
