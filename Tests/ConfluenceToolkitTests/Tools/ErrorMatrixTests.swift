import ConfluenceToolkit
import ConfluenceWire
import Testing

/// The outcomes are those of elitea-sdk 0.11.27 on a server that answers every request alike.
@Suite("What a user sees of a site's refusal")
struct ErrorMatrixTests {
    static let calls: [(tool: ToolkitTool, arguments: JSONObject)] = [
        (.readPageByID, ["page_id": "100"]), (.searchPages, ["query": "foo"]), (.getPageIDByTitle, ["title": "Home"]),
        (.createPage, ["title": "Z", "body": "z", "space": "DOCS"]),
        (.updatePageByID, ["page_id": "100", "new_body": "z"]),
        (.getPagesWithLabel, ["label": "x"]), (.getPageTree, ["page_id": "100"]),
        (.getPageAttachments, ["page_id": "100"]),
        (.deletePage, ["page_id": "100"]), (.siteSearch, ["query": "q"]),
    ]

    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var answer: Response
        /// What the error of most tools is; `{url}` is the address that was asked last.
        var usual: String
        /// The tools that show another.
        var others: [ToolkitTool: String] = [:]

        init(_ name: String, _ answer: Response, _ usual: String, _ others: [ToolkitTool: String] = [:]) {
            testDescription = name
            self.answer = answer
            self.usual = usual
            self.others = others
        }

        /// The whole outcome for a tool: an error, or the sentence in which a tool wraps it.
        func outcome(_ tool: ToolkitTool) -> String {
            let error = others[tool] ?? usual
            let message = error.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? error
            switch tool {
            case .readPageByID where !error.hasPrefix("TypeError"):
                return
                    "Pages not found. Errors: ['Confluence API Error: cannot fetch the page with ID 100: \(message)']"
            case .getPageAttachments where !error.hasPrefix("="):
                return "Error retrieving attachments: \(message)"
            default:
                return error.hasPrefix("=") ? String(error.dropFirst()) : error
            }
        }
    }

    private static func answer(_ status: Int, _ type: String, _ body: String) -> Response {
        Response(status: status, headers: ["Content-Type": type], body: Array(body.utf8))
    }

    private static let noContent =
        "ApiError: There is no content with the given id, or the calling user does not have permission to view the content"
    private static let noTrash =
        "ApiError: There is no content with the given id, or the calling user does not have permission to trash or purge the content"
    private static let noView = "ApiPermissionError: The calling user does not have permission to view the content"
    private static let deleted = "=Page with ID '100' has been successfully deleted."
    private static let permission = "com.acme.PermissionException: Not permitted"

    static let rows = [
        Row("401 with JSON", answer(401, "application/json", #"{"message":"Nope"}"#), "HTTPError: Unauthorized (401)"),
        Row(
            "401 with the one exact content type",
            answer(401, "application/json;charset=UTF-8", #"{"message":"Nope"}"#), "HTTPError: Nope"),
        Row("401 with a page", answer(401, "text/html", "<html>"), "HTTPError: Unauthorized (401)"),
        Row(
            "403 with JSON", answer(403, "application/json", #"{"statusCode":403,"message":"\#(permission)"}"#),
            "HTTPError: \(permission)"),
        Row(
            "403 with a page", answer(403, "text/html", "<html>"),
            "HTTPError: 403 Client Error: Forbidden for url: {url}"),
        Row(
            "404 with a page", answer(404, "text/html", "<html>"),
            "HTTPError: 404 Client Error: Not Found for url: {url}",
            [
                .readPageByID: noContent, .getPageIDByTitle: noView, .createPage: noView, .updatePageByID: noContent,
                .getPageTree: noContent, .getPageAttachments: noContent, .deletePage: noTrash,
            ]),
        Row(
            "400", answer(400, "application/json", #"{"message":"Could not parse cql : x"}"#),
            "HTTPError: Could not parse cql : x",
            [
                .searchPages: "ApiValueError: The query cannot be parsed",
                .siteSearch: "ApiValueError: The query cannot be parsed",
                .getPagesWithLabel: "ApiValueError: The CQL is invalid or missing",
            ]),
        Row(
            "409", answer(409, "application/json", #"{"message":"Version must be incremented"}"#),
            "HTTPError: Version must be incremented",
            [.deletePage: "ApiConflictError: There is a stale data object conflict when trying to delete a draft"]),
        Row("500 with JSON", answer(500, "application/json", #"{"message":"boom"}"#), "HTTPError: boom"),
        Row(
            "503 with a page", answer(503, "text/html", "<html>"),
            "HTTPError: 503 Server Error: Service Unavailable for url: {url}"),
        Row(
            "a login page", answer(200, "text/html", "<html>"), "AttributeError: 'str' object has no attribute 'get'",
            [.readPageByID: "TypeError: string indices must be integers, not 'str'", .deletePage: deleted]),
        Row(
            "nothing at all", answer(200, "text/html", ""), "AttributeError: 'NoneType' object has no attribute 'get'",
            [
                .readPageByID: "TypeError: 'NoneType' object is not subscriptable",
                .updatePageByID: "=Page with ID 100 not found.", .deletePage: deleted,
                .getPageAttachments: "=No attachments found for page ID 100.",
            ]),
    ]

    @Test("is what it is with the real toolkit", arguments: rows)
    func shows(_ row: Row) async throws {
        for (tool, arguments) in Self.calls {
            let urls = AddressBook()
            let site = try ScriptedSite { request in
                urls.note(request.url)
                return row.answer
            }
            let outcome: String
            do {
                outcome = try await site.toolkit().call(tool.rawValue, arguments: arguments).stringValue ?? "no text"
            } catch let error as ToolError {
                outcome = error.description
            }
            let expected = row.outcome(tool).replacing("{url}", with: urls.last)
            #expect(outcome == expected, "\(tool.rawValue)")
            let isRetried = tool == .readPageByID && row.answer.status != 200
            #expect(site.pauses == (isRetried ? [.seconds(2), .seconds(2)] : []), "\(tool.rawValue)")
        }
    }

    @Test("waits as long as a 429 asks for, and reads on")
    func waits() async throws {
        let urls = AddressBook()
        let site = try ScriptedSite { request in
            urls.note(request.url)
            return urls.count == 1 ? Response(status: 429, headers: ["Retry-After": "7"]) : nil
        }
        let text = try await site.toolkit().call("read_page_by_id", arguments: ["page_id": "100"])
        #expect(text == "Home body")
        #expect(site.pauses == [.seconds(7)])
    }

    @Test("stumbles over a 429 that names a date")
    func stumbles() async throws {
        let site = try ScriptedSite { _ in
            Response(status: 429, headers: ["Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"])
        }
        await #expect(
            throws: ToolError(
                exceptionType: "ValueError",
                message: "invalid literal for int() with base 10: 'Wed, 21 Oct 2026 07:28:00 GMT'")
        ) {
            try await site.toolkit().call("site_search", arguments: ["query": "x"])
        }
    }
}
