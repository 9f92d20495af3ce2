import ConfluenceModel

extension Symptoms {
    /// The causes that Cloud answers alike: its 403 on v1 and its bare 404 on v2.
    static let cloudStranger: [CauseID: Double] = [
        .tokenRevoked: 0.3, .noProductAccess: 0.18, .wrongUser: 0.15, .tokenExpired: 0.15, .passwordOnCloud: 0.12,
        .scopedTokenOnSite: 0.05, .secretMissing: 0.05,
    ]

    /// How sites turn away a credential.
    static let loginSymptoms: [Symptom] = [
        Symptom(
            "empty-basic", .stated, .client,
            ["basic bnvsbdpudwxs", "basic dw5kzwzpbmvkonvuzgvmaw5lz", "basic tm9uztpob25l", "basic og=="],
            [.secretMissing: 0.94, .secretReference: 0.06],
            means:
                "what goes along is the encoding of “null:null”, “undefined:undefined”, “None:None” or “:”: nothing was set",
            source: "RFC 7617, section 2: base64 of the user, a colon and the password"),
        Symptom(
            "cloud-stranger-v1", .stated, .confluence,
            [
                "current user not permitted to use confluence", "caller cannot access confluence",
                "user is not permitted to use confluence",
            ],
            cloudStranger, only: .cloud,
            means:
                "Cloud says this to a credential it doesn't take, to none at all, and to an account without Confluence",
            source: "measured on Cloud, 2026; kovetskiy/mark#493"),
        Symptom(
            "cloud-stranger-v2", .strong, .confluence,
            [
                "\"code\":\"not_found\",\"title\":\"not found\"", "\"code\": \"not_found\", \"title\": \"not found\"",
                "'code': 'not_found', 'title': 'not found'", "\"title\":\"not found\",\"detail\":null",
                "\"title\": \"not found\", \"detail\": null", "'title': 'not found', 'detail': none",
            ],
            [
                .tokenRevoked: 0.28, .noProductAccess: 0.14, .wrongUser: 0.14, .tokenExpired: 0.14,
                .passwordOnCloud: 0.1, .pageRestricted: 0.08, .spaceNoAccess: 0.07, .scopedTokenOnSite: 0.05,
            ],
            only: .cloud,
            means:
                "v2 of Cloud says a bare “Not Found” to strangers; where it knows the caller, it names what is missing",
            source: "measured on Cloud, 2026; hunyadi/md2conf#113"),
        Symptom(
            "connect-session", .stated, .client, ["failed to parse connect session auth token"],
            [.wrongScheme: 0.97, .otherProduct: 0.03], only: .cloud,
            means: "an API token was sent as Bearer; Cloud takes it only as Basic, with the account's e-mail",
            source: "atlassian-api/atlassian-python-api#1199"),
        Symptom(
            "basic-disabled", .stated, .client,
            [
                "basic authentication has been disabled on this instance", "basic auth with password is disabled by",
                "basic authentication is disabled", "basic auth is disabled", "basic authentication is not allowed",
                "basic user authentication is disabled",
                "basic auth * {is disabled|been disabled|is switched off|is turned off|not allowed any more}",
            ],
            [.singleSignOn: 0.6, .wrongScheme: 0.4], only: .dataCenter,
            means: "this site takes no user name with a password; it wants a personal access token as Bearer",
            source: "skleinei/alfred-confluence#24; mindsdb/mindshub#12228"),
        Symptom(
            "password-deprecated", .strong, .confluence,
            [
                "basic authentication with passwords is deprecated", "basic auth with password is not allowed",
                "basic auth with passwords is deprecated", "deprecation-notice-basic-auth",
                "deprecation-of-basic-authentication", "try to use token instead of password",
            ],
            [.passwordOnCloud: 0.66, .tokenRevoked: 0.16, .wrongUser: 0.12, .tokenExpired: 0.06], only: .cloud,
            means: "Cloud said this to passwords and, in those years, to tokens that it didn't take, too",
            source: "jc1518/Confluence-Space-Exporter#11; kovetskiy/mark#146"),
        Symptom(
            "authenticated-failed", .strong, .atlassian,
            ["authenticated_failed", "basic authentication failure"],
            [.tokenRevoked: 0.36, .wrongScheme: 0.34, .wrongUser: 0.3], only: .dataCenter,
            means: "Data Center says this to a wrong password or user name, and to a token sent as a password",
            source: "markdown-confluence/markdown-confluence#621"),
        Symptom(
            "captcha", .stated, .atlassian,
            [
                "authentication_denied", "captcha_challenge", "elevated security check", "captcha is required",
                "captchachallenge", "captcha challenge", "os_captcha", "please complete the captcha",
                "captcha required",
                "answer the captcha", "solve the captcha", "confluence-captcha", "captcha_id", "data 775",
            ],
            [.captcha: 0.97, .wrongUser: 0.03],
            means:
                "after several failed logins the site wants a CAPTCHA solved in the browser, even with the right password",
            source: "Confluence 9.1 documentation, “Configuring Captcha”"),
        Symptom(
            "scope", .stated, .client,
            [
                "scope does not match", "failure_client_scope_check", "insufficient_scope", "missing required scope",
                "insufficient scope", "token does not have the required scope", "insufficient scopes", "missing scopes",
                "scopes are insufficient", "requires scope", "required scopes", "missing the required scope",
            ],
            [.scopeMissing: 0.97, .scopedTokenOnSite: 0.03], only: .cloud,
            means: "the gateway knows the token and says that none of its scopes allows this request",
            source: "measured on Cloud's gateway, 2026; kovetskiy/mark#917"),
        Symptom(
            "refresh-token", .strong, .client,
            [
                "refresh token * {invalid|expired|already used|already been used|reused|revoked|unknown|not valid}",
                "refresh_token * {invalid|expired|already used|reused|revoked|unknown|not valid}",
                "{invalid|unknown|expired|revoked} refresh token", "unknown or invalid refresh token",
                "\"unauthorized_client\"",
            ],
            [.tokenExpired: 0.86, .tokenRevoked: 0.14],
            means: "the access token ended, and the refresh token that would renew it isn't taken any more",
            source: "Atlassian's documentation of OAuth 2.0; openhab and MCP clients"),
        Symptom(
            "auth-mismatch", .strong, .client, ["failure_client_auth_mismatch"],
            [.scopedTokenOnSite: 0.7, .wrongUser: 0.3], only: .cloud,
            means:
                "a token with scopes is taken at api.atlassian.com only; e-mail and token of two accounts read alike",
            source: "community.atlassian.com 3039044"),
        Symptom(
            "tomcat-unauthorised", .vague, .client,
            ["lacks valid authentication credentials for"],
            [.tokenRevoked: 0.3, .wrongScheme: 0.25, .wrongUser: 0.2, .scopedTokenOnSite: 0.15, .tokenExpired: 0.1],
            cloud: [
                .scopedTokenOnSite: 0.48, .wrongScheme: 0.2, .wrongUser: 0.14, .tokenRevoked: 0.1,
                .tokenExpired: 0.04, .secretMissing: 0.04,
            ],
            dataCenter: [.tokenRevoked: 0.36, .wrongScheme: 0.3, .wrongUser: 0.24, .tokenExpired: 0.1],
            means: "the server's own page for a login that it didn't take; Cloud shows it for tokens with scopes",
            source: "measured on Cloud, 2026; hunyadi/md2conf#281"),
        Symptom(
            "anonymous", .strong, .client,
            [
                "x-ausername: anonymous", "\"type\":\"anonymous\"", "\"type\": \"anonymous\"", "'type': 'anonymous'",
                "x-ausername\": \"anonymous", "x-ausername', 'anonymous'", "anonymous user is not", "user anonymous",
            ],
            [.anonymous: 0.6, .tokenRevoked: 0.22, .tokenExpired: 0.18], only: .dataCenter,
            means: "the site answered as to somebody who isn't logged in, though a credential may have been sent",
            source: "measured on Confluence 7.19; community.atlassian.com 2094301"),
        Symptom(
            "secret-missing", .stated, .confluence,
            [
                "either 'token' or both 'api_key' and 'username' must be provided",
                "provide either token or both username and api_key", "requires either token or username+api_key",
                "must provide * confluence_api_token",
                "confluence_api_token * not set", "confluence_password * not set", "no credentials were provided",
                "apikey is required * confluence", "user_name, confluence_password",
                "you need to provide (cloud_id, access_token) or (base_url, token) or username and password",
                "client is not configured or available", "confluence is not configured",
            ],
            [.secretMissing: 0.95, .secretReference: 0.05],
            means: "the client says that it was given nothing to log in with",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "credential-check-401", .strong, .confluence,
            ["invalid credentials (401) - check token"],
            [.tokenRevoked: 0.34, .wrongUser: 0.26, .wrongScheme: 0.2, .tokenExpired: 0.12, .captcha: 0.08],
            means: "ELITEA's sentence for any answer 401",
            source: "elitea-sdk 0.11.27, check_connection"),
        Symptom(
            "credential-check-403", .strong, .confluence, ["credentials lack confluence permissions"],
            [
                .tokenRevoked: 0.28, .noProductAccess: 0.22, .wrongUser: 0.14, .tokenExpired: 0.14, .wrongScheme: 0.12,
                .passwordOnCloud: 0.06, .firewall: 0.04,
            ],
            means: "ELITEA's sentence for any answer 403, which Cloud gives to every credential that it doesn't take",
            source: "elitea-sdk 0.11.27, check_connection"),
        Symptom(
            "login-failed", .strong, .client,
            [
                "incorrect username/password", "incorrect username or password", "invalid username or password",
                "wrong username or password", "username or password is incorrect", "authenticationfailedexception",
                "bad credentials",
                "invalid credentials", "failed to login", "login failed", "log in user * failed",
                "authentication failed for", "authentication failure", "could not authenticate", "authentication error",
                "authentication failed", "not authenticated", "failed to authenticate", "unable to authenticate",
                "login attempt failed", "not logged in", "invalid login", "invalid api token or", "check your username",
                "check your credentials", "check your * {credentials|login details}", "verify your credentials",
                "please verify credentials",
                "credentials are incorrect", "credentials are invalid", "credentials are not valid",
                "wrong credentials", "basic auth failed", "authentication credentials were", "unauthorised access",
                "unauthorized access", "token may be expired or invalid",
            ],
            [.tokenRevoked: 0.36, .wrongUser: 0.34, .wrongScheme: 0.18, .tokenExpired: 0.12],
            dataCenter: [.wrongUser: 0.36, .tokenRevoked: 0.34, .wrongScheme: 0.22, .captcha: 0.08],
            means: "the login wasn't taken: the user name, the secret, or the way in which they are sent",
            source: "laurencer/confluence-sync#8; clients' own sentences"),
        Symptom(
            "impersonation", .vague, .client,
            ["issuer is either not authorized or not authorized to impersonate", "issuer is not authorized"],
            [.passwordOnCloud: 0.5, .tokenRevoked: 0.25, .wrongScheme: 0.25], only: .cloud,
            means: "Cloud said this to logins that are no e-mail with an API token",
            source: "justmiles/go-markdown2confluence#7"),
        Symptom(
            "access-page", .strong, .atlassian,
            [
                "page access unauthorized", "encountered a 401 - unauthorized error",
                "encountered a \"401 - unauthorized\"",
                "encountered a 403 - forbidden error",
            ],
            cloudStranger, only: .cloud,
            means: "Cloud's page for somebody whose login it doesn't take, or who may not use this site",
            source: "community.atlassian.com 1734672"),
        Symptom(
            "header-not-base64", .stated, .client,
            [
                "illegal base64 character", "decodebasicauthorizationcredentials", "invalid basic auth header",
                "basic authorization header is malformed", "malformed authorization header",
                "invalid authorization header",
            ],
            [.wrongScheme: 0.34, .customHeaders: 0.33, .userInSecret: 0.33],
            means: "what was sent after “Basic” is no base64 of a user name, a colon and a secret",
            source: "docToolchain/docToolchain#874"),
        Symptom(
            "oauth-keys", .strong, .client,
            [
                "omitted require keys or added extra keys to the oauth2", "oauth2 dictionary",
                "invalid oauth configuration",
            ],
            [.wrongScheme: 0.6, .secretMissing: 0.4],
            means: "the client was given a token in a form that it doesn't know, so it has nothing to log in with",
            source: "langchain-ai/langchain#25096"),
        Symptom(
            "no-credentials-at-front", .vague, .client, ["missing authentication credentials"],
            [.secretMissing: 0.56, .gatewayKey: 0.44],
            means: "whoever answered saw nothing to log in with, or not the key that a gateway in front wants",
            source: "docToolchain/docToolchain#428"),
        Symptom(
            "login-by-mail", .strong, .client, ["authenticateviaemail"],
            [.wrongUser: 0.6, .passwordOnCloud: 0.25, .endpointRemoved: 0.15], only: .cloud,
            means: "the login of the old XML interface doesn't take an e-mail address as the user's name",
            source: "pycontribs/confluence#11"),
        Symptom(
            "cookies-not-obtained", .strong, .client,
            [
                "could not log in with the cookies", "confluence auth cookies",
                "authentication cookies * {expired|invalid}",
            ],
            [.sessionCookie: 0.7, .singleSignOn: 0.15, .loginInFront: 0.15],
            means: "the client logs in with the cookies of a browser, and they are none of a session",
            source: "wikitransformationproject/wikitraccs-releases#120"),
        Symptom(
            "permission-of-builder", .vague, .confluence,
            ["permission denied on confluence", "configured user does not have permission to perform"],
            [
                .noProductAccess: 0.28, .spaceNoAccess: 0.26, .spaceNoWrite: 0.14, .loginInFront: 0.1,
                .wrongScheme: 0.1,
                .anonymous: 0.06, .tokenRevoked: 0.06,
            ],
            means: "the client's sentence for any answer 403",
            source: "sphinx-contrib/confluencebuilder#599"),
        Symptom(
            "no-credentials", .strong, .client,
            [
                "credentials were not provided", "credentials not provided", "no credentials provided",
                "missing credentials", "no authentication configured", "no valid authentication configured",
                "api token is required", "apitoken is required", "username is required", "no api token",
                "authentication not configured", "provide an api token", "missing api token", "missing username",
                "no authentication token", "missing token", "no token provided", "no password provided",
            ],
            [.secretMissing: 0.84, .secretReference: 0.16],
            means: "the program says that it had nothing to log in with",
            source: "Checkmarx/2ms#137"),
    ]
}
