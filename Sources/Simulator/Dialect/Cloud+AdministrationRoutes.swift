import ConfluenceWire

extension Route {
    private static let v1 = "Cloud REST v1 description"

    /// What a Cloud site answers of templates, of its audit log, and of itself.
    static let cloudAdministration: [Route] = [
        Route(.get, "/rest/api/template/page", .pageTemplates, v1, .documented),
        Route(.get, "/rest/api/template/blueprint", .blueprintTemplates, v1, .documented)
            .partly("three of the product's blueprints"),
        Route(.get, "/rest/api/template/{template}", .template, v1, .documented),
        Route(.post, "/rest/api/template", .createTemplate, v1, .documented).partly("bodies in storage format alone"),
        Route(.put, "/rest/api/template", .updateTemplate, v1, .documented).partly("bodies in storage format alone"),
        Route(.delete, "/rest/api/template/{template}", .deleteTemplate, v1, .documented),
        Route(.get, "/rest/api/audit", .auditRecords, v1, .documented)
            .partly("spaces, permissions, users, groups and webhooks are logged"),
        Route(.post, "/rest/api/audit", .addAuditRecord, v1, .documented),
        Route(.get, "/rest/api/audit/export", .auditExport, v1, .documented).partly("csv alone"),
        Route(.get, "/rest/api/audit/retention", .auditRetention, v1, .documented),
        Route(.put, "/rest/api/audit/retention", .setAuditRetention, v1, .documented),
        Route(.get, "/rest/api/audit/since", .auditSince, v1, .documented),
        Route(
            .post, "/rest/api/contentbody/convert/{to}", .convertBody, "Cloud REST v1 description, 2022", .documented
        ).question.deprecated.partly("knows no pages, users and files"),
        Route(.post, "/rest/api/contentbody/convert/async/{to}", .startConversion, v1, .documented).question
            .partly("knows no pages, users and files; ready at once"),
        Route(.get, "/rest/api/contentbody/convert/async/{conversion}", .conversion, v1, .documented),
        Route(.post, "/rest/api/contentbody/convert/async/bulk/tasks", .startConversions, v1, .documented).question
            .partly("knows no pages, users and files; ready at once"),
        Route(.get, "/rest/api/contentbody/convert/async/bulk/tasks", .conversions, v1, .documented),
        Route(.get, "/rest/api/settings/systemInfo", .systemInfo, v1, .documented),
    ]
}
