import ConfluenceModel

extension Symptoms {
    /// What only people tell, since no program knows it: who left, what was pasted where, how a thing is spelt.
    static let tales: [Symptom] = credentialTales + accountTales + networkTales

    private static let credentialTales: [Symptom] = [
        tale(
            "captcha",
            [
                "letters of a picture", "letters in the picture", "letters in a picture", "letters from the picture",
                "type the letters", "type the characters", "characters in the picture", "characters in the image",
                "picture with letters", "picture puzzle", "recopier les lettres", "recopier les caractères",
                "image déformée", "letras de una imagen",
                "letras de la imagen", "buchstaben aus einem bild", "画像の文字", "验证码", "distorted characters",
                "distorted letters", "not a robot", "asks for a captcha", "shows a captcha",
                "wants a captcha", "captcha",
            ],
            [.captcha: 0.95, .wrongUser: 0.05], means: "a picture has to be answered before a login counts again"),
        tale(
            "deactivated",
            [
                "left the company", "left our company", "has left us", "left us on", "left us in", "no longer works",
                "no longer with the company", "offboarded", "been offboarded", "account was closed",
                "account is closed",
                "account was deactivated", "account got deactivated", "account was switched off", "deactivated his",
                "deactivated her", "deactivated the account", "deactivated their", "disabled the account",
                "disabled his account", "disabled her account", "suspended the account", "konto * deaktiviert",
                "firma verlassen", "unternehmen verlassen", "ausgeschieden", "quitté l'entreprise", "quitté la société",
                "dejó la empresa", "ya no trabaja", "retired", "retirement", "his last day", "her last day",
                "compte * désactivé", "cuenta * desactivada", "who left", "who has left", "has since left",
                "left last month",
                "left last week", "left last year", "уволился", "уволилась", "звільнився", "звільнилася",
                "odszedł z firmy",
                "odeszła z firmy", "离职", "退職", "퇴사",
            ],
            [.accountDeactivated: 0.9, .tokenRevoked: 0.1], means: "the token's owner has no active account any more"),
        tale(
            "secret-changed",
            [
                "changes that password", "password was changed", "changed the password", "password has changed",
                "password was reset", "rotated", "rotates the", "tidied up my", "cleaned up old tokens",
                "deleted the token",
                "token * {was revoked|was deleted|were revoked|were deleted|been revoked|been deleted|got revoked}",
                "deleted * {token|tokens}", "revoked * {token|tokens}", "cleaned up * {token|tokens}",
                "removed * {token|tokens}",
                "token was deleted", "revoked the token", "passwort wurde geändert", "mot de passe a changé",
                "se cambió la contraseña", "changed my password", "change of password", "パスワードを変更", "修改了密码", "改了密码",
                "cambié la contraseña", "changé mon mot de passe", "changé le mot de passe", "passwort geändert",
                "kennwort geändert",
                "zmieniłem hasło", "zmieniłam hasło", "сменил пароль", "поменял пароль", "mudei a senha",
                "troquei a senha",
            ],
            [.tokenRevoked: 0.9, .tokenExpired: 0.1], strength: .vague, means: "the secret isn't the one of before"),
        tale(
            "hour-told",
            [
                "for an hour", "after an hour", "not quite an hour", "one hour later", "within the hour",
                "after one hour",
                "every hour", "after 60 minutes", "for 60 minutes", "within 60 minutes", "60 minutes later",
                "sixty minutes", "3600 s", "3600 秒", "1時間", "一小时", "eine stunde",
                "une heure", "una hora", "isn't refreshed", "is not refreshed", "not refreshed", "no refresh",
            ],
            [.tokenExpired: 0.86, .seatLapsed: 0.14], strength: .vague,
            means: "it goes for as long as an access token lasts"),
        tale(
            "year-told",
            [
                "listed as expired", "as \"expired\"", "expires in", "expired on", "a year ago", "one year ago",
                "last year",
                "365 days", "for a year", "valid for one year", "valid for 1 year", "validity of one year",
                "laufzeit 1 jahr",
                "laufzeit ein jahr", "laufzeit von einem jahr", "gültig für ein jahr", "valable un an",
                "vor einem jahr", "il y a un an", "hace un año", "expiry date",
            ],
            [.tokenExpired: 0.88, .tokenRevoked: 0.12], strength: .vague, means: "a token's time may be over"),
        tale(
            "wrong-user",
            [
                "user name instead of", "username instead of", "login name instead of", "e mail instead of",
                "email instead of", "instead of the e mail", "instead of the email", "instead of my e mail",
                "instead of my email", "with my e mail address as", "token belongs to", "token of another user",
                "distribution list", "group mailbox", "shared mailbox",
                "functional mailbox", "sammelpostfach", "verteileradresse",
                "token of a colleague", "token of my colleague", "colleague's token", "token is of another",
                "token was created by", "created by a colleague", "typo in the e mail", "typo in the email",
                "typo in the user", "i type just", "i only type", "i just type", "short name", "mein kürzel",
                "with the e mail address it works", "with my e mail it works",
            ],
            [.wrongUser: 0.9, .tokenRevoked: 0.1], means: "the user name and the secret aren't of one account"),
        tale(
            "password-as-token",
            [
                "password * {into token|into the token|in the token field|in token|as the token|as bearer|as a bearer|as token}",
                "with token= * works", "as bearer it works", "with bearer it works", "as a bearer it works",
                "in token i * password", "token box * password", "token field * password",
                "token i {typed|put|entered} the * password",
                "bearer * {ad password|ldap password}",
                "access token * {as the password|as password|as api key|as the api key|in the password}",
                "oauth token * {as the password|as password|as api key|as the api key|in the password}",
                "personal access token * {as the password|as password|in the password|as my password}",
                "pat * {as the password|as password|in the password field}",
            ],
            [.wrongScheme: 0.92, .tokenRevoked: 0.08],
            means: "the secret is of another kind than the way in which it is sent"),
        tale(
            "password-told",
            [
                "my normal password", "my usual password", "my own password", "my atlassian password", "my password",
                "password i use", "password i log in", "password that i log in", "same password as",
                "with user and password", "mit meinem passwort", "mon mot de passe", "mi contraseña",
            ],
            [.passwordOnCloud: 0.8, .wrongUser: 0.1, .tokenRevoked: 0.1], strength: .vague,
            dataCenter: [.tokenRevoked: 0.4, .wrongUser: 0.4, .wrongScheme: 0.2], means: "a password is sent"),
        tale(
            "custom-headers",
            [
                "custom_headers* {authorization|cookie|bearer|basic}",
                "custom headers* {authorization|cookie|bearer}",
                "additional headers* {authorization|cookie|bearer}", "extra headers* {authorization|cookie|bearer}",
                "additional_headers* {authorization|cookie|bearer}", "own header* {authorization|replaces|overrides}",
                "custom header* {overrides|overwrites|replaces|takes the place|wins}",
            ],
            [.customHeaders: 0.92, .tokenRevoked: 0.08], means: "a header of one's own is sent in the login's place"),
        tale(
            "both-secrets",
            [
                "both token and", "both the token and", "both a token and", "both fields", "token wins",
                "token takes precedence", "token is used instead of", "api key and token are", "token and api key are",
                "api key as well as", "beide felder", "uses the token and not the api key",
            ],
            [.bothSecrets: 0.88, .wrongScheme: 0.12], means: "two secrets are configured, of which one hides the other"),
        tale(
            "user-in-secret",
            [
                "email:token * {field|pasted|api key|as the|into}", "e-mail:token * {field|pasted|api key|as the|into}",
                "user:token * {field|pasted|api key|as the|into}", "mail:token",
                "username:token * {field|pasted|as the}",
                "e mail and token together", "email and token together", "e mail, a colon and the token",
                "user name twice", "e mail twice", "email twice",
            ],
            [.userInSecret: 0.9, .encodedSecret: 0.1], means: "user name and secret were pasted into one field"),
        tale(
            "scheme-in-secret",
            [
                "entered \"bearer", "pasted \"bearer", "typed \"bearer", "put \"bearer", "reads \"bearer",
                "holds \"bearer",
                "\"bearer * {as token|as the token|into the token|in the token}", "bearer bearer", "basic basic",
                "word bearer", "word \"bearer\"", "word 'bearer'", "token=bearer ",
                "token=\"bearer", "token\": \"bearer", "token: \"bearer", "token: 'bearer", "token: bearer ",
                "key: \"bearer",
                "key: bearer ", "key=bearer ", "key=\"bearer", "token = \"bearer", "password: \"bearer",
                "pat: \"bearer", "token='bearer", "with the word basic", "bearer twice",
                "\"bearer \" is", "bearer in front of the token", "starts with \"bearer", "begins with \"bearer",
            ],
            [.schemeInSecret: 0.94, .wrongScheme: 0.06], means: "the scheme's name stands in the secret as well"),
        tale(
            "encoded-secret",
            [
                "base64 encoded * {token|key|password|value}", "encoded twice", "double encoded", "doubly encoded",
                "base64 twice", "twice base64", "already base64", "already encoded", "base64 of the",
                "base64 of e mail",
                "base64 of email", "encoded in base64", "encoded it with base64", "base64-kodiert",
            ],
            [.encodedSecret: 0.9, .userInSecret: 0.1], means: "the secret was encoded before the client encoded it"),
        tale(
            "encoding-told",
            [
                "password * {umlaut|ß|ü|ö|ä|é|è|ñ|ç|£|€|accent|non ascii|special character|sonderzeichen}",
                "passwort * {umlaut|ß|ü|ö|ä|€|sonderzeichen}", "mot de passe * {accent|é|è|ç|€}",
                "username * {umlaut|accent|non ascii}", "user name * {umlaut|accent|non ascii}",
                "password * {only ascii|ascii only|plain ascii|without umlaut|without accent|without special}",
                "{umlaut|accented letter|special character|non-ascii} * password", "umlaut * password",
                "accented * password", "non-ascii * password", "special characters * password",
            ],
            [.encoding: 0.86, .tokenRevoked: 0.14], means: "the secret or the user name has letters beyond ASCII"),
        tale(
            "truncated",
            [
                "half of the token", "part of the token", "end of the token is", "rest of the token",
                "token * too short",
                "characters shorter", "shows # char", "only # char", "has # char", "# characters instead",
                "not copied whole", "copied only", "only copied", "characters are missing",
                "cut off at", "cut off after", "cuts the rest", "cut the rest", "rest is cut", "rest of it is cut",
                "splits at the", "splits it at", "column is varchar", "field only takes", "field takes only",
                "everything after the * {lost|gone|missing|cut|dropped}",
                "everything behind the * {lost|gone|missing|cut|dropped}", "cuts the token", "abgeschnitten",
                "token ends with ...",
                "token * three dots",
            ],
            [.truncated: 0.88, .tokenRevoked: 0.12], means: "the secret isn't whole"),
        tale(
            "quoted",
            [
                "quotes around the {token|key|password|value|api}", "quotes are {part|sent|kept}", "quotes belong",
                "repr(token", "repr(pass",
                "quotation marks around",
                "token * {in quotes|in quotation marks|with quotes|with the quotes|with its quotes}",
                "without the quotes", "without quotes", "curly quotes", "smart quotes", "typographic quotes",
                "anführungszeichen", "guillemets",
            ],
            [.quoted: 0.92, .whitespace: 0.08], means: "quotation marks belong to the value"),
        tale(
            "stray-newline",
            [
                "with echo -n", "without echo -n", "echo without -n", "echo instead of printf", "forgot the -n",
                "without the -n", "^m$ ", "'\\xa0", "\\xa0'", "\\xa0\"", "\\u00a0", "\\u200b", "\\ufeff",
                "windows line ending", "crlf", "carriage return", "line ends of windows",
            ],
            [.whitespace: 0.95, .encodedSecret: 0.05], strength: .stated,
            means: "a line break is a part of the value"),
        tale(
            "stray-blank",
            [
                "trailing newline", "trailing whitespace", "trailing space", "trailing blank", "trailing line break",
                "newline at the end", "line break at the end", "space at the end", "blank at the end",
                "blank behind the", "space behind the", "space after the {token|password|key|e}",
                "new-line characters are not allowed", "newline characters are not allowed", "zero width",
                "invisible character",
                "leerzeichen am ende", "leerzeichen hinter",
            ],
            [.whitespace: 0.88, .trailingCharacters: 0.12],
            means: "something that nobody sees stands at the value's end"),
        tale(
            "cookie-told",
            [
                "cookie * {copied|from my browser|of my browser|from the browser|developer tools|has expired|no longer}",
                "cookies * {copied|of my browser|from the browser|have expired}", "cookies.set(\"jsessionid",
                "token=\"jsessionid", "token: jsessionid", "token=jsessionid", "token: \"jsessionid",
                "seraph.confluence=", "password=jsessionid", "api_key=jsessionid",
                "browser's cookie", "cookie of my browser", "cookie from the browser", "cookie: jsessionid",
            ],
            [.sessionCookie: 0.86, .loginInFront: 0.14], means: "a browser's session is used for the login"),
    ]

