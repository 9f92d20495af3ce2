import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What was pasted into the credential's fields along with the secret, in its place, or only in part.
    static let secretTextCauses: [Cause] = [
        Cause(
            .quoted, "The value stands in quotation marks, or in other text",
            looksLike: [
                Look("a value that looks right is refused: quotes copied from a JSON file or a shell belong to it now"),
                Look("a line of a .env file, YAML or a command, pasted with the name before the value"),
                Look("quotes turned into “typographic” ones by a mail program or an editor"),
                Look("“No connection adapters were found”: the base URL stands in quotation marks"),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 4, requires: .quotedSecret, .escapedSecret, .quotedAddress,
            signs: pasted(.quotedSecret, mendedBy: .unquoted) + [Sign(.escapedSecret, 3), Sign(.quotedAddress, 50)],
            proofs: [.repair(.unquoted), .said(.quotedAddress)],
            fields: [.apiKey, .username, .token, .baseURL],
            explanation: "{pasted}.",
            fixes: [
                retype("Take out the quotation marks, and whatever else stands around the value.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .schemeInSecret, "The name of the scheme was pasted along with the secret",
            looksLike: [
                Look("the token begins with “Bearer ” or “Basic ”, so that the header says it twice"),
                Look("the answers of a visitor without an account, or 401", on: .dataCenter),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 4, requires: .schemeInSecret,
            signs: pasted(.schemeInSecret, mendedBy: .withoutScheme),
            proofs: [.repair(.withoutScheme)],
            fields: [.token, .apiKey],
            explanation: "{pasted}.",
            fixes: [
                retype("Paste only what follows the word “Bearer” or “Basic”: the toolkit writes the word itself.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .userInSecret, "The user name was pasted along with the secret, or in its place",
            looksLike: [
                Look("“name@company.example:token” stands where the token alone belongs"),
                Look("401 with Tomcat's page: Cloud reads no value with two colons", on: .cloud),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 4, requires: .userInSecret,
            signs: pasted(.userInSecret, mendedBy: .withoutUser),
            proofs: [.repair(.withoutUser)],
            fields: [.apiKey, .token],
            explanation: "{pasted}.",
            fixes: [
                retype("Put the name into “Username”, and the secret alone, without the colon, into “API key”.")
            ],
            links: [Links.basicAuthentication]
        ),
        Cause(
            .encodedSecret, "The secret is encoded in base64",
            looksLike: [
                Look("the text of an Authorization header was pasted: base64 of user name and secret"),
                Look("a secret copied from a Kubernetes Secret without decoding it"),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 4, requires: .encodedSecret,
            signs: pasted(.encodedSecret, mendedBy: .decoded),
            proofs: [.repair(.decoded)],
            fields: [.apiKey, .token],
            explanation: "{pasted}.",
            fixes: [retype("Paste the secret as it was shown when it was made, not its base64 form.")],
            links: [Links.basicAuthentication]
        ),
        Cause(
            .repeatedSecret, "The secret was pasted twice",
            looksLike: [
                Look("as with a revoked token: the field was not empty when the same text was pasted into it again")
            ],
            sources: [.configuration, .requests],
            weight: 4, requires: .repeatedSecret,
            signs: pasted(.repeatedSecret, mendedBy: .once),
            proofs: [.repair(.once)],
            fields: [.apiKey, .token],
            explanation: "{pasted}.",
            fixes: [retype("Paste the secret into it once.")],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .encoding, "The user name or secret has letters that the client can't send, or the site reads as others",
            looksLike: [
                Look(
                    "“UnicodeEncodeError: 'latin-1' codec can't encode character '\\u20ac' in position 5” before any "
                        + "request: “€”, or a letter of another script"),
                Look(
                    "401 though the same password works in the browser: its “ü” or “é” goes out as Latin-1, and what "
                        + "checks it reads UTF-8; Confluence itself reads Latin-1, as the client sends it",
                    on: .dataCenter),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 1.5, requires: .letterBeyondASCII,
            signs: refused + [
                Sign(.letterBeyondASCII, 3), Sign(.loginUnsendable, 0.9), Sign(.loginUnreadable, 0.3, on: .cloud),
                Sign(.worked(.otherCharset), 0.97),
            ],
            proofs: [.said(.letterBeyondASCII), .repair(.otherCharset)],
            fields: [.apiKey, .username, .token],
            explanation: "{letters}.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "Copy the API token anew: it consists of letters and digits of ASCII alone, and so does nothing that "
                        + "merely looks like it.",
                    "Type the account's e-mail by hand, as id.atlassian.com shows it."),
                CauseFix(
                    .you, on: .dataCenter, with: .basic,
                    "Best, use a personal access token, which has no such letters: in Confluence, open profile picture → "
                        + "Settings → Personal access tokens, choose “Create token” and paste it into “Token” of the "
                        + "credential in ELITEA.",
                    "Or change the account's password to one of English letters, digits and signs, and put it into "
                        + "“API key”; a user name with such letters is changed by whoever administers Confluence."),
                CauseFix(
                    .you, on: .dataCenter,
                    "Copy the token anew with the copy button of the page that shows it: it consists of English letters, "
                        + "digits, “+” and “/” alone, and other letters only look like them.",
                    "In ELITEA, open Credentials, choose the Confluence credential and paste it into “Token”."),
            ],
            links: [Links.basicAuthentication, Links.personalAccessTokens]
        ),
        Cause(
            .truncated, "The token was not copied whole",
            looksLike: [
                Look(
                    "as with a revoked token; an API token has some 190 characters and ends in “=” with eight more",
                    on: .cloud),
                Look("as with a revoked token; a personal access token has 44 characters", on: .dataCenter),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 6, requires: .truncatedSecret,
            signs: refused + [Sign(.truncatedSecret, 4), Sign(.looksLikeAPIToken, 1)],
            fields: [.apiKey, .token],
            explanation: "{pasted}, so a part of it may be missing: {answer}.",
            fixes: [
                retype(
                    "Copy the token with the copy button of the page that shows it. It is shown only once: if that page "
                        + "is closed, make a new token.")
            ],
            links: [Links.apiTokens, Links.personalAccessTokens]
        ),
        Cause(
            .otherProduct, "The secret belongs to another product",
            looksLike: [
                Look("as with a revoked token, and the secret has the form of another product's"),
                Look(
                    "an organisation's API key of admin.atlassian.com, a Bitbucket app password or a GitHub token",
                    on: .cloud),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 6, requires: .foreignSecret,
            signs: refused + [
                Sign(.foreignSecret, 8), Sign(.loginSchemeRefused, 0.6, on: .cloud, with: .bearer),
                Sign(.loginUnreadable, 0.05, on: .cloud), Sign(.looksLikePassword, 2),
            ],
            fields: [.apiKey, .token],
            explanation: "{pasted}: {answer}.",
            fixes: [
                CauseFix(
                    .you, on: .cloud,
                    "Open id.atlassian.com → Security → API tokens, choose “Create API token” and copy it.",
                    "In ELITEA, open Credentials, choose the Confluence credential and paste it into “API key”."),
                CauseFix(
                    .you, on: .dataCenter,
                    "In Confluence (not Jira or Bitbucket: each has tokens of its own), open profile picture → Settings → "
                        + "Personal access tokens and choose “Create token”.",
                    "In ELITEA, open Credentials, choose the Confluence credential and paste it into “Token”."),
            ],
            links: [Links.apiTokens, Links.personalAccessTokens]
        ),
        Cause(
            .bothSecrets, "A token hides the API key",
            looksLike: [Look("the API key is right and never sent: a token wins over user name and API key")],
            sources: [.configuration, .requests, .pastedText],
            weight: 3, requires: .bothSecrets,
            signs: refused + [
                Sign(.bothSecrets, 2), Sign(.loginSchemeRefused, 0.9, on: .cloud, with: .bearer),
                Sign(.worked(.otherSecret), 0.97), Sign(.worked(.otherScheme), 0.05),
            ],
            proofs: [.repair(.otherSecret)],
            fields: [.token],
            explanation:
                "Both “Token” and “API key” are filled; the toolkit sends the token alone, and the site refuses it: {answer}.",
            fixes: [retype("Empty “Token”, so that “Username” and “API key” are sent.")],
            links: [Links.eliteaToolkit]
        ),
    ]

    /// How a slip in a secret shows itself: it is seen, the login is refused, and works once it is taken out.
    private static func pasted(_ hint: Observation, mendedBy repair: Repair.Kind) -> [Sign] {
        refused.filter { if case .failed = $0.observation { false } else { true } } + [
            Sign(hint, 12), Sign(.loginUnsendable, 0.1), Sign(.loginSchemeRefused, 0.3, on: .cloud, with: .bearer),
            Sign(.loginUnreadable, 0.4, on: .cloud, with: .basic), Sign(.worked(repair), 0.97),
            Sign(.failed(.otherScheme), 0.9), Sign(.failed(.cleanSecret), 0.9), Sign(.looksLikePassword, 2),
            Sign(.worked(.cleanAddress), 0.97),
        ]
    }

    private static func retype(_ step: String) -> CauseFix {
        CauseFix(
            .you, "In ELITEA, open Credentials, choose the Confluence credential and empty the field in question.", step
        )
    }
}
