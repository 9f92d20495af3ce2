import ConfluenceWire

extension RefusalTable {
    private static let package = "com.atlassian.confluence.api.service.exceptions"
    private static let notPermitted = RefusalBody.messageFirst("Current user not permitted to use Confluence")
    private static let bareNotFound = RefusalBody.errors(code: "NOT_FOUND", title: "Not Found")
    private static let probes = "mozilla/markfluence docs/confluence/api.md"
    private static let backlot = "brekkylab/backlot authentication tests, 2026"
    private static let endedToken = "github.com/n8n-io/n8n/pull/37776 (the statuses)"
    private static let cqlProbes = "mozilla/markfluence, search measured 2026"

    /// Cloud's answers. A rejected credential is 403 on v1 and a bare 404 on v2, and forbidden content reads as missing.
    static let cloud = RefusalTable(
        rows: cloudLogin + gateway + cloudContent + cloudRights + cloudWriting + cloudSearch + cloudPeople
            + cloudParts)

    private static let cloudLogin: [Row] = [
        Row(
            .outsideContext, 404, .entity("null for uri: {url}", prefersXML: true),
            "github.com/line/conflr/issues/3", .observed),
        Row(
            .noSuchRoute, in: .v2, 404,
            .html(title: "Page not found", text: "The page you were trying to reach could not be found"),
            "mozilla/markfluence docs/confluence/spaces.md", .measured),
        Row(
            .noSuchRoute, in: .pages, 404,
            .html(title: "Page not found", text: "The page you were trying to reach could not be found"),
            "github.com/markdown-confluence/markdown-confluence/issues/461", .observed),
        Row(
            .noSuchRoute, 404, .entity("null for uri: {url}", prefersXML: false),
            "as the older REST layer answers", .inferred),
        Row(
            .methodNotAllowed, in: .v2, 405, .errors(code: "METHOD_NOT_ALLOWED", title: "Method Not Allowed"),
            "mozilla/markfluence docs/confluence/labels.md (status and code)", .observed),
        Row(
            .methodNotAllowed, in: .olderRest, 405, .empty, headers: ["Allow": "{allow}"],
            "mozilla/markfluence docs/confluence/labels.md", .measured),
        Row(
            .methodNotAllowed, in: .search, 405, .empty, headers: ["Allow": "{allow}"],
            "as the older REST layer answers", .inferred),
        Row(
            .methodNotAllowed, 405,
            .bareErrors(
                code: "METHOD_NOT_ALLOWED",
                title: "org.springframework.web.HttpRequestMethodNotSupportedException: Request method '{name}' not "
                    + "supported"),
            "github.com/brekkylab/backlot/issues/233", .measured),
        Row(
            .mediaTypeUnsupported, in: .v2, 415,
            .errors(code: "UNSUPPORTED_MEDIA_TYPE", title: "Unsupported Media Type"), "shape of v2", .inferred),
        // Written as the newer stack words a method that it doesn't take.
        Row(
            .mediaTypeUnsupported, 415,
            .bareErrors(
                code: "UNSUPPORTED_MEDIA_TYPE",
                title: "org.springframework.web.HttpMediaTypeNotSupportedException: Content type '{contentType}' not "
                    + "supported"),
            "github.com/MrRefactoring/confluence.js/issues/23 (the status)", .inferred),
        Row(
            .optionsUntold, 404, .bareErrors(code: "NOT_FOUND", title: "Not Found"),
            "github.com/brekkylab/backlot/issues/255", .measured),
        Row(
            .unreadableCredential, 401,
            .tomcat(
                message: "Unauthorized",
                description: "The request has not been applied to the target resource because it lacks valid "
                    + "authentication credentials for that resource.", server: nil),
            headers: ["WWW-Authenticate": "OAuth realm=\"{realm}\""], backlot, .measured),
        Row(
            .tokenNotTaken, 401,
            .tomcat(
                message: "Unauthorized",
                description: "The request has not been applied to the target resource because it lacks valid "
                    + "authentication credentials for that resource.", server: nil),
            "sooperset/mcp-atlassian, attachments; changelog CHANGE-2735", .observed),
        Row(
            .foreignToken, 403, .error("Failed to parse Connect Session Auth Token"),
            "github.com/atlassian-api/atlassian-python-api/issues/1199", .observed),
        Row(.credentialRejected, in: .v2, 404, bareNotFound, probes, .measured),
        Row(.credentialRejected, in: .users, 403, callerRejected, backlot, .measured),
        Row(.credentialRejected, 403, notPermitted, probes, .measured),
        Row(
            .rateLimited, 429, .status("Rate limit exceeded. Please wait and retry."),
            "developer.atlassian.com/cloud/confluence/rate-limiting (headers; the body is not published)", .inferred),
        Row(.anonymous, in: .v2, 404, bareNotFound, probes, .measured),
        Row(.anonymous, in: .users, 403, callerRejected, backlot, .measured),
        Row(.anonymous, 403, notPermitted, probes, .measured),
        Row(.unlicensed, in: .v2, 404, bareNotFound, "jira.atlassian.com ECO-1450", .observed),
        Row(.unlicensed, 403, notPermitted, "github.com/kovetskiy/mark/issues/493", .observed),
    ]

