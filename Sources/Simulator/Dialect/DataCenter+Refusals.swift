import ConfluenceWire

extension RefusalTable {
    private static let apiDescription = "Data Center REST description, 9.2"
    private static let tokens = "confluence.atlassian.com, Using personal access tokens"
    private static let failedBasic = "github.com/markdown-confluence/markdown-confluence/issues/621"
    private static let unauthorized =
        "The request has not been applied to the target resource because it lacks valid authentication credentials for "
        + "that resource."

    private static func refusedLogin(_ reason: String) -> RefusalBody {
        .tomcat(
            message: "Basic Authentication Failure - Reason : \(reason)", description: unauthorized,
            server: "Apache Tomcat/9.0.98")
    }

    /// Data Center's answers: a failed Basic login is 401, and only what the caller can't view reads as missing.
    static let dataCenter = RefusalTable(
        rows: dataCenterLogin + dataCenterContent + dataCenterRights + dataCenterWriting + dataCenterSearch
            + dataCenterPeople + dataCenterParts)

    private static let dataCenterLogin: [Row] = [
        Row(
            .outsideContext, 404, .entity("null for uri: {url}", prefersXML: true),
            "github.com/atlassian-api/atlassian-python-api/issues/882", .observed),
        Row(
            .noSuchRoute, in: .pages, 404,
            .html(title: "Page Not Found", text: "The page you were trying to reach could not be found"),
            "what browsers see", .inferred),
        Row(
            .noSuchRoute, 404, .entity("null for uri: {url}", prefersXML: true),
            "github.com/atlassian-api/atlassian-python-api/issues/882", .observed),
        Row(
            .methodNotAllowed, 405, .empty, headers: ["Allow": "{allow}"],
            "as Jira Server's REST layer and the older one of Cloud answer", .inferred),
        Row(
            .mediaTypeUnsupported, 415, .empty,
            "github.com/atlassian-api/atlassian-python-api/issues/1677, MrRefactoring/confluence.js/issues/27 (the "
                + "status); the body as of a method that is not taken", .observed),
        Row(
            .loginFailed, 401, refusedLogin("AUTHENTICATED_FAILED"),
            headers: ["X-Seraph-LoginReason": "AUTHENTICATED_FAILED", "WWW-Authenticate": "OAuth realm=\"{realm}\""],
            failedBasic + "; JRASERVER-59828, of passwords in UTF-8", .observed),
        Row(
            .captchaDue, 401, refusedLogin("AUTHENTICATION_DENIED"),
            headers: ["X-Seraph-LoginReason": "AUTHENTICATION_DENIED", "WWW-Authenticate": "OAuth realm=\"{realm}\""],
            "confluence.atlassian.com, Configuring Captcha; knowledge base 966681459", .documented),
        Row(
            .basicDisabled, 403, .message("Basic Authentication has been disabled on this instance."),
            "github.com/skleinei/alfred-confluence/issues/24", .observed),
        Row(.seatLapsed, 403, notPermitted, "as an account without a licence is answered", .inferred),
        // Nobody published these two bodies; of the read-only mode only the member that names it was seen.
        Row(
            .readOnly, 403, unchangeable("Confluence is currently in read-only mode."),
            "confluence.atlassian.com, Using read-only mode for site maintenance", .inferred),
        Row(
            .licenceExpired, 403, unchangeable("Your licence has expired: Confluence is in read-only mode."),
            "confluence.atlassian.com, licensing of Data Center", .inferred),
        Row(
            .rateLimited, 429, .message("Rate limit exceeded."),
            "github.com/sphinx-contrib/confluencebuilder/issues/615; answers that users published", .observed),
        // Nobody published what an anonymous caller gets where anonymous access is off.
        Row(.anonymous, 403, notPermitted, apiDescription, .inferred),
        Row(.unlicensed, 403, notPermitted, "github.com/dapplo/Dapplo.Confluence/issues/35", .observed),
    ]

    private static func unchangeable(_ text: String) -> RefusalBody {
        .service(
            "com.atlassian.confluence.api.service.exceptions.ReadOnlyException: \(text)", reason: "Forbidden",
            allowedInReadOnlyMode: false)
    }

