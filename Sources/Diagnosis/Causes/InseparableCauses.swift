package import ConfluenceModel

/// Causes to which a deployment gives the same answers, so that no request can tell one from another.
package struct InseparableCauses: Sendable, Hashable {
    package var deployment: DeploymentKind
    package var scheme: Authentication.Scheme?
    package var causes: [CauseID]

    /// Why the wire can't tell.
    package var reason: String
    /// What settles it, outside of the wire.
    package var separation: String

    package static let all: [InseparableCauses] = [
        InseparableCauses(
            deployment: .cloud, scheme: .basic,
            causes: [.tokenRevoked, .tokenExpired, .wrongUser, .passwordOnCloud, .noProductAccess],
            reason: """
                Cloud gives a stranger's answer (403 on v1, 404 on v2) to a revoked, expired or mistyped token, to \
                another account's e-mail, to a password and to an account without Confluence.
                """,
            separation: """
                The account's owner settles it at id.atlassian.com → Security → API tokens: is the token listed, \
                with which expiry date, and is the e-mail shown there the one in “Username”? An administrator sees \
                at admin.atlassian.com → Directory → Users whether the account has Confluence.
                """
        ),
        InseparableCauses(
            deployment: .dataCenter, scheme: .bearer,
            causes: [.tokenRevoked, .tokenExpired],
            reason: "Data Center treats a revoked, expired or mistyped token alike: as if nobody had logged in.",
            separation: """
                The account's owner settles it in Confluence under profile picture → Settings → Personal access \
                tokens, where an expired token is still listed and a revoked one is not.
                """
        ),
        InseparableCauses(
            deployment: .dataCenter, scheme: .basic,
            causes: [.tokenRevoked, .wrongUser],
            reason: "Data Center answers 401 alike to a wrong password and to a wrong user name.",
            separation: "Logging in once in the browser with the same user name and password settles it."
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