    private static let gateway: [Row] = [
        Row(
            .gatewayUnauthorized, 401, .code("Unauthorized"),
            "answers of the gateway for Jira, 2026; hunyadi/md2conf reads 401 so", .observed),
        Row(.accessTokenExpired, in: .v2, 404, bareNotFound, endedToken, .observed),
        Row(.accessTokenExpired, in: .users, 403, callerRejected, endedToken, .observed),
        Row(.accessTokenExpired, 403, notPermitted, endedToken, .observed),
        Row(
            .scopeMissing, 401, .code("Unauthorized; scope does not match"),
            headers: ["X-Failure-Category": "FAILURE_CLIENT_SCOPE_CHECK"], probes, .measured),
        Row(
            .gatewayRateLimited, 429, .code("Rate limit exceeded"),
            "headers that a user of the gateway published in April 2026; the body is not known", .inferred),
        Row(.cloudIDUnknown, 404, .code("Not Found"), "shape of the gateway's other answers", .inferred),
        Row(
            .gone, 410,
            .status(
                "com.atlassian.confluence.api.service.exceptions.GoneException: This deprecated endpoint has been removed."
            ),
            "github.com/atlassian-api/atlassian-python-api/issues/1560", .observed),
        Row(
            .addressRefused, 403,
            .errorMessages(
                "The IP address has been rejected because it is not on the allowed list. "
                    + "See your admin for more information."),
            "confluence.atlassian.com, page 1384133808 (wording; the status is not printed)", .inferred),
        Row(
            .scopedTokenAtSite, 401,
            .tomcat(
                message: "Unauthorized",
                description: "The request has not been applied to the target resource because it lacks valid "
                    + "authentication credentials for that resource.", server: nil),
            headers: ["X-Failure-Category": "FAILURE_CLIENT_AUTH_MISMATCH"], probes, .measured),
    ]

    private static let callerRejected = RefusalBody.status(
        "com.atlassian.confluence.mvc.rest.common.exception.StacklessResponseStatusException: "
            + "403 FORBIDDEN \"Request rejected because caller cannot access Confluence\"")

    private static let missingContent = RefusalBody.service(
        "\(package).NotFoundException: No content found with id: ContentId{id={id}}")

    private static let cloudContent: [Row] = [
        Row(
            .contentMissing, in: .v2, whenHidden: true, 404, bareNotFound,
            "v2 description: no permission reads as missing", .documented),
        Row(
            .contentMissing, in: .v2, 404,
            .errors(code: "NOT_FOUND", title: "Cannot find a {contentType} with id [{id}]"),
            probes, .measured),
        Row(
            .contentMissing, in: .pages, 404, .html(title: "Page not found", text: "Page Not Found"),
            "what browsers see", .inferred),
        Row(.contentMissing, 404, missingContent, "shape of v1, wording of Data Center", .inferred),
        Row(
            .spaceMissing, in: .v2, 404, .errors(code: "NOT_FOUND", title: "Cannot find a space with id [{id}]"),
            "shape of v2", .inferred),
        Row(
            .spaceMissing, 404,
            .status(
                "org.springframework.web.server.ResponseStatusException: 404 NOT_FOUND \"No space found with key : {key}\""
            ),
            probes, .measured),
        Row(
            .listedSpaceMissing, 404, .service("\(package).NotFoundException: No space with key : {key}"), probes,
            .measured),
        Row(
            .labelMissing, 404, .service("\(package).NotFoundException: No label found with name: {name}"),
            "mozilla/markfluence docs/confluence/labels.md", .measured),
        Row(
            .attachmentMissing, in: .pages, 404, .html(title: "Page not found", text: "Page Not Found"),
            "what browsers see", .inferred),
        Row(.attachmentMissing, 404, missingContent, "shape of v1", .inferred),
        Row(
            .taskMissing, 404, .service("\(package).NotFoundException: No task found with id: {id}"),
            "v1 description (status); the wording is not known", .inferred),
        Row(.createDenied, in: .v2, 404, bareNotFound, "github.com/n8n-io/n8n/pull/36008", .documented),
        Row(
            .createDenied, 403,
            .service("\(package).PermissionException: Could not create content with type {contentType}"),
            "community.atlassian.com 2753839", .observed),
        Row(.editDenied, in: .v2, 404, bareNotFound, "v2 description: no permission reads as missing", .documented),
        Row(.editDenied, 404, missingContent, "github.com/sphinx-contrib/confluencebuilder/pull/1111", .observed),
        Row(
            .moveDenied, 403,
            .service("\(package).PermissionException: User not permitted to move content {id}"),
            "v1 description (status); the wording is not known", .inferred),
        Row(.deleteDenied, in: .v2, 404, bareNotFound, "v2 description: no permission reads as missing", .documented),
        Row(.deleteDenied, 404, missingContent, "as editing is answered", .inferred),
        Row(
            .attachDenied, 403,
            .service("\(package).PermissionException: User not permitted to attach files to content {id}"),
            "v1 description", .documented),
        Row(
            .labelDenied, 403, .service("\(package).PermissionException: User not permitted to edit content {id}"),
            "v1 description", .documented),
    ]