    private static let notPermitted = RefusalBody.reasoned(
        "com.atlassian.confluence.api.service.exceptions.PermissionException: Not permitted to use confluence : null",
        reason: "Forbidden")

    private static let missingContent = RefusalBody.service(
        "No content found with id : ContentId{id={id}}", reason: "Not Found")

    private static let dataCenterContent: [Row] = [
        Row(
            .contentMissing, in: .pages, 404, .html(title: "Page Not Found", text: "Page Not Found"),
            "what browsers see", .inferred),
        Row(.contentMissing, 404, missingContent, "github.com/docToolchain/docToolchain/issues/435", .inferred),
        Row(
            .spaceMissing, 404, .service("No space with key : {key}", reason: "Not Found"),
            "github.com/onyx-dot-app/onyx/pull/2642", .observed),
        Row(
            .listedSpaceMissing, 404, .service("No space with key : {key}", reason: "Not Found"), apiDescription,
            .observed),
        Row(
            .labelMissing, 404, .service("No label found with name : {name}", reason: "Not Found"), apiDescription,
            .documented),
        // What is answered where a token is not found, or may not be made, was published nowhere.
        Row(.tokenMissing, 404, .message("Token with id {id} not found"), tokens, .inferred),
        Row(.tokenLimitReached, 400, .message("You can have only {current} personal access tokens"), tokens, .inferred),
        Row(
            .attachmentMissing, in: .pages, 404, .html(title: "Page Not Found", text: "Page Not Found"),
            "what browsers see", .inferred),
        Row(.attachmentMissing, 404, missingContent, apiDescription, .inferred),
        Row(
            .taskMissing, 404, .service("No task found with id: {id}", reason: "Not Found"),
            "Data Center REST description, 10.0 (status); the wording is not known", .inferred),
        Row(
            .createDenied, 403,
            .service(
                "com.atlassian.confluence.api.service.exceptions.PermissionException: "
                    + "Could not create content with type {contentType}", reason: "Forbidden"),
            "community.atlassian.com 2753839", .observed),
        Row(
            .editDenied, 403,
            .service(
                "Could not update Content of type : class com.atlassian.confluence.pages.Page with id {id}",
                reason: "Forbidden"),
            "github.com/iamjackg/md2cf/issues/12", .observed),
        Row(
            .moveDenied, 403, .html(title: "Not Permitted", text: "You are not permitted to perform this operation."),
            "scripts of Confluence's own pages look for “Not Permitted” (wording); the status is not known", .inferred),
        Row(
            .deleteDenied, 403, .service("Unable to trash content with id {id}", reason: "Forbidden"),
            "an answer that a user published in part", .observed),
        Row(
            .attachDenied, 403, .service("User not permitted to attach files to content {id}", reason: "Forbidden"),
            apiDescription, .documented),
        Row(
            .labelDenied, 403, .service("User not permitted to edit content {id}", reason: "Forbidden"), apiDescription,
            .documented),
    ]

    private static let dataCenterRights: [Row] = [
        Row(
            .restrictDenied, 403, .service("User not permitted to restrict content {id}", reason: "Forbidden"),
            "Data Center REST description, 10.0 (status); the wording is not known", .inferred),
        Row(
            .administerDenied, 403, .service("User not permitted to administer space {key}", reason: "Forbidden"),
            "Data Center REST description, 10.0 (status); the wording is not known", .inferred),
        Row(
            .siteAdminDenied, 403, .service("User is not a Confluence administrator", reason: "Forbidden"),
            "Data Center REST description, 10.0 (status); the wording is not known", .inferred),
        Row(
            .restrictionMissing, 404, .service("No restriction found: {name}", reason: "Not Found"),
            "Data Center REST description, 6.6 (status); the wording is not known", .inferred),
        Row(
            .permissionsGuarded, 500, .reasoned("", reason: "Internal Server Error"),
            """
            CONFSERVER-99908, by github.com/elastic/connectors/pull/4041 (expanded, several releases that it does not name) \
            and by onyx-dot-app/onyx (/permissions, 9.1 on); the body is not known
            """, .observed),
        Row(
            .permissionMissing, 404, .service("No user or group found: {id}", reason: "Not Found"),
            "Data Center REST description, 10.0 (status); the wording is not known", .inferred),
    ]

