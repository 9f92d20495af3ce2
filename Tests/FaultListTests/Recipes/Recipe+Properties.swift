import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

/// What is refused about properties.
extension Recipe {
    private static let place = "/rest/api/content/98311/property"
    private static let placeV2 = "/api/v2/pages/98311/properties"
    private static let tooLong: JSON = ["key": "k", "value": .string(String(repeating: "x", count: 40_000))]

    private static func draft(_ version: Int64 = 1) -> JSON {
        ["key": "k", "value": 1, "version": ["number": .integer(version)]]
    }

    private static let made: @Sendable (ConfluenceSite) throws -> [Request] = { site in
        [try site.request(place, .post, as: "mira", body: draft())]
    }

    static func properties(_ site: ConfluenceSite.Acme) -> [Recipe] {
        [
            Recipe(site: site, row: "propertyMissing") { try $0.request("\(place)/none", as: "mira") },
            Recipe(site: site, row: "propertyExists", before: made) {
                try $0.request(place, .post, as: "mira", body: draft())
            },
            Recipe(site: site, row: "propertyStale", before: made) {
                try $0.request("\(place)/k", .put, as: "mira", body: draft(7))
            },
            Recipe(site: site, row: "propertyTooLarge") { try $0.request(place, .post, as: "mira", body: tooLong) },
        ]
    }

    static let cloudProperties: [Recipe] = [
        Recipe(site: .cloud, row: "typeUnsupported/v2") {
            try $0.request("/api/v2/custom-content", query: [QueryItem("type", "task")], as: "mira")
        },
        Recipe(site: .cloud, row: "entitlementMissing/v2") {
            try $0.request("/api/v2/classification-levels", as: "mira")
        },
        Recipe(
            site: .cloud, row: "classificationMissing/v2",
            change: { $0.classificationLevels = [ClassificationLevelDefinition(id: "c", name: "Secret")] }
        ) { try $0.request("/api/v2/pages/98311/classification-level", as: "mira") },
        Recipe(site: .cloud, row: "labelMissing/v2") { try $0.request("/api/v2/labels/7777/pages", as: "mira") },
        Recipe(site: .cloud, row: "editDenied/properties") {
            try $0.request(place, .post, as: "reader-bot", body: draft())
        },
        Recipe(site: .cloud, row: "propertyMissing/v2") { try $0.request("\(placeV2)/7", as: "mira") },
        Recipe(site: .cloud, row: "propertyExists/v2", before: made) {
            try $0.request(placeV2, .post, as: "mira", body: draft())
        },
        Recipe(site: .cloud, row: "propertyStale/v2", before: made) { site in
            let list = try JSONReader.read(site.ask(placeV2, as: "mira").body)
            let id = list["results"]?[0]?["id"]?.stringValue ?? ""
            return try site.request("\(placeV2)/\(id)", .put, as: "mira", body: draft(7))
        },
        Recipe(site: .cloud, row: "propertyTooLarge/v2") {
            try $0.request(placeV2, .post, as: "mira", body: tooLong)
        },
    ]
}
