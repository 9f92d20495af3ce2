import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// Why an account is turned away that the credential names rightly.
    static let accountCauses: [Cause] = [
        Cause(
            .captcha, "The login is locked behind a CAPTCHA",
            looksLike: [
                Look("401 for the right password, with X-Seraph-LoginReason: AUTHENTICATION_DENIED", on: .dataCenter),
                Look("403 for the right token, with X-Seraph-LoginReason: AUTHENTICATION_DENIED", on: .cloud),
                Look(
                    "it began after some failed logins, and logging in by browser asks for a picture's letters",
                    on: .dataCenter),
                Look(
                    "“LDAP: error code 49 … data 775” in the log: the directory itself has locked the account",
                    on: .dataCenter),
            ],
            faults: ["captcha"],
            weight: 2, requires: .loginCaptcha, places: [.cloud(.basic), .dataCenter(.basic, .bearer, .cookies)],
            signs: [Sign(.loginCaptcha, 0.97)],
            proofs: [.said(.loginCaptcha)],
            fields: [.username],
            explanation:
                "Too many logins of “{user}” failed, so the site wants a CAPTCHA solved before it takes another: {answer}.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "Log in at id.atlassian.com in a browser as that account and solve the CAPTCHA: that unlocks the API, too.",
                    "Find out who goes on failing: an old API token in another tool locks the account again."),
                CauseFix(
                    .you, on: .dataCenter,
                    "Log in to Confluence in a browser as that account and solve the CAPTCHA: that unlocks the API, too.",
                    "Find out who goes on failing: an old password in another tool locks the account again.",
                    "A personal access token in “Token” is not counted among failed logins."),
                CauseFix(
                    .siteAdmin, on: .dataCenter,
                    "Open Administration → Users, choose the account and “Reset failed login count”."),
            ],
            links: [Links.captcha]
        ),
        Cause(
            .accountDeactivated, "The account is deactivated",
            looksLike: [
                Look("as with a revoked token, often after somebody left the company", on: .cloud),
                Look("401 for Basic; for Bearer the answers of a visitor without an account", on: .dataCenter),
                Look(
                    "“LDAP: error code 49 … data 533” in the log: the directory has disabled the account",
                    on: .dataCenter),
            ],
            weight: 0.4, places: [.cloud(.basic), .gateway(.bearer), .dataCenter(.basic, .bearer)],
            signs: refused + [Sign(.looksLikePassword, 0.5, on: .cloud)],
            fields: [.username],
            explanation: "The account may be deactivated: {answer}.",
            fixes: [
                CauseFix(
                    .siteAdmin, on: .cloud,
                    "Open admin.atlassian.com → Directory → Users and look whether the account is active; restore its access.",
                    "Better, give the integration an account of its own, which doesn't leave with a person."),
                CauseFix(
                    .siteAdmin, on: .dataCenter,
                    "Open Administration → Users, find the account under “Show deactivated users” and enable it."),
            ],
            links: [Links.productAccess]
        ),
        Cause(
            .seatLapsed, "The account's floating licence has lapsed",
            looksLike: [
                Look(
                    "“Permission Denied” after half an hour without a login, and again well after a login by browser",
                    on: .dataCenter)
            ],
            weight: 0.3, places: [.dataCenter(.basic, .bearer, .cookies)],
            signs: [
                Sign(.loginWithoutProductAccess, 0.95, on: .dataCenter), Sign(.failed(.cleanSecret), 0.97),
                Sign(.failed(.otherScheme), 0.97),
            ],
            fields: [.username],
            explanation: "The account may have lost its seat on a shared, floating licence after being idle: {answer}.",
            fixes: [
                CauseFix(
                    .you,
                    "Log in to Confluence in a browser as that account: that wins the seat back for a while.",
                    "Ask a Confluence administrator for a lasting seat for the integration's account.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .singleSignOn, "The site takes no passwords, but single sign-on or tokens alone",
            looksLike: [
                Look(
                    "403 “Basic Authentication has been disabled on this instance.”: an administrator's choice, with or without "
                        + "single sign-on", on: .dataCenter),
                Look("the browser is sent to an identity provider (SAML, OpenID Connect)", on: .dataCenter),
            ],
            faults: ["basic-disabled", "sso-only"],
            weight: 0.8, places: [.dataCenter(.basic)],
            signs: [
                Sign(.loginSchemeRefused, 0.97, on: .dataCenter, with: .basic), Sign(.doorIsIdentityProvider, 0.95),
                Sign(.failed(.otherScheme), 0.9),
            ],
            proofs: [.said(.doorIsIdentityProvider), .said(.noSchemeFits)],
            fields: [.apiKey],
            explanation: "{host} takes no passwords from programs{door}: {answer}.",
            fixes: [
                CauseFix(
                    .you,
                    "In Confluence, open profile picture → Settings → Personal access tokens and choose “Create token”.",
                    "In ELITEA, open Credentials, choose the Confluence credential, choose Bearer and paste it into “Token”."
                )
            ],
            links: [Links.personalAccessTokens]
        ),
        Cause(
            .apiTokensDisabled, "The organisation lets no API tokens in",
            looksLike: [Look("as with a revoked token, for everybody of the organisation at once", on: .cloud)],
            faults: ["api-tokens-disabled"],
            weight: 0.3, places: [.cloud(.basic)],
            signs: refused + [Sign(.looksLikeAPIToken, 1.3), Sign(.looksLikePassword, 0.2)],
            fields: [.apiKey],
            explanation: "The organisation may have switched API tokens off: {answer}.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Open admin.atlassian.com → Security → Authentication policies, and in the account's policy allow "
                        + "“API tokens”.")
            ],
            links: [Links.apiTokens]
        ),
        Cause(
            .personalTokensDisabled, "Personal access tokens are switched off",
            looksLike: [
                Look("every token gets the answers of a visitor without an account", on: .dataCenter),
                Look("the same at a release before 7.9, which has none", on: .dataCenter),
            ],
            faults: ["personal-access-tokens-disabled"],
            weight: 0.2, places: [.dataCenter(.bearer)],
            signs: refused + [Sign(.looksLikePassword, 0.2), Sign(.releaseWithoutTokens, 100)],
            proofs: [.said(.releaseWithoutTokens)],
            fields: [.token],
            explanation: "{tokenless}: {answer}.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Look for the system property atlassian.pats.enabled: it must not be false; restart after changing it.",
                    "Confluence before 7.9 has no personal access tokens: use user name and password there.")
            ],
            links: [Links.personalAccessTokens]
        ),
        Cause(
            .directoryDown, "The user directory can't be reached",
            looksLike: [
                Look("401 for everybody's right password, while tokens go on working", on: .dataCenter),
                Look(
                    "403 from Jira or Crowd while users are synchronised: it doesn't know Confluence's address",
                    on: .dataCenter),
                Look("500 for user name and password alone, with an exception of LDAP or Crowd", on: .dataCenter),
            ],
            faults: ["directory-outage"],
            weight: 0.2, places: [.dataCenter(.basic)],
            signs: refused + [Sign(.loginDirectoryUnreachable, 0.2)],
            proofs: [.said(.loginDirectoryUnreachable)],
            fields: [.apiKey],
            explanation: "The site may be unable to ask its user directory (LDAP, Crowd) about passwords: {answer}.",
            fixes: [
                CauseFix(
                    .siteAdmin,
                    "Open Administration → User directories and choose “Test” beside the directory of the account.")
            ]
        ),
        Cause(
            .anonymous, "The site answers, but as to nobody",
            looksLike: [
                Look("200 with less in it: spaces and pages are missing that the account sees in the browser"),
                Look(
                    "reading works and the first write fails with 403 “Could not create content with type page”",
                    on: .dataCenter),
                Look(
                    "403 to user name and password, word for word as to a visitor: a wrong password is answered 401, so "
                        + "something on the way takes the Authorization header out", on: .dataCenter),
            ],
            faults: ["anonymous-access"],
            weight: 0.3, requires: .loginVisitor, .loginAnonymous,
            places: [.cloud(.basic), .dataCenter(.basic, .bearer)],
            signs: [
                Sign(.loginVisitor, 0.97, on: .cloud), Sign(.loginVisitor, 0.97, on: .dataCenter, with: .bearer),
                Sign(.loginVisitor, 0.6, on: .dataCenter, with: .basic),
                Sign(.loginAnonymous, 0.37, on: .dataCenter, with: .basic),
                Sign(.failed(.cleanSecret), 0.97), Sign(.failed(.otherScheme), 0.97),
            ],
            fields: [.token, .apiKey],
            explanation:
                "The credential did not count, or never arrived: {answer}.",
            fixes: [
                CauseFix(
                    .you,
                    "Check the credential as for a revoked token: a site that is open to visitors hides a bad one.",
                    "If the same credential works from another network, a proxy on the way drops the Authorization header."
                )
            ],
            links: [Links.personalAccessTokens]
        ),
        Cause(
            .scopeMissing, "The token lacks a scope",
            looksLike: [
                Look(
                    "401 “Unauthorized; scope does not match”, with X-Failure-Category: FAILURE_CLIENT_SCOPE_CHECK",
                    on: .cloud),
                Look("some tools work and others are “Unauthorized (401)”", on: .cloud),
            ],
            weight: 1, requires: .loginScopeMissing, places: [.cloud(.basic, .bearer)],
            signs: [Sign(.loginScopeMissing, 0.97)],
            proofs: [.said(.loginScopeMissing)],
            fields: [.apiKey, .token],
            explanation: "The token is taken, but not for this request: {scope}.",
            fixes: [
                CauseFix(
                    .you,
                    "Open id.atlassian.com → Security → API tokens, choose “Create API token with scopes” and Confluence; "
                        + "scopes of a token that exists can't be changed.",
                    "Select: {scopes}.",
                    "In ELITEA, open Credentials, choose the Confluence credential and paste it into “API key”.")
            ],
            links: [Links.scopedTokens, Links.scopes]
        ),
        Cause(
            .scopedTokenOnSite, "A token with scopes is sent to the site instead of the gateway",
            looksLike: [
                Look("401 with Tomcat's page “lacks valid authentication credentials”, on v1 and v2", on: .cloud),
                Look("X-Failure-Category: FAILURE_CLIENT_AUTH_MISMATCH", on: .cloud),
            ],
            weight: 1, places: [.cloud(.basic)],
            signs: [
                Sign(.loginScopedToken, 0.5), Sign(.loginUnreadable, 0.4), Sign(.loginRefused, 0.05),
                Sign(.looksLikeAPIToken, 1.3), Sign(.looksLikePassword, 0.05), Sign(.failed(.cleanSecret), 0.97),
            ],
            proofs: [.said(.loginScopedToken)],
            fields: [.apiKey, .baseURL],
            explanation: "{host} takes only tokens without scopes, and this one seems to have some: {answer}.",
            fixes: [
                CauseFix(
                    .you,
                    "Open id.atlassian.com → Security → API tokens and choose “Create API token”, the one without scopes.",
                    "In ELITEA, open Credentials, choose the Confluence credential and paste it into “API key”.",
                    "A token with scopes goes with the “Base URL” {gateway} alone, which has withdrawn much of the "
                        + "REST v1 that the toolkit calls.")
            ],
            links: [Links.scopedTokens]
        ),
        Cause(
            .sessionCookie, "The session of the cookie has ended",
            looksLike: [
                Look("cookies that worked this morning get a login page or the answers of a visitor", on: .dataCenter),
                Look("a JSESSIONID is no login on Cloud, whose cookies have other names", on: .cloud),
            ],
            sources: [.configuration, .requests, .pastedText],
            faults: ["dropped-session"],
            weight: 6, places: [.cloud(.cookies), .dataCenter(.cookies)],
            signs: refused,
            fields: [.token],
            explanation:
                "“Token” holds cookies (it has JSESSIONID in it), and their session is not, or no longer, logged in: {answer}.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "Use an API token: in ELITEA, open Credentials, choose the Confluence credential, choose Basic and fill "
                        + "“Username” with the e-mail and “API key” with the token."),
                CauseFix(
                    .you, on: .dataCenter,
                    "Use a personal access token instead: profile picture → Settings → Personal access tokens.",
                    "Or log in again in the browser and paste the new cookies as “JSESSIONID=…; …” into “Token”."),
            ],
            links: [Links.personalAccessTokens, Links.apiTokens]
        ),
    ]
}
