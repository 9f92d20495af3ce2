import ConfluenceModel
import ConfluenceWire
import Documents
import Simulator
import SiteFiles

extension AdminRoute {
    static let contents: [AdminRoute] = [
        AdminRoute(.get, "/sites/{site}/users", "Lists the accounts as they stand now.") { call in
            ["users": .array(try call.site().contents.users().map(ContentForm.json))]
        },
        AdminRoute(.get, "/sites/{site}/tokens", "Lists the tokens and their states, without their values.") { call in
            ["tokens": .array(try call.site().contents.tokens().map(ContentForm.json))]
        },
        AdminRoute(.get, "/sites/{site}/spaces", "Lists the spaces with their permissions.") { call in
            ["spaces": .array(try call.site().contents.spaces().map(ContentForm.json))]
        },
        AdminRoute(
            .get, "/sites/{site}/pages", "Lists the pages, trashed ones too, with their own restrictions.",
            query: [
                Field("space", "the key of the only space wanted"), Field("start", "how many to leave out, 0 if unset"),
                Field("limit", "how many to give, 500 if unset and 5000 at most"),
            ]
        ) { call in
            let values = try call.query()
            let site = try call.site()
            let limit = min(try call.number("limit", in: values) ?? 500, 5000)
            let start = try call.number("start", in: values) ?? 0
            let key = try values["space"].map { try call.space($0, of: site) }
            let pages = try site.contents.pages(inSpace: key, offset: start, limit: limit + 1)
            return ["pages": .array(pages.prefix(limit).map(ContentForm.json)), "more": .bool(pages.count > limit)]
        },
        AdminRoute(
            .get, "/sites/{site}/pages/{id}",
            "Gives a page with its body, labels, versions, attachments, and the pages above it with their restrictions."
        ) { call in
            let text = call.place("id")
            guard let id = Int64(text), let page = try call.site().contents.page(id: id) else {
                throw AdminError(404, "the site has no page with the id \(text)")
            }
            return PageForm.json(page)
        },
    ]

    static let states: [AdminRoute] = [
        AdminRoute(
            .get, "/sites/{site}/export",
            "Gives all that the site holds as a site file in JSON, with bytes in Base64.",
            query: [.init("secrets", "`no` leaves out passwords, and tokens with them")]
        ) { call in
            let query = try call.query()
            let withSecrets = query["secrets"] != "no"
            return SiteWriter.document(try call.site().export(withSecrets: withSecrets))
        },
        AdminRoute(
            .post, "/sites/{site}/import",
            """
            Takes in a site file in JSON, all of it or nothing: accounts that are new, spaces with all that is in them, \
            pages for spaces that are there, templates. The records of an export take the place of all that the site \
            holds. What else the file says, such as settings, is left aside.
            """,
            body:
                #"{"name": "more", "deployment": "cloud", "host": "a.example", "spaces": [{"key": "NEW", "pages": [{"title": "Home"}]}]}"#
        ) { call in
            let definition = try call.body { node throws(DocumentError) in try SiteFile.read(node) }
            do {
                try call.site().take(in: definition)
            } catch let error as SiteActError {
                throw AdminError(400, error.description)
            }
            return ["done": true]
        },
        AdminRoute(.get, "/sites/{site}/snapshots", "Lists the states that were kept.") { call in
            ["snapshots": .array(try call.site().snapshots.map(JSON.string))]
        },
        AdminRoute(
            .post, "/sites/{site}/snapshots",
            "Keeps the whole state of the site under a name: content, logins, settings, faults, clock.",
            body: #"{"name": "before"}"#
        ) { call in
            let site = try call.site()
            let name = try call.body { node throws(DocumentError) in
                try node.mapping(keys: ["name"]).required("name").text()
            }
            try site.keepSnapshot(name)
            return ["snapshots": .array(site.snapshots.map(JSON.string))]
        },
        AdminRoute(
            .post, "/sites/{site}/snapshots/{name}/restore", "Makes the site what it was when the state was kept."
        ) { call in
            let site = try call.site()
            let name = call.place("name")
            guard site.snapshots.contains(name) else {
                throw AdminError(
                    404, "the site has no snapshot “\(name)”", nearest: NearestWord.find(for: name, in: site.snapshots))
            }
            try site.restoreSnapshot(name)
            return ["restored": .string(name)]
        },
        AdminRoute(
            .post, "/sites/{site}/reset", "Makes the site what it was at its start, and empties its journal."
        ) { call in
            do {
                try call.site().reset()
            } catch let error as SiteActError {
                throw AdminError(400, error.description)
            }
            return ["done": true]
        },
    ]
}
