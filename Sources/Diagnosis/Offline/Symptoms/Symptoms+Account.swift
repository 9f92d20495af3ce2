import ConfluenceModel

extension Symptoms {
    /// What a client or a site says about the credential's text or its owner.
    static let accountSymptoms: [Symptom] = [
        Symptom(
            "unsendable-header", .stated, .client,
            [
                "invalid header value", "return character(s) in header value", "invalid header field value",
                "invalid character in header content", "err_invalid_char", "leading whitespace, reserved character",
                "illegal character(s) in message header value", "is not a legal http header value",
                "header value contains", "request headers must contain only ascii", "invalid value for header",
                "unexpected char 0x", "newlines are not allowed in header", "net/http: invalid header",
            ],
            [.whitespace: 0.86, .quoted: 0.08, .customHeaders: 0.06],
            means:
                "the client can't send the secret as it stands: there is a line break or another odd character in it",
            source: "atlassian-api/atlassian-python-api#1337"),
        // Quotation marks are read as plain ones, so a character without a symptom of its own is mostly one of them.
        Symptom(
            "unencodable-header", .stated, .client,
            [
                "'latin-1' codec can't encode character", "cannot convert argument to a bytestring",
                "codec can't encode character '\\u", "cannot convert * to bytestring",
            ],
            [.quoted: 0.87, .whitespace: 0.08, .encoding: 0.05],
            means: "a header can't carry this character: curly quotes and invisible characters come from copying",
            source: "requests and Node's fetch"),
        Symptom(
            "unencodable-quote", .stated, .client,
            UnsendableCharacters.named(UnsendableCharacters.quotes),
            [.quoted: 0.97, .whitespace: 0.03],
            means: "a header can't carry this character, a quotation mark as writing programs set them",
            source: "Python's http.client, undici"),
        Symptom(
            "unencodable-blank", .stated, .client,
            UnsendableCharacters.named(UnsendableCharacters.blanks),
            [.whitespace: 0.97, .quoted: 0.03],
            means: "a header can't carry this character, which nobody sees: it came along with the copying",
            source: "Python's http.client, undici"),
        Symptom(
            "unencodable-letter", .stated, .client, UnsendableCharacters.letters,
            [.encoding: 0.9, .quoted: 0.05, .whitespace: 0.05],
            means: "a header can't carry this character, a letter of another script or a sign such as €",
            source: "Python's http.client"),
        Symptom(
            "placeholder", .strong, .client,
            [
                "{{secret.", "{{ secret.", "bearer ${", "basic ${", "bearer {{", "basic {{", "bearer $(", "bearer #{",
                "bearer <%", "{{ $vars", "${input:", "${env:", "token=${", "password=${", "{{ $env", "secret not found",
                "secret * does not exist",
                "unable to resolve secret", "bearer undefined", "bearer null", "bearer none", "-p ${{ secrets.",
                "'${{ secrets.", "literally ${{", "password is ${{", "token is ${{", "$(confluence_", "%confluence_",
                "-u \"$(", "-u '$(", "-u \"%", "decodes to $(", "decodes to ${", "decodes to {{",
                "basic jch", "basic jhs", "basic e3t", "basic jxs",
                "your_api_token", "your-api-token", "<your api token>",
                "<your-api-token>", "your_token_here",
                "secret * {not found|could not be found|does not exist|not resolved|unresolved|cannot be read}",
                "find key * {in secret|in the secret}",
            ],
            [.secretReference: 0.9, .secretMissing: 0.1],
            means: "a placeholder stands where the secret should be",
            source: "ELITEA's secret references; CI systems"),
        Symptom(
            "expired", .strong, .client,
            [
                "token has expired", "token is expired", "token expired", "expired token", "jwt expired",
                "access token expired", "refresh_token is invalid", "unknown or invalid refresh token",
                "refresh token already used", "refresh token was already used",
                "refresh token has expired", "refresh_token was already used",
                "personal access token has expired", "api token has expired", "expired_token",
            ],
            [.tokenExpired: 0.82, .tokenRevoked: 0.18],
            means: "somebody on the way says that the token's time is over",
            source: "md2conf; auth.atlassian.com"),
        Symptom(
            "tokens-off", .stated, .client,
            [
                "api token authentication is disabled", "api tokens are disabled", "api token access is disabled",
                "administrator has disabled api token", "blocked api token", "not allowed to use api tokens",
                "organization admin has disabled", "api token access has been blocked",
                "don't have permission to connect via api token",
                "user api token access * {blocked|is off|disabled|not allowed|restricted|turned off|denied}",
            ],
            [.apiTokensDisabled: 0.95, .tokenRevoked: 0.05], only: .cloud,
            means: "the organisation doesn't let its people use API tokens",
            source: "Atlassian's documentation of authentication policies"),
        Symptom(
            "personal-tokens-off", .stated, .client,
            [
                "personal access tokens are disabled", "personal access tokens have been disabled",
                "personal access token authentication is disabled",
            ],
            [.personalTokensDisabled: 0.95, .wrongScheme: 0.05], only: .dataCenter,
            means: "the site takes no personal access tokens",
            source: "Confluence Data Center documentation"),
        Symptom(
            "deactivated", .stated, .client,
            [
                "user is deactivated", "account is deactivated", "account has been deactivated", "user is inactive",
                "account is inactive", "inactiveaccountexception", "user has been deactivated", "account is disabled",
                "inactive user", "user account is locked or disabled", "has been disabled by an administrator",
                "user account is disabled", "account has been disabled", "account is suspended",
                "account has been suspended", "deactivated user", "user is not active",
                "account with name * is inactive", "accountdisable", "data 533", "useraccountcontrol 514",
            ],
            [.accountDeactivated: 0.93, .noProductAccess: 0.07],
            means: "the account exists and is switched off",
            source: "Crowd's exceptions in Confluence's log"),
        Symptom(
            "no-use-permission", .stated, .confluence,
            [
                "do not have use permission or weren't found", "not permitted to use confluence : null",
                "does not have permission to use confluence", "not permitted to use confluence: null",
                "is not licensed to use confluence", "does not have access to confluence",
                "you don't have access to confluence", "user is not licensed", "no access to this product",
                "not licensed to use", "permissionexception: not permitted to use confluence",
            ],
            [.noProductAccess: 0.72, .seatLapsed: 0.14, .anonymous: 0.14],
            means: "Confluence knows of the login and says that this account may not use it",
            source: "dapplo/Dapplo.Confluence#35; Confluence's log"),
        Symptom(
            "seats", .strong, .confluence,
            [
                "license limit", "licence limit", "no free license", "no licenses available", "invalid license",
            ],
            [.seatLapsed: 0.8, .noProductAccess: 0.2],
            means: "the site's licence is used up or has ended",
            source: "Confluence Data Center documentation"),
        Symptom(
            "licence-exceeded", .strong, .confluence,
            [
                "exceeded the number of licensed users", "number of users allowed by your licen", "user limit exceeded",
                "over its user limit", "over the user limit",
                "user limit * {been exceeded|is exceeded|was exceeded}",
                "more users than * {licence|license|allowed|it may|permitted}", "licence was exceeded",
                "license was exceeded",
                "licence is exceeded", "license is exceeded", "exceed the number of licen",
                "exceeded the number of licen",
                "exceeded the licen", "exceeds the licen", "exceed the licen",
            ],
            [.readOnly: 0.56, .seatLapsed: 0.34, .noProductAccess: 0.1],
            means:
                "there are more users than the licence allows: nothing can be written, and the last ones lose their seats",
            source: "Confluence Data Center documentation; its knowledge base on user limits"),
        Symptom(
            "single-sign-on", .strong, .network,
            [
                "samlrequest", "/oauth2/start", "_oauth2_proxy", "oauth2-proxy", "login.microsoftonline.com",
                "/adfs/ls",
                "/adfs/oauth2", ".okta.com", "/simplesaml", "/plugins/servlet/samlsso",
                "/plugins/servlet/external-login",
                "/nidp/", "sso/redirect", "/auth/realms/", "keycloak", "pingfederate", "shibboleth",
                "sign in to your account",
                "cloudflareaccess.com", "accounts.google.com/o/saml2", "/idp/sso", "openid-connect/auth",
                "single sign-on", "auth0.com", "onelogin.com", "duosecurity.com", "/cas/login", "pingone",
                "login.microsoft.com", "/oauth2/authorize", "/saml2/", "samlsso",
            ],
            [.loginInFront: 0.66, .singleSignOn: 0.34],
            means: "the request was led to a login page of single sign-on, which a program can't fill in",
            source: "Spenhouet/confluence-markdown-exporter#195"),
        Symptom(
            "directory", .stated, .atlassian,
            [
                "user directory * not available", "com.atlassian.crowd.exception.operationfailedexception",
                "crowd.exception.runtime.operationfailedexception", "javax.naming.communicationexception",
                "org.springframework.ldap.communicationexception", "ldap server is unavailable",
                "error occurred while trying to authenticate with the directory", "directory * is not functional",
                "unable to connect to crowd", "could not connect to the directory",
                "forbidden from making requests to the application", "crowd.exception.applicationpermissionexception",
                "user directory * {403|forbidden|synchronisation failed|synchronization failed|not synchronised}",
                "directory synchroni * {403|forbidden|failed|fails}",
            ],
            [.directoryDown: 0.95, .serverError: 0.05], only: .dataCenter,
            means: "Confluence can't reach the directory that knows its users, or is turned away by it",
            source: "Confluence's log; Crowd's exceptions"),
        Symptom(
            "foreign-token", .strong, .otherProduct,
            [
                "jira_pat", "jira_token", "jira token", "jira's token", "jira pat", "token of jira",
                "token of our jira",
                "token from jira", "token made in jira", "token created in jira", "token aus jira", "jeton de jira",
                "jeton créé dans notre jira", "token de jira", "bitbucket app password", "app password", "bearer ghp_",
                "bearer glpat", "token of bitbucket", "token of the test", "atbb", "atctt3",
                "created it * {in jira|under jira|on jira|at jira|in bitbucket|under bitbucket}",
                "made it * {in jira|under jira|on jira|at jira|in bitbucket|under bitbucket}",
                "generated it * {in jira|under jira|on jira|at jira|in bitbucket|under bitbucket}",
                "token * {created in jira|created under jira|created on jira|generated in jira|made under jira|from bitbucket|issued by jira}",
                "token of staging", "token of another site",
            ],
            [.otherProduct: 0.88, .wrongScheme: 0.12],
            means: "the secret was made in another product or on another site",
            source: "Confluence's documentation of personal access tokens"),
        Symptom(
            "stale-session", .strong, .client,
            [
                "session has expired", "session expired", "invalid session", "session is no longer valid",
                "session timed out", "jsessionid * expired",
            ],
            [.sessionCookie: 0.8, .tokenExpired: 0.1, .loginInFront: 0.1],
            means: "a browser's session was used for the login, and it is over",
            source: "Confluence's login page"),
    ]
}
