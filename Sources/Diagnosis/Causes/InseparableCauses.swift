package import ConfluenceModel

/// Causes to which a deployment gives the same answers, so that no request can tell one from another.
package struct InseparableCauses: Sendable, Hashable {
    /// Where it is so; `nil` stands for everywhere.
    package var deployment: DeploymentKind?
    package var scheme: Authentication.Scheme?
    package var causes: [CauseID]
    /// Whether it stays open even where the site says what is wrong, because that has several reasons.
    package var staysOpen = false

    /// Why the wire can't tell.
    package var reason: String
    /// What settles it, outside of the wire.
    package var separation: String

    package static let all: [InseparableCauses] = [
        InseparableCauses(
            deployment: .cloud, scheme: .basic,
            causes: [
                .tokenRevoked, .tokenExpired, .wrongUser, .passwordOnCloud, .noProductAccess, .accountDeactivated,
                .apiTokensDisabled, .anonymous,
            ],
            reason: """
                Cloud gives a stranger's answer (403 on v1, 404 on v2) to a revoked, expired or mistyped token, to \
                another account's e-mail, to a password, to an account that is deactivated or without Confluence, and \
                where the organisation lets no API tokens in.
                """,
            separation: """
                The account's owner settles it at id.atlassian.com → Security → API tokens: is the token listed, \
                with which expiry date, and is the e-mail shown there the one in “Username”? An administrator sees \
                at admin.atlassian.com → Directory → Users whether the account has Confluence.
                """
        ),
        InseparableCauses(
            deployment: .cloud, scheme: .bearer,
            causes: [.tokenRevoked, .tokenExpired, .noProductAccess, .accountDeactivated],
            reason: """
                The gateway gives a stranger's answer to an access token that was revoked, that has ended without saying \
                when it would, or whose account is deactivated or without Confluence.
                """,
            separation: """
                The account's owner settles it at id.atlassian.com → Connected apps: is the app that made the token still \
                listed? Most access tokens of OAuth end after an hour. An administrator sees at admin.atlassian.com → \
                Directory → Users whether the account is active and has Confluence.
                """
        ),
        InseparableCauses(
            deployment: .dataCenter, scheme: .bearer,
            causes: [.tokenRevoked, .tokenExpired, .accountDeactivated, .personalTokensDisabled, .anonymous],
            reason: """
                Data Center treats a revoked, expired or mistyped token, one of a deactivated account and one that never \
                arrived alike: as if nobody had logged in.
                """,
            separation: """
                The account's owner settles it in Confluence under profile picture → Settings → Personal access \
                tokens, where an expired token is still listed and a revoked one is not; an administrator sees whether \
                the account is active and whether tokens are taken at all.
                """
        ),
        InseparableCauses(
            deployment: .dataCenter, scheme: .basic,
            causes: [.tokenRevoked, .wrongUser, .accountDeactivated, .directoryDown, .anonymous],
            reason: """
                Data Center answers 401 alike to a wrong password, to a wrong user name, to a deactivated account, and \
                while its user directory can't be asked.
                """,
            separation: """
                Logging in once in the browser with the same user name and password settles it; if nobody can log in, \
                it is the directory.
                """
        ),
        InseparableCauses(
            deployment: .dataCenter, scheme: nil,
            causes: [.noProductAccess, .seatLapsed], staysOpen: true,
            reason: "Data Center turns an account without the right to use Confluence away like one whose seat lapsed.",
            separation: "If it works again after a login in the browser, the seat had lapsed."
        ),
        InseparableCauses(
            deployment: nil, scheme: nil,
            causes: [.certificateUntrusted, .proxyInterception], staysOpen: true,
            reason: "A proxy that opens TLS shows a certificate of its own, which nobody here trusts either.",
            separation: "The issuer of the certificate, as the same address shows it from another network, settles it."
        ),
        InseparableCauses(
            deployment: nil, scheme: nil,
            causes: [.nameNotResolved, .vpnOnly], staysOpen: true,
            reason: "A name that only the company's own name servers know has no address anywhere else.",
            separation:
                "If the same address opens inside the company's network or with its VPN on, the host is closed in."
        ),
        InseparableCauses(
            deployment: nil, scheme: nil,
            causes: [.timedOut, .vpnOnly], staysOpen: true,
            reason: "A firewall that lets nobody in from outside answers nothing, like a host that is too slow.",
            separation:
                "If the same address opens inside the company's network or with its VPN on, the host is closed in."
        ),
        InseparableCauses(
            deployment: .cloud, scheme: nil,
            causes: [.spaceNoAccess, .spaceNotFound],
            reason:
                "Confluence hides a space that the account may not see behind the answer for one that doesn't exist.",
            separation: """
                Somebody who administers Confluence settles it by opening the space by its key, or by Settings → \
                Spaces, which lists every space.
                """
        ),
        InseparableCauses(
            deployment: .dataCenter, scheme: nil,
            causes: [.spaceNoAccess, .spaceNotFound],
            reason:
                "Confluence hides a space that the account may not see behind the answer for one that doesn't exist.",
            separation: """
                Somebody who administers Confluence settles it by opening the space by its key, or by \
                Administration → Space permissions, which lists every space.
                """
        ),
        InseparableCauses(
            deployment: .cloud, scheme: nil,
            causes: [.pageMissing, .pageRestricted],
            reason:
                "Confluence answers 404 both to a page that doesn't exist and to one that the account may not view.",
            separation: "The page's author, or an administrator of its space, settles it by opening the page's link."
        ),
        InseparableCauses(
            deployment: .dataCenter, scheme: nil,
            causes: [.pageMissing, .pageRestricted],
            reason:
                "Confluence answers 404 both to a page that doesn't exist and to one that the account may not view.",
            separation: "The page's author, or an administrator of its space, settles it by opening the page's link."
        ),
    ]
}
