import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Testing

@Suite("What each tool gives")
struct ToolResultTests {
    static let cloud = "http://acme.atlassian.net/wiki"
    static let server = "http://confluence.acme.example/confluence"

    @Test("tells of a created page with its link and author", arguments: [false, true])
    func created(isCloud: Bool) async throws {
        let base = isCloud ? Self.cloud : Self.server
        let result = try await call(
            .createPage, ["title": "New", "body": "x", "label": "lab"], isCloud: isCloud, space: "DOCS")
        #expect(
            result == [
                "message": .string(
                    "The page 'New' was created under parent page '100': '\(base)/spaces/DOCS/pages/501'."),
                "page": [
                    "title": "New", "id": "501", "space key": "DOCS", "author": isCloud ? "712020:ann" : "Ann",
                    "link": .string("\(base)/spaces/DOCS/pages/501"), "label": "lab",
                ],
            ])
    }

    @Test("tells of a changed page with the difference's address")
    func updated() async throws {
        let result = try await call(.updatePageByID, ["page_id": "101", "new_body": "n", "new_labels": ["a"]])
        let diff =
            "http://base/pages/diffpagesbyversion.action?pageId=101&selectedPageVersions=3&selectedPageVersions=3"
        #expect(
            result == [
                "message": .string("The page '101' was updated successfully: '\(Self.server)/spaces/DOCS/pages/101'."),
                "page": [
                    "title": "Guide", "id": "101", "space key": "DOCS", "author": "Ann",
                    "link": .string("\(Self.server)/spaces/DOCS/pages/101"), "version": 3, "diff": .string(diff),
                    "labels": ["a"],
                ],
            ])
    }

    @Test("lists attachments with text, and on Cloud only those that the page shows", arguments: [false, true])
    func attachments(isCloud: Bool) async throws {
        let result = try await call(.getPageAttachments, ["page_id": "100", "max_content_length": 5], isCloud: isCloud)
        #expect(result.arrayValue?.count == (isCloud ? 1 : 2))
        let base = isCloud ? "http://acme.atlassian.net" : Self.server
        #expect(
            result[0] == [
                "metadata": [
                    "name": "notes.txt", "size": 11, "creator": "Ann", "created": "2026-01-01", "updated": "2026-01-02",
                    "media_type": "text/plain", "labels": [],
                    "download_url": .string("\(base)/download/notes.txt?version=1"),
                ],
                "comments": [], "content": "hello\n...[truncated, showing first 5 characters]", "llm_analysis": nil,
            ])
    }

    struct Sentence: Sendable, CustomTestStringConvertible {
        var tool: ToolkitTool
        var arguments: JSONObject
        var space: String?
        var result: JSON
        var testDescription: String { "\(tool.rawValue) \(JSON.object(arguments).compactText)" }
    }

    static let sentences = [
        Sentence(tool: .readPageByID, arguments: ["page_id": "100"], result: "Home body"),
        Sentence(
            tool: .readPageByID, arguments: ["page_id": "999"],
            result:
                "Pages not found. Errors: ['Confluence API Error: cannot fetch the page with ID 999: There is no content with the given id, or the calling user does not have permission to view the content']"
        ),
        Sentence(tool: .getPageIDByTitle, arguments: ["title": "Home"], result: "100"),
        Sentence(
            tool: .getPageIDByTitle, arguments: ["title": "No"], result: "Page not found. Check the title or space."),
        Sentence(
            tool: .createPage, arguments: ["title": "Home", "body": "x"], space: "DOCS",
            result: "Page with title Home already exists, please use other title."),
        Sentence(
            tool: .deletePage, arguments: ["page_id": "101"],
            result: "Page with ID '101' has been successfully deleted."),
        Sentence(
            tool: .deletePage, arguments: ["page_title": "No"], space: "DOCS",
            result: "Page instance could not be resolved with id 'None' and/or title 'No'"),
        Sentence(tool: .updateLabels, arguments: [:], result: "Either list of page_ids should be provided."),
        Sentence(
            tool: .updatePageByTitle, arguments: ["page_title": "No"], space: "DOCS",
            result: "Page with title No not found."),
        Sentence(
            tool: .updatePageByID, arguments: ["page_id": "101", "new_title": "Home"],
            result: "Page with title Home already exists."),
        Sentence(
            tool: .getPageTree, arguments: ["page_id": "100"],
            result: [
                ["id": "101", "title": "Guide", "parent_id": "100"],
                ["id": "102", "title": "Policy", "parent_id": "101"],
            ]),
        Sentence(
            tool: .listPagesWithLabel, arguments: ["label": "x"],
            result: [
                ["id": "100", "title": "Home"], ["id": "101", "title": "Guide"], ["id": "102", "title": "Policy"],
            ]),
        Sentence(
            tool: .executeGenericConfluence, arguments: ["method": "GET", "relative_url": "/rest/api/space/DOCS"],
            result: #"HTTP: GET/rest/api/space/DOCS -> 200OK{"id":7,"key":"DOCS","homepage":{"id":"100"}}"#),
    ]

    @Test("is what the real toolkit gives", arguments: sentences)
    func gives(_ example: Sentence) async throws {
        let result = try await call(example.tool, example.arguments, space: example.space)
        #expect(result == example.result)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var tool: String
        var arguments: JSONObject
        var space: String?
        var error: String
        var testDescription: String { "\(tool) \(JSON.object(arguments).compactText)" }
    }

    static let refusals = [
        Refusal(
            tool: "get_page_id_by_title", arguments: ["title": "x", "space": "TEAM"], space: "DOCS",
            error:
                "ToolException: This toolkit is restricted to Confluence space 'DOCS'; space 'TEAM' is outside its scope."
        ),
        Refusal(
            tool: "read_page_by_id", arguments: ["page_id": "100"], space: "TEAM",
            error:
                "ToolException: Page '100' belongs to space 'DOCS', but this toolkit is restricted to Confluence space 'TEAM'."
        ),
        Refusal(
            tool: "create_page", arguments: ["title": "x", "body": "x"],
            error:
                "ToolException: A Confluence space key is required for this operation because the toolkit has no space configured. Provide the 'space' parameter."
        ),
        Refusal(
            tool: "execute_generic_confluence", arguments: ["method": "GET", "relative_url": "/rest/api/space"],
            space: "DOCS",
            error:
                "ToolException: execute_generic_confluence is unavailable because this toolkit is restricted to Confluence space 'DOCS' and raw REST calls cannot be limited to one space. Use the dedicated Confluence tools instead, or clear the toolkit's Space Key."
        ),
        Refusal(
            tool: "delete_page", arguments: [:],
            error: "ValueError: Either page_id or page_title is required to delete the page"),
        Refusal(
            tool: "update_pages", arguments: ["page_ids": ["1", "2"], "new_contents": ["a", "b", "c"]],
            error:
                "ValueError: New content should be provided for all the pages or it should contain only 1 new body for bulk update"
        ),
        Refusal(
            tool: "read_page_by_id", arguments: ["pageid": "100"],
            error:
                "ValidationError: read_page_by_id: the argument “page_id” is missing: “pageid” is no argument of this tool, it takes page_id, skip_images, content_format"
        ),
        Refusal(
            tool: "read_page_by_id", arguments: ["page_id": 100],
            error: "ValidationError: read_page_by_id: the argument “page_id” must be a text, found a number"),
        Refusal(
            tool: "read_page_by_id", arguments: ["page_id": "100", "content_format": "vew"],
            error:
                "ValidationError: read_page_by_id: unknown value “vew” of the argument “content_format”, did you mean “view”?"
        ),
        Refusal(
            tool: "search_pages", arguments: ["query": ""],
            error: "ValidationError: search_pages: the argument “query” is empty"),
        Refusal(
            tool: "read_page", arguments: [:],
            error: "ToolNotFound: the toolkit has no tool “read_page”, did you mean “read_page_by_id”?"),
        Refusal(
            tool: "add_file_to_page", arguments: ["page_id": "100"],
            error: "ValidationError: add_file_to_page: the argument “filepath” is missing"),
        Refusal(
            tool: "add_file_to_page", arguments: ["page_id": "100", "filepath": "/bucket/notes.txt"],
            error: "ToolException: EliteA client is not initialized. Cannot download artifact."),
        Refusal(
            tool: "index_data", arguments: [:],
            error:
                "ToolNotFound: this toolkit does not offer “index_data”: it needs pgvector_configuration and embedding_model"
        ),
    ]

    @Test("refuses with the real toolkit's words, or with readable ones of its own", arguments: refusals)
    func refuses(_ example: Refusal) async throws {
        let toolkit = try ScriptedSite(space: example.space).toolkit()
        await #expect {
            _ = try await toolkit.call(example.tool, arguments: example.arguments)
        } throws: { error in
            (error as? ToolError)?.description == example.error
        }
    }

    @Test(
        "refuses what today's toolkit can't be built from, without a request",
        arguments: [
            (ConfigurationForm.legacyAgent, "http://acme.example", "pat-1", "KeyError: 'confluence_configuration'"),
            (
                .legacyMiddle, "http://acme.example", "pat-1",
                "ValidationError: Base URL is required for Confluence API Wrapper."
            ),
            (.toolkit, "", "pat-1", "ValidationError: Base URL is required for Confluence API Wrapper."),
            (
                .toolkit, "http://acme.example", "",
                "ValidationError: Either 'token' or both 'api_key' and 'username' must be provided for authentication."
            ),
        ])
    func unbuildable(form: ConfigurationForm, baseURL: String, token: String, error expected: String) async throws {
        let credential = CredentialConfiguration(baseURL: baseURL, token: Secret(token))
        let toolkit = Toolkit(ToolkitConfiguration(form: form, credential: credential)) { request in
            Issue.record("\(request.url) was asked")
            return Response(status: 500)
        } sleep: { _ in
        }
        await #expect {
            _ = try await toolkit.call("read_page_by_id", arguments: ["page_id": "1"])
        } throws: { error in
            (error as? ToolError)?.description == expected
        }
    }

    @Test("leaves hits outside of the toolkit's space out of a search without a word")
    func dropsOtherSpaces() async throws {
        let result = try await call(.searchPages, ["query": "x"], space: "TEAM")
        #expect(
            result
                == "Unable to find anything using query (type=page and space=\"TEAM\") and (title~\"x\" or text~\"x\"). Check space or query."
        )
    }

    @Test("ends a list at the first page that can't be read, and remembers the failure")
    func endsListEarly() async throws {
        let site = try ScriptedSite { request in
            request.url.path.hasSuffix("/101") ? Response(status: 404) : nil
        }
        let toolkit = site.toolkit()
        let found = try await toolkit.call("list_pages_with_label", arguments: ["label": "x"])
        #expect(found == [["id": "100", "title": "Home"]])
        let text = try await toolkit.call("read_page_by_id", arguments: ["page_id": "101"])
        #expect(text.stringValue?.split(separator: "cannot fetch the page with ID 101").count == 3)
    }

    @Test("saves what a macro shows in place of the macro when only labels change")
    func flattensMacros() async throws {
        let shown: JSON = ["value": "<div>shown</div>"]
        let stored: JSON = ["value": "<ac:structured-macro ac:name=\"info\"/>"]
        let site = try ScriptedSite { request in
            guard request.method == .get, request.url.path.hasSuffix("/101") else { return nil }
            return ScriptedSite.json([
                "id": "101", "title": "Guide", "space": ["key": "DOCS"], "version": ["number": 3],
                "body": ["view": shown, "storage": stored],
            ])
        }
        _ = try await site.toolkit().call("update_labels", arguments: ["page_ids": ["101"], "new_labels": []])
        #expect(
            site.requests.contains { $0.hasPrefix("PUT") && $0.contains(#""storage":{"value":"<div>shown</div>""#) })
    }

    @Test("puts the toolkit's own labels on what it creates")
    func defaultLabels() async throws {
        let site = try ScriptedSite(space: "DOCS", labels: ["by-agent"])
        _ = try await site.toolkit().call("create_page", arguments: ["title": "New", "body": "x"])
        #expect(site.requests.last == #"POST rest/api/content/501/label {"prefix":"global","name":"by-agent"}"#)
    }

    private func call(
        _ tool: ToolkitTool,
        _ arguments: JSONObject,
        isCloud: Bool = false,
        space: String? = nil
    ) async throws -> JSON {
        try await ScriptedSite(isCloud: isCloud, space: space).toolkit().call(tool.rawValue, arguments: arguments)
    }
}
