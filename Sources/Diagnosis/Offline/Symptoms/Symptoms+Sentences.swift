import ConfluenceModel

extension Symptoms {
    /// What programs say in words of their own: a thing and what is the matter with it. They count beside something of
    /// Confluence alone, since any program says the like.
    static let sentenceSymptoms: [Symptom] = loginSentences + pageSentences + requestSentences

    private static let loginSentences: [Symptom] = [
        sentence(
            "no-credentials",
            of: ["api token", "api key", "apikey", "password", "credentials", "username", "access token"],
            """
            is required|not supplied|not provided|not set|is missing|is empty|must be provided|must be set|must be specified|\
            should be provided|should be set|needs to be set|requires a value|none was supplied|\
            cannot be empty|can't be empty|must not be empty|is undefined|is not configured|was empty|not specified|is blank
            """,
            or: [
                "'username' and 'password' * missing", "username and password * {are missing|are required}",
                "required and not supplied: {token|password|api|user|secret|credential}",
                "missing required * {token|password|username|credential|api key}",
                "environment variable * {is not set|not set|not defined|undefined|missing}", "without credentials",
                "missing environment variable", "keyerror: '{confluence_|atlassian_|api_token}",
                "option '--{token|password|api-key|apikey|user}",
            ],
            [.secretMissing: 0.8, .secretReference: 0.2], means: "the program had nothing to log in with"),
        sentence(
            "truncated", of: ["token", "secret", "api key", "password"],
            "was cut|cut off|truncated|too short|is incomplete|lacks its end|shortened",
            [.truncated: 0.8, .tokenRevoked: 0.2], means: "the secret was pasted in part"),
        sentence(
            "expired", of: ["token", "api key", "credential"],
            "has expired|have expired|had expired|is expired|expired on|expired at|no longer valid|past its expiry|has lapsed|ran out",
            [.tokenExpired: 0.82, .tokenRevoked: 0.18], means: "somebody says that the token's time is over"),
        sentence(
            "token-unknown", of: ["token", "api key", "credential"],
            """
            was revoked|been revoked|is revoked|is invalid|not recognised|not recognized|was deleted|is unknown|\
            was rejected|is wrong|not accepted|does not work|doesn't work
            """,
            [.tokenRevoked: 0.56, .wrongScheme: 0.16, .wrongUser: 0.16, .tokenExpired: 0.12],
            means: "the site doesn't know the token, or not in this form"),
        sentence(
            "deactivated", of: ["user", "account", "login"],
            """
            is not active|are not active|deactivated|is suspended|been suspended|is disabled|been disabled|is inactive|\
            was disabled|marked inactive|is closed
            """,
            [.accountDeactivated: 0.93, .noProductAccess: 0.07], means: "the account exists and is switched off"),
        sentence(
            "no-use-permission", of: ["user", "account"],
            """
            is not licensed|not licenced|no confluence licence|no confluence license|not have a license|not have a licence|\
            cannot use confluence|can't use confluence|may not use confluence|not allowed to use confluence|can use permission
            """,
            [.noProductAccess: 0.8, .seatLapsed: 0.14, .anonymous: 0.06],
            means: "the account may not use Confluence at all"),
    ]

    private static let pageSentences: [Symptom] = [
        sentence(
            "title-taken", of: ["title", "page name", "page named"],
            """
            already exists|already in use|is taken|already taken|must be unique|not unique|already used|in use by another|\
            has been used
            """,
            [.titleTaken: 0.78, .titleCase: 0.08, .pageRestricted: 0.05, .pageTrashed: 0.05, .pageArchived: 0.04],
            means: "a title may stand once in a space"),
        sentence(
            "version-conflict", of: ["version", "page", "content"],
            """
            is outdated|is stale|mismatch|is not current|in the meantime|was changed by|modified by another|updated by another|\
            edited by someone|concurrently|has changed since
            """,
            or: ["somebody else * {saved|edited|changed}", "someone else * {saved|edited|changed}"],
            [.versionConflict: 0.95, .pageUnreconciled: 0.05],
            means: "somebody else saved the page in the meantime"),
        sentence(
            "page-trashed", of: ["page", "content"],
            "is trashed|was trashed|in the trash|in trash|to the trash|in the recycle bin|was deleted|has been deleted",
            [.pageTrashed: 0.7, .pageMissing: 0.3], means: "the page was deleted"),
        sentence(
            "page-archived", of: ["page", "content"],
            "is archived|was archived|been archived|it's archived|it is archived",
            [.pageArchived: 0.94, .spaceArchived: 0.06], means: "the page is archived"),
        sentence(
            "page-named-missing", of: ["page", "content", "parent"],
            "does not exist|doesn't exist|no longer exists|could not be found|cannot be found|can't be found|not found",
            [.pageMissing: 0.54, .pageRestricted: 0.28, .pageTrashed: 0.1, .spaceNoAccess: 0.08],
            strength: .vague, means: "there is no such page for this account"),
        sentence(
            "page-draft", of: ["page", "content"], "is a draft|still a draft|never published|not been published",
            [.pageDraft: 0.8, .pageMissing: 0.2], means: "there is no published page"),
        sentence(
            "restricted", of: ["page", "content", "parent", "ancestor"],
            "is restricted|restricted to|has restrictions|view restrictions|edit restrictions|restrictions apply",
            [.pageRestricted: 0.9, .spaceNoAccess: 0.1],
            means: "a restriction on the page, or on one above it, keeps the account out"),
        sentence(
            "space-archived", of: ["space"], "is archived|was archived|been archived",
            [.spaceArchived: 0.95, .spaceNoWrite: 0.05], means: "the space is archived"),
        sentence(
            "space-missing", of: ["space"],
            "does not exist|doesn't exist|no longer exists|could not be found|cannot be found|not found|is unknown",
            [.spaceNotFound: 0.5, .spaceNoAccess: 0.32, .spaceNameForKey: 0.1, .spaceKeyCase: 0.08],
            means: "there is no such space for this account"),
        sentence(
            "create-refused", of: ["user", "account", "permission"],
            """
            cannot create|can't create|may not create|not allowed to create|not permitted to create|not authorized to create|\
            not authorised to create|to create|to add|add pages
            """,
            [.spaceNoWrite: 0.7, .anonymous: 0.1, .spaceNoAccess: 0.1, .pageRestricted: 0.1],
            means: "the account may not make pages there"),
        sentence(
            "update-refused", of: ["user", "account", "permission"],
            """
            cannot edit|can't edit|may not edit|not allowed to edit|not permitted to edit|not allowed to update|\
            not permitted to update|not authorized to edit|to edit|to update
            """,
            [.pageRestricted: 0.52, .spaceNoWrite: 0.48], means: "the page can be read and not changed"),
        sentence(
            "view-refused", of: ["user", "account", "permission"],
            "cannot view|can't view|may not view|not allowed to view|not permitted to view|to view|to see|to read",
            [.pageRestricted: 0.4, .spaceNoAccess: 0.36, .pageMissing: 0.12, .tokenRevoked: 0.12],
            strength: .vague, means: "the account may not see what was asked for"),
        sentence(
            "nothing-found", of: ["search", "query", "cql", "loader", "crawl", "list"],
            """
            returns nothing|returned nothing|finds nothing|found nothing|returns an empty|returned an empty|empty result|\
            empty list|no results|zero results|no documents| 0 documents| 0 pages| 0 results|no pages
            """,
            or: [
                "cannot find it", "can't find it", "not found by search", "doesn't show up", "does not show up",
                "nothing comes back", "no error at all", "returns nothing", "returned nothing", "no pages found",
            ],
            [
                .indexLag: 0.2, .spaceNoAccess: 0.26, .spaceNotFound: 0.22, .anonymous: 0.12, .spaceKeyCase: 0.08,
                .resultLimits: 0.06, .pageMissing: 0.06,
            ],
            strength: .vague, means: "it worked, and found nothing that this account may see"),
    ]