    private static let accountTales: [Symptom] = [
        tale(
            "seat-told",
            [
                "floating licen", "concurrent user licen", "concurrent licen", "licences flottantes",
                "licencias concurrentes", "seat * {lost|lapsed|reclaimed|freed|taken away|given back}",
                "loses its seat",
                "lost its seat", "works again * {log in to the|logged in to the|sign in|log in by|log in in}",
                "shared licen",
            ],
            [.seatLapsed: 0.9, .noProductAccess: 0.1], means: "the account's seat comes and goes"),
        tale(
            "sso-told",
            [
                "passwords are switched off", "passwords are disabled",
                "password login * {disabled|switched off|turned off|gone}",
                "password logins * {disabled|switched off|turned off|gone}", "sso only", "only sso", "only single sign",
                "single sign on only", "sso is enforced", "enforced sso", "enforces sso",
                "login * {only via sso|only through sso}",
            ],
            [.singleSignOn: 0.8, .wrongScheme: 0.14, .loginInFront: 0.06],
            means: "nobody logs in with a password any more"),
        tale(
            "tokens-off",
            [
                "block api token", "blocks api token", "blocking api token",
                "api tokens * {blocked|not allowed|disabled|switched off|forbidden|turned off}",
                "api token access * {blocked|not allowed|disabled|switched off|off}", "authentication policy",
                "user api tokens * {block|off|disabled|not allowed|denied|forbidden}", "authentication policies",
                "disabled api tokens", "switched off api tokens", "turned off api tokens",
            ],
            [.apiTokensDisabled: 0.94, .tokenRevoked: 0.06], means: "the organisation's policy keeps API tokens out"),
        tale(
            "personal-tokens-off",
            [
                "personal access tokens * {switched off|disabled|turned off|gone|is missing|not allowed|deactivated}",
                "switched personal access tokens off", "switched off personal access tokens",
                "disabled personal access tokens", "turned off personal access tokens", "atlassian.pats.enabled",
                "pats * {switched off|disabled|turned off|not allowed}", "no personal access tokens",
            ],
            [.personalTokensDisabled: 0.94, .tokenRevoked: 0.06],
            means: "the site takes personal access tokens of nobody"),
        tale(
            "directory",
            [
                "ldap * {is down|unreachable|not reachable|timed out|refused|unavailable|be reached|not erreichbar|nicht erreichbar}",
                "active directory * {is down|unreachable|not reachable|timed out|unavailable|be reached}",
                "domain controller * {down|unreachable|not reachable|timed out|patched|be reached|moved}",
                "crowd * {is down|unreachable|not reachable|timed out|refused|unavailable|be reached}",
                "nobody can log in", "no one can log in", "no user can log in", "none of us can log in",
                "everybody's password", "keiner kann sich anmelden", "niemand kann sich anmelden",
            ],
            [.directoryDown: 0.88, .serverError: 0.12], means: "what knows the users and their passwords doesn't answer"
        ),
        tale(
            "anonymous",
            [
                "as if nobody", "as if i were not logged in", "as if i was not logged in", "treated as anonymous",
                "as anonymous", "as an anonymous", "sees only public", "see only public", "only the public spaces",
                "strips the authorization", "removes the authorization", "als anonym", "comme anonyme",
            ],
            [.anonymous: 0.74, .tokenRevoked: 0.14, .personalTokensDisabled: 0.12],
            means: "the site takes the caller for nobody"),
        tale(
            "no-use-permission",
            [
                "confluence-users", "product access", "only has jira", "has only jira", "jira only", "only for jira",
                "not added to confluence", "no confluence licen", "no licence for confluence",
                "no license for confluence",
                "not a confluence user", "don't have access to confluence", "doesn't have access to confluence",
                "no access to confluence",
            ],
            [.noProductAccess: 0.9, .seatLapsed: 0.1], means: "the account isn't one of Confluence's users"),
        tale(
            "scope",
            [
                "scope * {is missing|was missing|not ticked|lacks|not granted|isn't among|not among}",
                "lacks the scope", "ticked only *{read:|read }", "only ticked *{read:|read }", "only read scopes",
                "only the read scope", "without choosing any scope", "no write scope", "only read:",
                "without the scope", "missing the scope", "scope fehlt", "forgot the scope", "forgotten scope",
            ],
            [.scopeMissing: 0.94, .scopedTokenOnSite: 0.06], means: "what the token may do doesn't hold this"),
        tale(
            "tool-unknown",
            [
                "i can only read", "i can only search", "can only read and search", "can only search and read",
                "ich kann nur",
                "keine möglichkeit", "je ne peux que", "je peux seulement", "sólo puedo", "solo puedo",
                "don't have a tool", "do not have a tool", "doesn't have a tool", "have no tool", "has no tool",
                "no tool to", "no tool for", "isn't ticked", "is not ticked", "not ticked in", "is unticked",
                "doesn't have the tool", "does not have the tool", "nicht angehakt",
            ],
            [.toolNotSelected: 0.94, .indexNotConfigured: 0.06], means: "the tool isn't among those selected"),
        tale(
            "index-tools",
            [
                "index_data * {missing|not offered|not there|doesn't have|not available|isn't|greyed}",
                "search_index * {missing|not offered|not there|doesn't have|not available|isn't|greyed}",
                "embedding model * {empty|missing|not set|not configured|none|is not}",
                "no embedding model", "no vector store", "without an embedding model",
            ],
            [.indexNotConfigured: 0.94, .toolNotSelected: 0.06],
            means: "index tools need a store and an embedding model"),
        tale(
            "limits-told",
            [
                "max pages", "toolkit * limit", "limit # in the toolkit", "limit is # ", "limit of # ", "says limit",
                "number of results * {limit|setting}", "labels * {filter|setting} * toolkit",
            ],
            [.resultLimits: 0.8, .pagingLimit: 0.2], strength: .vague, means: "a limit that was set cuts the results"),
        tale(
            "old-form",
            [
                "old format", "old form of", "legacy configuration", "legacy format", "old configuration",
                "agent based configuration", "earlier form", "altes format", "alten format",
            ],
            [.legacyConfiguration: 0.9, .secretMissing: 0.1], means: "the configuration is of an earlier form"),
    ]

    static func tale(
        _ name: String, _ phrases: [String], _ shares: [CauseID: Double], strength: Symptom.Strength = .strong,
        dataCenter: [CauseID: Double]? = nil, means meaning: String
    ) -> Symptom {
        Symptom(
            name, strength, .people, phrases, shares, dataCenter: dataCenter, means: meaning,
            source: "how people tell of it")
    }
}
