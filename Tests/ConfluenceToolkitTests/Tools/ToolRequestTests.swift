import ConfluenceToolkit
import ConfluenceWire
import Testing

/// The sequences are those that elitea-sdk 0.11.27 was seen to send.
@Suite("What each tool asks of a site")
struct ToolRequestTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var tool: ToolkitTool
        var arguments: JSONObject
        var space: String?
        var requests: [String]
        /// Where Cloud is asked otherwise.
        var cloudRequests: [String]?

        init(
            _ name: String,
            _ tool: ToolkitTool,
            _ arguments: JSONObject,
            space: String? = nil,
            _ requests: [String],
            cloud: [String]? = nil
        ) {
            testDescription = name
            self.tool = tool
            self.arguments = arguments
            self.space = space
            self.requests = requests
            cloudRequests = cloud
        }
    }

    @Test("is what the real toolkit asks", arguments: cases, [false, true])
    func asks(_ example: Case, isCloud: Bool) async throws {
        let site = try ScriptedSite(isCloud: isCloud, space: example.space)
        _ = try await site.toolkit().call(example.tool.rawValue, arguments: example.arguments)
        #expect(site.requests == (isCloud ? example.cloudRequests : nil) ?? example.requests)
    }

    private static func byTitle(_ title: String) -> String {
        "GET rest/api/content?type=page&start=0&limit=1&spaceKey=DOCS&title=\(title)"
    }

    private static let homepage = "GET rest/api/space/DOCS?expand=description.plain,homepage"
    private static let spaceID = "GET api/v2/spaces?keys=DOCS&limit=1"
    private static let width =
        #""metadata":{"properties":{"content-appearance-draft":{"value":"fixed-width"},"#
        + #""content-appearance-published":{"value":"fixed-width"}}}"#

    private static func created(_ title: String, _ body: String, parent: String) -> String {
        #"POST rest/api/content {"type":"page","title":"\#(title)","status":"current","space":{"key":"DOCS"},"#
            + #""body":{"storage":{"value":"\#(body)","representation":"storage"}},\#(width),"#
            + #""ancestors":[{"type":"page","id":"\#(parent)"}]}"#
    }

    private static func createdByTwo(_ title: String, _ body: String, parent: String) -> String {
        #"POST api/v2/pages {"spaceId":"7","status":"current","title":"\#(title)","#
            + #""body":{"representation":"storage","value":"\#(body)"},"parentId":"\#(parent)"}"#
    }

    private static func saved(_ id: String, _ title: String, _ body: String) -> String {
        #"PUT rest/api/content/\#(id)?status=current {"id":"\#(id)","type":"page","title":"\#(title)","#
            + #""version":{"number":4,"minorEdit":false},\#(width),"#
            + #""body":{"storage":{"value":"\#(body)","representation":"storage"}}}"#
    }

    private static func label(_ id: String, _ name: String) -> String {
        #"POST rest/api/content/\#(id)/label {"prefix":"global","name":"\#(name)"}"#
    }

    private static func read(_ id: String) -> String { "GET rest/api/content/\(id)?expand=body.view,version,space" }

    private static func search(_ start: Int, _ cql: String, limit: Int = 5) -> String {
        "GET rest/api/search?start=\(start)&limit=\(limit)&cql=\(cql)"
    }

    static let cases = [
        Case(
            "create_page with a label", .createPage,
            ["title": "New", "body": "<p>x</p>", "space": "DOCS", "label": "lab"],
            [byTitle("New"), homepage, created("New", "<p>x</p>", parent: "100"), label("501", "lab")],
            cloud: [
                byTitle("New"), homepage, spaceID, createdByTwo("New", "<p>x</p>", parent: "100"), label("501", "lab"),
            ]),
        Case(
            "create_page with a parent", .createPage,
            ["title": "New", "body": "x", "parent_id": "101"], space: "DOCS",
            [byTitle("New"), created("New", "x", parent: "101")],
            cloud: [byTitle("New"), spaceID, createdByTwo("New", "x", parent: "101")]),
        Case(
            "create_page of a taken title", .createPage, ["title": "Home", "body": "x"], space: "DOCS",
            [byTitle("Home")]),
        Case(
            "create_pages", .createPages, ["pages_info": #"[{"A": "a"}, {"B": "b"}]"#], space: "DOCS",
            [homepage, byTitle("A"), created("A", "a", parent: "100"), byTitle("B"), created("B", "b", parent: "100")],
            cloud: [
                homepage, byTitle("A"), spaceID, createdByTwo("A", "a", parent: "100"), byTitle("B"), spaceID,
                createdByTwo("B", "b", parent: "100"),
            ]),
        Case(
            "update_page_by_id with everything", .updatePageByID,
            ["page_id": "101", "new_title": "Guide 2", "new_body": "<p>n</p>", "new_labels": ["a", "b"]],
            [
                "GET rest/api/content/101?expand=version,body.view,space", byTitle("Guide 2"),
                "GET rest/api/content/101",
                "GET rest/api/content/101/history", saved("101", "Guide 2", "<p>n</p>"),
                "GET rest/api/content/101/label",
                "DELETE rest/api/content/101/label?id=101&name=old", label("101", "a"), label("101", "b"),
            ]),
        Case(
            "update_page_by_title", .updatePageByTitle, ["page_title": "Policy", "new_body": "<p>n</p>"], space: "DOCS",
            [
                byTitle("Policy"), "GET rest/api/content/102?expand=version,body.view,space",
                "GET rest/api/content/102",
                "GET rest/api/content/102?expand=body.storage", "GET rest/api/content/102/history",
                saved("102", "Policy", "<p>n</p>"),
            ]),
        Case(
            "update_pages", .updatePages, ["page_ids": ["101"], "new_contents": ["<p>same</p>"]],
            [
                "GET rest/api/content/101?expand=version,body.view,space", "GET rest/api/content/101",
                "GET rest/api/content/101?expand=body.storage", "GET rest/api/content/101/history",
                saved("101", "Guide", "<p>same</p>"),
            ]),
        Case(
            "update_labels on a page whose stored body is as it shows", .updateLabels,
            ["page_ids": ["101"], "new_labels": ["q"]],
            [
                "GET rest/api/content/101?expand=version,body.view,space", "GET rest/api/content/101",
                "GET rest/api/content/101?expand=body.storage", "GET rest/api/content/101",
                "GET rest/api/content/101/label",
                "DELETE rest/api/content/101/label?id=101&name=old", label("101", "q"),
            ]),
        Case("update_labels without pages", .updateLabels, ["new_labels": ["q"]], []),
        Case(
            "get_page_tree", .getPageTree, ["page_id": "100"],
            [
                ("100", 0), ("101", 0), ("102", 0), ("101", 100), ("100", 100),
            ].map { "GET rest/api/content/\($0)/child/page?start=\($1)&limit=100" }),
        Case(
            "get_page_tree in a space", .getPageTree, ["page_id": "102"], space: "docs",
            ["GET rest/api/content/102?expand=space", "GET rest/api/content/102/child/page?start=0&limit=100"]),
        Case(
            "get_pages_with_label", .getPagesWithLabel, ["label": "x"],
            [
                #"GET rest/api/content/search?cql=type=page AND label="x"&limit=5"#, read("100"), read("101"),
                read("102"),
                #"GET rest/api/content/search?cql=type=page AND label="x"&start=5&limit=5"#,
            ]),
        Case(
            "list_pages_with_label in a space", .listPagesWithLabel, ["label": "x"], space: "DOCS",
            [search(0, #"type=page AND label="x" AND space="DOCS""#), read("100"), read("101"), read("102")]
                + [search(5, #"type=page AND label="x" AND space="DOCS""#)]),
        Case("read_page_by_id", .readPageByID, ["page_id": "100"], [read("100")]),
        Case(
            "read_page_by_id in another format", .readPageByID,
            ["page_id": "100", "content_format": "atlas_doc_format"],
            ["GET rest/api/content/100?expand=body.atlas_doc_format,version,space"]),
        Case("read_page_by_id of no page", .readPageByID, ["page_id": "999"], [read("999"), read("999"), read("999")]),
        Case(
            "search_pages", .searchPages, ["query": "foo"], space: "DOCS",
            [search(0, #"(type=page and space="DOCS") and (title~"foo" or text~"foo")"#), read("100"), read("101")]
                + [read("102"), search(5, #"(type=page and space="DOCS") and (title~"foo" or text~"foo")"#)]),
        Case(
            "search_by_title with a quote", .searchByTitle, ["query": "f\"o"],
            [search(0, #"(type=page) and (title~"f\"o")"#), read("100"), read("101"), read("102")]
                + [search(5, #"(type=page) and (title~"f\"o")"#)]),
        Case(
            "site_search", .siteSearch, ["query": "foo"], [search(0, #"(type=page) and (siteSearch~"foo")"#, limit: 10)]
        ),
        Case(
            "get_page_id_by_title anywhere", .getPageIDByTitle, ["title": "Home"],
            ["GET rest/api/content?type=page&start=0&limit=1&title=Home"]),
        Case(
            "get_page_attachments", .getPageAttachments, ["page_id": "100"],
            [
                "GET rest/api/content/100/child/attachment?limit=50", "GET rest/api/content/att201/history",
                "GET rest/api/content/att202/history", "GET download/notes.txt?version=1", "GET download/gone.txt",
            ],
            cloud: [
                "GET rest/api/content/100/child/attachment?limit=50",
                "GET api/v2/pages/100?body-format=atlas_doc_format",
                "GET rest/api/content/att201/history", "GET download/notes.txt?version=1",
            ]),
        Case(
            "execute_generic_confluence to read", .executeGenericConfluence,
            ["method": "GET", "relative_url": "/rest/api/space/DOCS", "params": #"{"expand": "homepage"}"#],
            ["GET rest/api/space/DOCS?expand=homepage"]),
        Case(
            "execute_generic_confluence to write", .executeGenericConfluence,
            [
                "method": "POST", "relative_url": "/rest/api/content/100/label",
                "params": #"[{"prefix": "global", "name": "t"}]"#,
            ],
            [#"POST rest/api/content/100/label [{"prefix":"global","name":"t"}]"#]),
        Case(
            "delete_page by title", .deletePage, ["page_title": "Policy"], space: "DOCS",
            [byTitle("Policy"), "DELETE rest/api/content/102"]),
    ]
}
