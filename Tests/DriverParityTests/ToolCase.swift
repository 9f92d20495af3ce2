import ConfluenceWire

/// One tool call that both drivers must answer alike, on a site that the calls before it have changed alike.
struct ToolCase: Sendable {
    var tool: String
    var arguments: JSONObject

    init(_ tool: String, _ arguments: JSONObject = [:]) {
        self.tool = tool
        self.arguments = arguments
    }

    /// Every native tool in its plain use, and the mistakes that people make with it.
    static let all: [ToolCase] = [
        ToolCase("read_page_by_id", ["page_id": "98305"]),
        ToolCase("read_page_by_id", ["page_id": "98310"]),
        ToolCase("read_page_by_id", ["page_id": "98310", "content_format": "storage"]),
        ToolCase("read_page_by_id", ["page_id": "98320"]),
        ToolCase("read_page_by_id", ["page_id": "131073"]),
        ToolCase("read_page_by_id", ["page_id": "999999"]),
        ToolCase("get_page_id_by_title", ["title": "Refund policy"]),
        ToolCase("get_page_id_by_title", ["title": "No such page"]),
        ToolCase("site_search", ["query": "refund"]),
        ToolCase("site_search", ["query": "xyznonexistentquery"]),
        ToolCase("search_pages", ["query": "release"]),
        ToolCase("search_pages", ["query": "xyznonexistentquery"]),
        ToolCase("search_pages", ["query": "a \" that is not escaped"]),
        ToolCase("search_by_title", ["query": "policy"]),
        ToolCase("list_pages_with_label", ["label": "policy"]),
        ToolCase("list_pages_with_label", ["label": "no-such-label"]),
        ToolCase("get_pages_with_label", ["label": "guide"]),
        ToolCase("get_page_tree", ["page_id": "98305"]),
        ToolCase("get_page_attachments", ["page_id": "98311"]),
        ToolCase("get_page_attachments", ["page_id": "98313"]),
        ToolCase("get_page_with_image_descriptions", ["page_id": "98310"]),
        ToolCase("get_page_with_image_descriptions", ["page_id": "131073"]),
        ToolCase("get_page_with_image_descriptions", ["page_id": "999999"]),
        ToolCase("add_file_to_page", ["page_id": "98313", "filepath": "/bucket/no-such-file.txt"]),
        ToolCase("add_file_to_page", ["page_id": "131073", "filepath": "/bucket/no-such-file.txt"]),
        ToolCase(
            "create_page", ["space": "DOCS", "title": "Made by a tool", "body": "<p>First</p>", "label": "made"]),
        ToolCase(
            "create_page",
            ["space": "DOCS", "title": "Made below", "body": "<p>Second</p>", "parent_id": "98312"]),
        ToolCase("create_page", ["space": "DOCS", "title": "Refund policy", "body": "<p>Taken</p>"]),
        ToolCase("create_page", ["space": "DOCS", "title": "Broken body", "body": "<p>never closed"]),
        ToolCase("create_page", ["space": "TEAM", "title": "Outside", "body": "<p>x</p>"]),
        ToolCase("update_page_by_id", ["page_id": "98313", "new_body": "<p>Another body</p>"]),
        ToolCase("update_page_by_id", ["page_id": "98313", "new_title": "Release 1.4.1"]),
        ToolCase("update_page_by_id", ["page_id": "98321", "new_body": "<p>Not mine to edit</p>"]),
        ToolCase("update_page_by_title", ["page_title": "Refund policy", "new_body": "<p>Refunds within 60 days</p>"]),
        ToolCase("update_page_by_title", ["page_title": "No such page", "new_body": "<p>x</p>"]),
        ToolCase("update_labels", ["page_ids": ["98310"], "new_labels": ["onboarding", "checked"]]),
        ToolCase("update_labels", ["new_labels": ["checked"]]),
        ToolCase("delete_page", ["page_title": "Made below", "space": "DOCS"]),
        ToolCase("delete_page", ["page_id": "999999"]),
        ToolCase("delete_page", [:]),
        ToolCase("read_page_by_id", [:]),
    ]
}