    private static let dataCenterWriting: [Row] = [
        Row(
            .unreadableBody, 400, .entity("Unable to parse the request body: {text}", prefersXML: false),
            "as the older REST layer answers", .inferred),
        Row(.requestInvalid, 400, .service("{text}", reason: "Bad Request"), "shape of v1", .inferred),
        Row(
            .typeUnsupported, 501,
            .reasoned("Cannot fetch {contentType}s with ContentFinder", reason: "Not Implemented"),
            "as Cloud's v1 answers", .inferred),
        Row(.numberUnreadable, 404, .entity("null for uri: {url}", prefersXML: true), "typical of JAX-RS", .inferred),
        Row(
            .numberNegative, 400,
            .reasoned("java.lang.IllegalArgumentException: {name} cannot be less than zero", reason: "Bad Request"),
            "as Cloud's v1 answers", .inferred),
        Row(
            .xsrf, 403, .entity("XSRF check failed", prefersXML: false), "support.atlassian.com, XSRF check failed",
            .documented),
        Row(
            .titleTaken, 400,
            .service(
                "A page with this title already exists: "
                    + "A page already exists with the title {title} in the space with key {key}", reason: "Bad Request"),
            "github.com/docToolchain/docToolchain/issues/435", .observed),
        Row(
            .staleVersion, 409,
            .service("Version must be incremented on update. Current version is: {current}", reason: "Conflict"),
            "github.com/duo-labs/markdown-to-confluence/issues/6", .observed),
        Row(
            .versionMissing, 400,
            .service(
                "Must supply an incremented version when updating Content. No version supplied.", reason: "Bad Request"),
            apiDescription, .documented),
        Row(
            .storageMalformed, 400, .service("{text}", reason: "Bad Request"), "github.com/kovetskiy/mark/issues/54",
            .observed),
        Row(
            .attachmentExists, 400,
            .service(
                "Cannot add a new attachment with same file name as an existing attachment: {name}",
                reason: "Bad Request"), "sooperset/mcp-atlassian, attachments", .observed),
        Row(.internalError, 500, .reasoned("{text}", reason: "Internal Server Error"), "shape of v1", .inferred),
    ]

    private static let dataCenterSearch: [Row] = [
        Row(
            .cqlMissing, 400,
            .service("cql query parameter is required", authorized: true, successful: true, reason: "Bad Request"),
            "as Cloud answers", .inferred),
        Row(
            .cqlUnparsable, 400,
            .service("Could not parse cql : {text}", authorized: true, successful: true, reason: "Bad Request"),
            "answers that users published", .observed),
        Row(
            .cqlUnknownField, 400,
            .service(
                "Unsupported CQL field '{name}' for this resource", authorized: true, successful: true,
                reason: "Bad Request"), "answers that users published", .observed),
        Row(
            .cqlUnsupportedValue, 400,
            .service(
                "Unsupported value for {name}, got : {provided}, expected one of : [{text}]", authorized: true,
                successful: true, reason: "Bad Request"), "as Cloud answers", .inferred),
        Row(
            .cqlUnsupported, 400, .service("{text}", authorized: true, successful: true, reason: "Bad Request"),
            "wording not known", .inferred),
        Row(
            .searchWordMissing, 400, .service("{text}", authorized: true, successful: true, reason: "Bad Request"),
            "wording not known", .inferred),
        Row(
            .searchSpaceUnknown, 500,
            .reasoned(
                "java.lang.IllegalArgumentException: parameters should not be empty", reason: "Internal Server Error"),
            "jira.atlassian.com CONFSERVER-55445", .observed),
        Row(.cursorUnknown, 400, .service("{text}", reason: "Bad Request"), "Data Center has no cursors", .inferred),
    ]
}
