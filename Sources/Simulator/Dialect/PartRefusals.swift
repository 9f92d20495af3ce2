import ConfluenceWire

extension RefusalTable {
    private static let package = "com.atlassian.confluence.api.service.exceptions"
    private static let v2 = "shape of v2; the status is that of v1"
    private static let resource =
        "the REST resource and validator of content properties, as a reader of Data Center published them"
    private static let pageStatus = "mozilla/markfluence docs/confluence/page-status.md"
    private static let tasks = "Cloud REST v1 description of 2022"
    private static let duplicate = "github.com/sphinx-contrib/confluencebuilder/issues/1094"

    /// What Cloud answers about what hangs on content: labels, properties, comments, files.
    static let cloudParts: [Row] = [
        Row(
            .watchDenied, 403, .service("\(package).PermissionException: User not permitted to watch for {name}"),
            "v1 description (status); the wording is not known", .inferred),
        Row(
            .stateMissing, 404, .service("Content state with {id} id does not exist, or is disabled"),
            "\(pageStatus) (wording; not the members around it)", .measured),
        Row(
            .editDenied, in: .states, 403,
            .service("\(package).PermissionException: User does not have Page edit permission."),
            "\(pageStatus) (wording; not the members around it)", .measured),
        Row(
            .administerDenied, in: .states, 403,
            .service("User does not have permission to retrieve content state settings."),
            "\(pageStatus) (wording; not the members around it)", .measured),
        Row(
            .taskMissing, in: .tasks, 404, .service("\(package).NotFoundException: No inline task found"),
            "\(tasks) (status); the wording is not known", .inferred),
        Row(
            .contentMissing, in: .tasks, 404, .service("\(package).NotFoundException: No inline task found"),
            "as a task that is not there", .inferred),
        Row(
            .editDenied, in: .tasks, 403,
            .service("\(package).PermissionException: User not permitted to edit content {id}"),
            "\(tasks) (status); the wording is not known", .inferred),
        Row(
            .noSuchRoute, in: .media, 404, .error("Not Found"), "the store's answers are not published", .inferred),
        Row(
            .ticketRejected, 403, .error("JWT token is invalid or expired"), "the store's answers are not published",
            .inferred),
        Row(
            .entitlementMissing, in: .v2, 404, .errors(code: "NOT_FOUND", title: "Not Found"),
            "v2 description: 404 without the entitlement for data classification", .documented),
        Row(
            .classificationMissing, in: .v2, 404, .errors(code: "NOT_FOUND", title: "Not Found"),
            "v2 description (status); the wording is not known", .documented),
        Row(
            .selectionUnusable, in: .v2, 400, .errors(code: "INVALID_REQUEST_PARAMETER", title: "{text}"),
            "v2 description (status); the wording is not known", .inferred),
        Row(
            .selectionUnusable, 400,
            .service("\(package).BadRequestException: Could not create content with type comment"),
            "wording of Data Center", .inferred),
        Row(
            .labelMissing, in: .v2, 404, .errors(code: "NOT_FOUND", title: "Cannot find a label with id [{id}]"),
            "shape of v2", .inferred),
        Row(
            .editDenied, in: .properties, 403,
            .service("\(package).PermissionException: User not permitted to edit content {id}"),
            "v1 description of 2022 (status); the wording is not known", .inferred),
        Row(
            .propertyMissing, in: .v2, 404,
            .errors(code: "NOT_FOUND", title: "Cannot find a property with id [{id}]"), v2, .inferred),
        Row(
            .propertyMissing, 404, .service("\(package).NotFoundException: No content property found with key: {key}"),
            resource, .inferred),
        Row(
            .propertyExists, in: .v2, 409, .errors(code: "CONFLICT", title: "jsonproperty.duplicate.key"),
            "github.com/zeldigas/text2confl/issues/334 (status)", .observed),
        Row(
            .propertyExists, 409, .service("\(package).ConflictException: jsonproperty.duplicate.key"), duplicate,
            .observed),
        Row(
            .propertyStale, in: .v2, 409,
            .errors(
                code: "CONFLICT",
                title: "Version must be incremented when updating a property. Current Version: [{current}]. "
                    + "Provided version: [{provided}]"), "wording of pages", .inferred),
        Row(
            .propertyStale, 409,
            .service(
                "\(package).ConflictException: You're trying to edit an outdated version of that ContentProperty. "
                    + "Latest version is {current}"), resource, .inferred),
        Row(
            .propertyTooLarge, in: .v2, 400,
            .errors(code: "INVALID_REQUEST_PARAMETER", title: "The value of property {key} is too long"), v2, .inferred),
        Row(
            .propertyTooLarge, 413, .service("\(package).ServiceException: The value of property {key} is too long"),
            "v1 description of 2022 (status); the wording is not known", .inferred),
    ]

    /// What Data Center answers about them.
    static let dataCenterParts: [Row] = [
        Row(
            .watchDenied, 403, .service("User not permitted to watch for {name}", reason: "Forbidden"),
            "Data Center REST description, 10.0 (404 there); the wording is not known", .inferred),
        Row(
            .selectionUnusable, in: .inlineComments, 412, .message("The text selection is wrong"),
            "hxmn/confed docs/troubleshooting.md, on 9.5.4 (status); the wording is not known", .inferred),
        Row(
            .selectionUnusable, 400, .invalid("Could not create content with type comment", reason: "Bad Request"),
            "github.com/sooperset/mcp-atlassian/pull/1151, on Data Center 8.5", .observed),
        Row(
            .propertyMissing, 404, .service("No content property found with key: {key}", reason: "Not Found"),
            "github.com/confluence-publisher/confluence-publisher/issues/35", .observed),
        Row(
            .propertyExists, 409, .service("jsonproperty.duplicate.key", reason: "Conflict"), resource, .inferred),
        Row(
            .propertyStale, 409,
            .service(
                "You're trying to edit an outdated version of that ContentProperty. Latest version is {current}",
                reason: "Conflict"), resource, .observed),
        Row(
            .propertyTooLarge, 413,
            .service("The value of property {key} is too long", reason: "Request Entity Too Large"),
            "Data Center REST description, 10.0 (status); the wording is not known", .inferred),
    ]
}
