import ConfluenceModel

/// What makes some causes likelier among those that a symptom leaves open.
enum Hints {
    static let all: [Hint] = [
        Hint(
            "bearer",
            [
                "authorization: bearer", "'authorization': 'bearer", "\"authorization\": \"bearer", "bearer token",
                "token=", "personal access token", "personal_token", "authorization bearer", "bearer auth",
            ],
            [.wrongScheme: 2, .tokenRevoked: 1.2, .passwordOnCloud: 0.3, .anonymous: 1.4],
            means: "a token goes along as Bearer"),
        Hint(
            "personal-token",
            ["personal access token", "personal_token", "using pat", "my pat", "the pat", "confluence_pat", "_pat="],
            [.wrongScheme: 2.4],
            means: "a personal access token is in use"),
        Hint(
            "basic",
            ["authorization: basic", "'authorization': 'basic", "\"authorization\": \"basic", "api_key", "username="],
            [.wrongUser: 1.2, .wrongScheme: 0.9],
            means: "user name and secret go along as Basic"),
        Hint(
            "no-message", ["keyerror: 'message'", "atlassian.confluence:'message'"],
            [.wrongScheme: 4, .ipAllowlist: 2, .tokenRevoked: 0.5, .noProductAccess: 0.3, .passwordOnCloud: 0.5],
            means: "the answer had no message, as the one to a token that was sent as Bearer"),
        Hint(
            "variable-of-cloud", ["confluence_api_token"], [.wrongScheme: 1.6],
            means: "the variable is meant for Cloud's API tokens, which go along as Basic"),
        Hint(
            "page-in-settings",
            [
                "url=*/wiki/spaces", "url=*/wiki/home", "url: *wiki/spaces", "url: *wiki/home", "url\": \"*wiki/spaces",
                "url\": \"*wiki/home", "host: *wiki/home", "url=*/display/", "url: */display/", "url=*viewpage.action",
            ],
            [.basePath: 6], means: "a page's or space's address is configured"),
        Hint(
            "password",
            [
                "password=", "my password", "the password", "user:password", "user:pass", "username and password",
                "password:", "promptcredentials", "mypwd", "my pwd", "username/pw", "user/password",
                "mail and password",
                "username/password", "[password", "<password>", "mot de passe", "passwort", "kennwort", "contraseña",
                "senha ",
                "hasło", "hasła", "wachtwoord", "lösenord", "пароль", "пароля", "パスワード", "密码", "비밀번호", "şifre", "heslo",
            ],
            [.passwordOnCloud: 2.2, .wrongUser: 1.2],
            means: "a password is in use"),
        Hint(
            "scoped",
            [
                "scoped token", "token with scopes", "token with a scope", "token with the scope",
                "with granular scopes", "with all scopes", "all of the scopes", "token has the scopes",
                "scoped api token", "granular scope", "read:confluence-content",
                "read:page:confluence",
            ],
            [.scopedTokenOnSite: 6, .scopeMissing: 2],
            means: "a token with scopes is in use"),
        Hint(
            "certificate-of-client",
            [
                "client certificate", "client cert", "clientauth", "mutual tls", "mtls", "keystore", ".p12", ".pfx",
                "smart card", "smartcard",
            ],
            [.clientCertificate: 12], means: "certificates of clients are spoken of"),
        Hint(
            "user-agent",
            ["user-agent\"]", "user-agent']", "'user-agent':", "another user agent", "different user agent"],
            [.firewall: 12], means: "the client's name makes a difference"),
        Hint(
            "all-affected",
            [
                "for everybody", "for everyone", "all of us", "whole team", "all colleagues", "every token",
                "all tokens",
                "for all users", "nobody's token", "each of our tokens", "three different", "of three colleagues",
                "of two colleagues", "bei allen", "für alle", "pour tout le monde", "para todos",
            ],
            [
                .apiTokensDisabled: 3, .personalTokensDisabled: 3, .directoryDown: 3, .singleSignOn: 1.5,
                .tokenRevoked: 0.5, .wrongUser: 0.4, .tokenExpired: 0.6, .truncated: 0.3,
            ],
            means: "more than one account is turned away"),
        Hint(
            "one-affected",
            [
                "hers works", "his works", "hers is fine", "works for my colleague", "works for a colleague",
                "my colleague's works", "for my colleague it works", "only with my", "only my account",
                "with my own account it works", "with my account it works", "bei der kollegin geht",
                "beim kollegen geht",
            ],
            [
                .apiTokensDisabled: 0.3, .personalTokensDisabled: 0.3, .directoryDown: 0.3, .serverError: 0.4,
                .noProductAccess: 1.5, .wrongUser: 1.4,
            ],
            means: "others are let in"),
        Hint(
            "expiry",
            [
                "expired", "expires", "expiration", "expiry", "worked until", "stopped working", "used to work",
                "since yesterday", "suddenly",
            ],
            [.tokenExpired: 2, .tokenRevoked: 1.3],
            means: "it worked before"),
        Hint(
            "revoked",
            [
                "revoked", "rotated", "rotates", "regenerated", "password was changed", "changed the password",
                "password has changed", "new password", "old password", "deleted the token", "invalid token",
                "token is invalid",
                "invalid api token", "token invalid",
            ],
            [.tokenRevoked: 2.2],
            means: "the token may not exist any more"),
        Hint(
            "licence", ["license", "licence", "product access", "not licensed", "guest user", "jira only"],
            [.noProductAccess: 2.4, .seatLapsed: 2],
            means: "the account's licence is in question"),
        Hint(
            "writing",
            [
                "create_page", "update_page", "attach_file", "attach_content", "post /rest", "post /wiki", "put /rest",
                "put /wiki", "-x post", "-x put", "-x delete", "post rest/api", "put rest/api", "remove_page",
                "createcontent", "updatecontent", "publishtoconfluence", "publishing to confluence",
                "page will be stored under", "quarto publish", "publishing documents", "synchronizing page", "\"post /",
                "\"put /", "method: post", "post https", "put https",
                "delete https", "delete /", "update_or_create", "createpage", "updatepage",
            ],
            [.spaceNoWrite: 2.2, .readOnly: 1.5, .invalidStorage: 1.3, .titleTaken: 1.2],
            means: "the request changes something"),
        Hint(
            "personal-space",
            [
                "spacekey=~", "spacekey=%7e", "space=~", "key=~", "/space/~", "spaces/~", "space: ~", "space_key=~",
                "key : ~", "key: ~",
            ],
            [.personalSpaceKey: 8],
            means: "the key is a personal space's"),
        Hint(
            "sees-it-oneself",
            [
                "in my own browser", "in my browser", "i can see it", "i can open it", "i see it", "opens for me",
                "for me it opens", "only the group", "in its permissions", "in the permissions of", "group is listed",
                "not in the group", "i open it",
                "in the browser * {i see|i am logged in|i'm logged in|i can see|all the pages}", "so the key is right",
                "sehe ich im browser", "im browser sehe ich",
                "dans mon navigateur", "en mi navegador",
            ],
            [.spaceNoAccess: 2.5, .spaceNotFound: 0.5, .pageRestricted: 1.6, .pageMissing: 0.5, .noProductAccess: 0.5],
            means: "the one who tells of it can see what the program can't"),
        Hint(
            "zscaler",
            [
                "tls inspection", "tls-inspection", "https inspection", "inspection ca", "decryption ca",
                "web gateway ca",
                "zscaler", "netskope", "forcepoint", "bluecoat", "corporate proxy", "mitm", "ssl inspection",
                "issuer: *proxy", "fortinet", "fortigate", "sophos", "palo alto", "check point", "kaspersky", "avast",
                "bitdefender",
                "cisco umbrella", "mcafee", "goskope", "web shield",
            ],
            [.proxyInterception: 9],
            means: "a proxy that opens TLS is named"),
        Hint(
            "just-written",
            [
                "immediately after", "right after", "just created", "just written", "just uploaded", "freshly created",
                "newly created", "minutes later", "seconds later", "after a while", "after two minutes",
                "after a minute", "after some minutes", "a moment later", "straight away",
            ],
            [.indexLag: 8],
            means: "what is looked for was written a moment ago"),
        Hint(
            "vpn", ["vpn", "intranet", "corp network", ".corp.", ".internal", ".intra.", ".local:", ".lan"],
            [.vpnOnly: 2],
            means: "the host is of a closed network"),
    ]
}
