import ConfluenceWire

extension Route {
    private static let rest = "Data Center REST description, 10.0"
    private static let old = "Data Center REST documentation, 8"
    private static let experimental = "REST description of Confluence Server, 6.6, experimental part"

    /// What Data Center answers of templates, of its audit log, and of itself.
    static let dataCenterAdministration: [Route] =
        dataCenterTemplates + dataCenterAudit + [
            Route(
                .get, "/rest/api/server-information", .serverInformation, door: .visitors,
                "onyx-dot-app/onyx, met in the documentation of 8.4, 9.3 and 10", .documented
            ).since(8, 4),
            Route(.post, "/rest/api/contentbody/convert/{to}", .convertBody, door: .visitors, rest, .documented)
                .question
                .partly("knows no pages, users and files"),
            Route(.get, "/rest/api/accessmode", .accessMode, door: .visitors, rest, .documented),
            Route(.get, "/rest/api/instance-metrics", .instanceMetrics, door: .visitors, rest, .documented)
                .since(9, 1),
        ]

    private static let dataCenterTemplates: [Route] = [
        Route(.get, "/rest/experimental/template/page", .pageTemplates, door: .visitors, experimental, .documented),
        Route(
            .get, "/rest/experimental/template/blueprint", .blueprintTemplates, door: .visitors, experimental,
            .documented
        ).partly("three of the product's blueprints"),
        Route(.get, "/rest/experimental/template/{template}", .template, door: .visitors, experimental, .documented),
        Route(.post, "/rest/experimental/template", .createTemplate, door: .visitors, experimental, .documented),
        Route(.put, "/rest/experimental/template", .updateTemplate, door: .visitors, experimental, .documented),
        Route(
            .delete, "/rest/experimental/template/{template}", .deleteTemplate, door: .visitors, experimental,
            .documented),
    ]

    /// From 9.1 on the description has the list alone.
    private static let dataCenterAudit: [Route] = [
        Route(.get, "/rest/api/audit", .auditRecords, door: .visitors, rest, .documented)
            .partly("spaces, permissions, users, groups and webhooks are logged"),
        Route(.post, "/rest/api/audit", .addAuditRecord, door: .visitors, old, .documented).until(9, 1),
        Route(.get, "/rest/api/audit/export", .auditExport, door: .visitors, old, .documented).until(9, 1)
            .partly("csv alone"),
        Route(.get, "/rest/api/audit/retention", .auditRetention, door: .visitors, old, .documented).until(9, 1),
        Route(.put, "/rest/api/audit/retention", .setAuditRetention, door: .visitors, old, .documented).until(9, 1),
        Route(.get, "/rest/api/audit/since", .auditSince, door: .visitors, old, .documented).until(9, 1),
    ]
}
