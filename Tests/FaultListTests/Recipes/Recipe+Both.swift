import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

/// What both deployments refuse in REST v1, each in its own words.
extension Recipe {
    static func writing(_ site: ConfluenceSite.Acme) -> [Recipe] {
        [
            Recipe(site: site, row: "unreadableBody") {
                try $0.request("/rest/api/content", .post, as: "mira", text: "{")
            },
            Recipe(site: site, row: "requestInvalid") {
                try $0.request("/rest/api/content", .post, as: "mira", body: ConfluenceSite.page(""))
            },
            Recipe(site: site, row: "typeUnsupported") {
                try $0.request("/rest/api/content", query: [QueryItem("type", "whiteboard")], as: "mira")
            },
            Recipe(site: site, row: "numberUnreadable") {
                try $0.request("/rest/api/space", query: [QueryItem("limit", "abc")], as: "mira")
            },
            Recipe(site: site, row: "numberNegative") {
                try $0.request("/rest/api/space", query: [QueryItem("start", "-1")], as: "mira")
            },
            Recipe(site: site, row: "xsrf") { try $0.upload("a.txt", to: "98311", as: "mira", checked: false) },
            Recipe(site: site, row: "titleTaken") {
                try $0.request("/rest/api/content", .post, as: "mira", body: ConfluenceSite.page("Refund policy"))
            },
            Recipe(site: site, row: "staleVersion") {
                try $0.request(
                    "/rest/api/content/98311", .put, as: "mira", body: ConfluenceSite.page("R", version: 7))
            },
            Recipe(site: site, row: "versionMissing") {
                try $0.request("/rest/api/content/98311", .put, as: "mira", body: ConfluenceSite.page("R"))
            },
            Recipe(site: site, row: "storageMalformed") {
                try $0.request("/rest/api/content", .post, as: "mira", body: ConfluenceSite.page("Bad", body: "<p>x"))
            },
            Recipe(site: site, row: "attachmentExists") { try $0.upload("refund-form.txt", to: "98311", as: "mira") },
        ]
    }

    static func search(_ site: ConfluenceSite.Acme) -> [Recipe] {
        [
            ("cqlMissing", ""), ("cqlUnparsable", "type ="), ("cqlUnknownField", "colour = red"),
            ("cqlUnsupportedValue", "type = sandwich"), ("cqlUnsupported", "type ~ page"),
            ("searchWordMissing", "text ~ \"\""),
        ].map { row, query in
            Recipe(site: site, row: row) {
                try $0.request("/rest/api/search", query: [QueryItem("cql", query)], as: "mira")
            }
        }
    }
}