    private static let cloudRights: [Row] = [
        Row(.restrictDenied, 404, missingContent, "v1 description: who may not restrict content gets 404", .documented),
        Row(.administerDenied, in: .v2, 404, bareNotFound, "v2 description: 404 without permission", .documented),
        Row(
            .administerDenied, 403,
            .service("\(package).PermissionException: User not permitted to administer space {key}"),
            "v1 description (status); the wording is not known", .inferred),
        Row(.siteAdminDenied, in: .v2, 404, bareNotFound, "v2 description: 404 without permission", .documented),
        Row(
            .siteAdminDenied, 403,
            .service("\(package).PermissionException: User is not a site admin"),
            "v1 description (status); the wording is not known", .inferred),
        Row(
            .rightsQuestionDenied, 403,
            .service("\(package).PermissionException: User not permitted to check the permissions of others"),
            "v1 description (status); the wording is not known", .inferred),
        Row(
            .restrictionMissing, 404,
            .service("\(package).NotFoundException: No restriction found: {name}"),
            "v1 description (status); the wording is not known", .inferred),
        Row(
            .permissionMissing, 404, .service("\(package).NotFoundException: No space permission found with id: {id}"),
            "v1 description (status); the wording is not known", .inferred),
        Row(
            .roleMissing, in: .v2, 404, .errors(code: "NOT_FOUND", title: "Cannot find a space role with id [{id}]"),
            "shape of v2", .inferred),
        Row(
            .rolesOnly, 400,
            .status(
                "InvalidRbacOperationException: Space permission updates that are not from RBAC are not supported in roles-only mode"
            ), "MrRefactoring/confluence.js, found against the live API", .measured),
    ]