    private static let requestSentences: [Symptom] = [
        sentence(
            "too-large", of: ["attachment", "file", "upload", "body"],
            "too large|too big|larger than|over the limit|oversized|exceeds the|exceeds maximum|exceeded the",
            [.attachmentTooLarge: 1], means: "the file is larger than Confluence, or a proxy before it, takes"),
        sentence(
            "rate", of: ["request", "calls", "limit", "client"],
            "throttled|rate limited|per second|too quickly|too fast|backing off|slow down|too often",
            [.rateLimited: 1], means: "the site wants fewer requests"),
        sentence(
            "read-only", of: ["site", "instance", "confluence"], "is read only|in read only|writes are disabled",
            or: [
                "license * {has expired|is expired|has ended}", "licence * {has expired|is expired|has ended}",
                "license expired", "licence expired",
            ],
            [.readOnly: 0.86, .seatLapsed: 0.14], strength: .strong,
            means: "the site takes no changes: read-only mode, or an expired licence"),
        sentence(
            "timeout", of: ["request", "connection", "call", "query", "server"],
            "timed out|took too long|not respond in time|no response within|no answer within|did not answer",
            [.timedOut: 0.84, .vpnOnly: 0.08, .serverError: 0.08], means: "no answer came in time"),
        sentence(
            "maintenance", of: ["site", "wiki", "confluence", "server"],
            """
            under maintenance|being upgraded|in maintenance|being migrated|is upgrading|is restarting|is starting up|\
            not yet started|planned outage|planned downtime|back soon
            """,
            or: ["we'll be back", "planned outage", "planned downtime"],
            [.maintenance: 0.97, .serverError: 0.03], means: "the site is down on purpose, or hasn't come up yet"),
        sentence(
            "index-lag", of: ["search", "index"],
            """
            not yet|out of date|lags|is stale|is behind|being rebuilt|still indexing|still running|rebuilding|not updated|\
            not finished|delayed
            """,
            [.indexLag: 0.95, .serverError: 0.05], means: "search answers from an index that is behind what was written"
        ),
        sentence(
            "paging", of: ["same", "only", "always", "stops after", "never more than", "no more than"],
            """
            results again|page again|first page|pages again|results every|results over|results each
            """,
            or: [
                "start is ignored", "returns only # {pages|results|items|documents|hits}",
                "only returns # {pages|results|items|documents|hits}",
                "gets only # {pages|results|items|documents|hits}", "shows only # {pages|results|items|documents|hits}",
                "ignores start", "ignores the start", "start parameter is ignored",
                "same # results", "only the first # {pages|results|items|hits}",
                "stops after # {pages|results|items|hits}",
                "never more than # {pages|results|items|hits}", "no more than # {pages|results|items|hits}",
            ],
            [.pagingLimit: 0.8, .resultLimits: 0.2], means: "the list goes on, and the rest isn't asked for"),
    ]

    /// A row of words for a thing and, shortly behind each, one of the words for what is the matter with it.
    private static func sentence(
        _ name: String, of subjects: [String], _ predicates: String, or others: [String] = [],
        _ shares: [CauseID: Double], strength: Symptom.Strength = .strong, means meaning: String
    ) -> Symptom {
        Symptom(
            name, strength, .anybody, subjects.map { "\($0) * {\(predicates)}" } + others, shares, means: meaning,
            source: "clients' own sentences")
    }
}
