import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What is wrong with the credential's text, to be seen before or apart from what the site thinks of it.
    static let credentialCauses: [Cause] = [
        Cause(
            .secretReference, "The secret is only referred to",
            looksLike: [Look("the placeholder or the credential's name stands where the secret should be")],
            sources: [.configuration, .requests, .pastedText],
            weight: 3, requires: .secretUnresolved,
            signs: [Sign(.secretUnresolved, 50)],
            proofs: [.said(.secretUnresolved)],
            fields: [.token, .apiKey],
            explanation: "The configuration holds no secret: {reference}.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open Settings → Secrets and check that a secret of that name exists and is not empty.",
                    "Open Credentials, choose the Confluence credential and select the secret again.",
                    "To have the credential checked here, pass the credential itself or its value in place of the reference."
                )
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .secretMissing, "There is nothing to log in with",
            looksLike: [
                Look("“Either 'token' or both 'api_key' and 'username' must be provided for authentication.”"),
                Look(
                    "nothing but blanks in “API key” or “Token”, which the toolkit sends: 401, or a stranger's answers"),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 3, requires: .secretAbsent,
            signs: [Sign(.secretAbsent, 4), Sign(.failed(.otherScheme), 0.97)],
            proofs: [.said(.secretAbsent)],
            fields: [.apiKey, .username, .token],
            explanation: "{unasked}{gap}.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "In ELITEA, open Credentials, choose the Confluence credential and then Basic.",
                    "Put the account's e-mail into “Username” and an API token of id.atlassian.com → Security → "
                        + "API tokens into “API key”."),
                CauseFix(
                    .you, on: .dataCenter,
                    "In ELITEA, open Credentials, choose the Confluence credential.",
                    "Choose Bearer and put a personal access token into “Token”, or choose Basic and fill “Username” "
                        + "and “API key” with a user name and its password."),
                CauseFix(
                    .you,
                    "In ELITEA, open Credentials, choose the Confluence credential.",
                    "Fill “Username” and “API key” (Basic), or “Token” (Bearer, Data Center only)."),
            ],
            links: [Links.apiTokens, Links.personalAccessTokens]
        ),
        Cause(
            .whitespace, "An invisible or blank character was pasted along",
            looksLike: [
                Look("a value that looks right is refused: Basic secrets and user names are sent as they were pasted"),
                Look("“Invalid header value” for a token with a line break inside"),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 4, requires: .strayCharacter,
            signs: [
                Sign(.strayCharacter, 5), Sign(.loginRefused, 0.8), Sign(.loginAnonymous, 0.06),
                Sign(.loginVisitor, 0.04),
                Sign(.loginUnsendable, 0.15), Sign(.worked(.cleanSecret), 0.97), Sign(.worked(.cleanAddress), 0.97),
                Sign(.siteUnrecognised, 0.2), Sign(.siteElsewhere, 0.2), Sign(.siteUnreachable, 0.2),
                Sign(.siteHere, 0.4),
                Sign(.loginAccepted, 0.1), Sign(.spaceHidden, 0.3), Sign(.spaceSeen, 0.7),
                Sign(.worked(.cleanKey), 0.97),
                Sign(.foundElsewhere, 0.5), Sign(.foundNowhere, 0.5),
            ],
            proofs: [.repair(.cleanSecret), .repair(.cleanAddress), .repair(.cleanKey)],
            fields: [.apiKey, .username, .token, .baseURL, .spaceKey],
            explanation: "{strays}.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open Credentials, choose the Confluence credential and empty {strayFields}.",
                    "Paste the value again without what stands around it: copy tokens with the page's copy button, and "
                        + "look that the cursor ends right behind the last visible character.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .wrongScheme, "The wrong way of logging in",
            looksLike: [
                Look("403 “Failed to parse Connect Session Auth Token”: an API token sent as Bearer", on: .cloud),
                Look("401 of the gateway: an access token of OAuth used as a Basic password", on: .cloud),
                Look("401: a personal access token used as a Basic password", on: .dataCenter),
                Look(
                    "403 “Basic Authentication has been disabled on this instance.”: a personal access token as Bearer gets in",
                    on: .dataCenter),
                Look("200, but as nobody: an ordinary password sent as Bearer", on: .dataCenter),
            ],
            weight: 1.5,
            signs: [
                Sign(.loginSchemeRefused, 0.97, on: .cloud, with: .bearer),
                Sign(.loginSchemeRefused, 0.5, on: .cloud, with: .basic), Sign(.loginAddressUnknown, 0.001, on: .cloud),
                Sign(.loginSchemeRefused, 0.1, on: .dataCenter),
                Sign(.loginRefused, 0.02, on: .cloud, with: .bearer),
                Sign(.loginRefused, 0.85, on: .dataCenter, with: .basic),
                Sign(.loginRefused, 0.4, on: .dataCenter, with: .bearer),
                Sign(.loginAnonymous, 0.33, on: .dataCenter, with: .bearer),
                Sign(.loginVisitor, 0.22, on: .dataCenter, with: .bearer),
                Sign(.worked(.otherScheme), 0.97), Sign(.failed(.cleanSecret), 0.9),
                Sign(.looksLikePersonalAccessToken, 5, with: .basic),
                Sign(.looksLikeAccessToken, 100, on: .cloud, with: .basic),
                Sign(.looksLikeAPIToken, 0.05, on: .cloud, with: .basic),
                Sign(.looksLikePersonalAccessToken, 0.05, with: .bearer),
                Sign(.looksLikePassword, 0.3, with: .basic), Sign(.looksLikePassword, 3, with: .bearer),
            ],
            proofs: [.said(.loginSchemeRefused), .repair(.otherScheme)],
            fields: [.token, .apiKey],
            explanation: "{scheme}",
            fixes: [
                CauseFix(
                    .you, on: .cloud, with: .basic,
                    "An access token of OAuth goes to the gateway alone, as a Bearer token: in ELITEA, open Credentials, "
                        + "choose the Confluence credential, choose Bearer, put it into “Token” and leave “API key” empty.",
                    "It lasts an hour. Better, put an API token with scopes of id.atlassian.com → Security → API tokens "
                        + "into “API key” (Basic)."),
                CauseFix(
                    .you, on: .cloud,
                    "In ELITEA, open Credentials, choose the Confluence credential and change the authentication from "
                        + "Bearer to Basic.",
                    "Put the account's e-mail into “Username”, the API token into “API key”, and leave “Token” empty."),
                CauseFix(
                    .you, on: .dataCenter,
                    "In ELITEA, open Credentials, choose the Confluence credential.",
                    "A personal access token belongs into “Token” (Bearer); a user name and password belong into "
                        + "“Username” and “API key” (Basic)."),
            ],
            links: [Links.basicAuthentication, Links.personalAccessTokens]
        ),
    ]
}