    private static let cloudWriting: [Row] = [
        Row(
            .unreadableBody, in: .v2, 400, .errors(code: "INVALID_REQUEST_BODY", title: "{text}"), "shape of v2",
            .inferred),
        Row(
            .unreadableBody, 400, .service("\(package).BadRequestException: Could not parse the request body: {text}"),
            "shape of v1", .inferred),
        Row(
            .requestInvalid, in: .v2, 400, .errors(code: "INVALID_REQUEST_PARAMETER", title: "{text}"), "shape of v2",
            .inferred),
        Row(.requestInvalid, 400, .service("\(package).BadRequestException: {text}"), "shape of v1", .inferred),
        Row(
            .typeUnsupported, in: .v2, 404,
            .errors(code: "NOT_FOUND", title: "Cannot find the custom content type [{contentType}]"),
            "v2 description (status); the wording is not known", .inferred),
        Row(
            .typeUnsupported, 501,
            .status("\(package).NotImplementedServiceException: Cannot fetch {contentType}s with ContentFinder"),
            probes,
            .measured),
        Row(.numberUnreadable, in: .search, 404, .empty, cqlProbes, .measured),
        Row(
            .numberUnreadable, in: .v2, 400,
            .errors(
                code: "INVALID_REQUEST_PARAMETER", title: "Provided value {{text}} for '{name}' is not the correct type"
            ), "shape of v2", .inferred),
        Row(
            .numberUnreadable, 400,
            .status(
                "org.springframework.web.method.annotation.MethodArgumentTypeMismatchException: Failed to convert value '{text}' of '{name}'"
            ),
            probes, .observed),
        Row(
            .numberNegative, 400, .status("java.lang.IllegalArgumentException: {name} cannot be less than zero"),
            cqlProbes, .measured),
        Row(
            .xsrf, 403, .html(title: "XSRF check failed", text: "XSRF check failed"),
            "support.atlassian.com, XSRF check failed", .documented),
        Row(
            .titleTaken, in: .v2, 400,
            .errors(
                code: "INVALID_REQUEST_PARAMETER",
                title:
                    "A page with this title already exists: A page already exists with the same TITLE in this space"
            ), "mozilla/markfluence docs/confluence/search.md (the words; the code is not told)", .measured),
        Row(
            .titleTaken, 400,
            .service(
                "\(package).BadRequestException: A page with this title already exists: "
                    + "A page already exists with the title {title} in the space with key {key}"),
            "github.com/docToolchain/docToolchain/issues/435", .observed),
        Row(
            .archiveFailed, 500, .status("Internal Server Error"),
            "MrRefactoring/confluence.js, status found against the live API; the body is not known", .inferred),
        Row(
            .staleVersion, in: .v2, 409,
            .errors(
                code: "CONFLICT",
                title: "Version must be incremented when updating a page. Current Version: [{current}]. "
                    + "Provided version: [{provided}]"),
            "answers that users of v2 published", .observed),
        Row(
            .staleVersion, 409,
            .service(
                "\(package).ConflictException: Version must be incremented on update. Current version is: {current}"),
            "github.com/justmiles/go-markdown2confluence/issues/43", .observed),
        Row(
            .versionMissing, in: .v2, 400,
            .errors(code: "INVALID_REQUEST_PARAMETER", title: "A version number is required when updating a page"),
            "shape of v2", .inferred),
        Row(
            .versionMissing, 400,
            .service(
                "\(package).BadRequestException: Must supply an incremented version when updating Content. No version supplied."
            ), "v1 description", .documented),
        Row(
            .storageMalformed, in: .v2, 400, .errors(code: "INVALID_REQUEST_PARAMETER", title: "{text}"), "shape of v2",
            .inferred),
        Row(
            .storageMalformed, 400, .service("\(package).BadRequestException: {text}"),
            "github.com/chesshacker/terraform-provider-confluence/issues/7", .observed),
        Row(
            .attachmentExists, 400,
            .service(
                "\(package).BadRequestException: Cannot add a new attachment with same file name as an existing attachment: {name}"
            ), "sooperset/mcp-atlassian, attachments", .observed),
        Row(
            .internalError, in: .v2, 500, .errors(code: "INTERNAL_SERVER_ERROR", title: "Internal Server Error"),
            "github.com/atlassian-api/atlassian-python-api/issues/1683", .observed),
        Row(.internalError, 500, .status("Internal Server Error"), "shape of v1", .inferred),
    ]

    private static func badQuery(_ text: String) -> RefusalBody {
        .service("\(package).BadRequestException: \(text)", authorized: true, successful: true)
    }

    private static let cloudSearch: [Row] = [
        Row(
            .cqlMissing, 400,
            .service(
                "\(package).api.BadRequestException: cql query parameter is required", authorized: true,
                successful: true),
            cqlProbes, .measured),
        Row(.cqlUnparsable, 400, badQuery("Could not parse cql : {text}"), cqlProbes, .measured),
        Row(.cqlUnknownField, 400, badQuery("No field exists with the name: '{name}'{text}"), cqlProbes, .measured),
        Row(
            .cqlUnsupportedValue, 400,
            badQuery("Unsupported value for {name}, got : {provided}, expected one of : [{text}]"), cqlProbes, .measured
        ),
        Row(.cqlUnsupported, 400, badQuery("{text}"), "wording not known", .inferred),
        Row(
            .searchWordMissing, 500, .status("java.lang.NullPointerException: query parameter is required."), cqlProbes,
            .measured),
        Row(.searchSpaceUnknown, 400, badQuery("No space with key : {key}"), "Cloud gives an empty list", .inferred),
        Row(
            .cursorUnknown, 400,
            .status(
                "com.atlassian.confluence.api.service.exceptions.scale.SSStatusCodeException: CQL was parsed but the search "
                    + "manager was unable to execute the search. Error message: "
                    + "com.atlassian.confluence.api.service.exceptions.scale.SSStatusCodeException: There was an illegal "
                    + "request passed to XP-Search Aggregator API : HTTP/1.1 400 Bad Request"),
            cqlProbes, .measured),
    ]
}
