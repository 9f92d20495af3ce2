import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Simulator
import Testing

@Suite("The tools on the fixture sites")
struct ToolsOnSitesTests {
    typealias Acme = ConfluenceSite.Acme

    /// A toolkit of one user of the site, whose waits take no time.
    private func toolkit(_ site: ConfluenceSite, as user: String, space: String? = nil) throws -> Toolkit {
        var credential = CredentialConfiguration(baseURL: site.url)
        switch try site.authentication(of: user) {
        case .basic(let name, let secret): (credential.username, credential.apiKey) = (name, secret)
        case .bearer(let secret): credential.token = secret
        case .cookies, .anonymous: break
        }
        return Toolkit(ToolkitConfiguration(credential: credential, spaceKey: space), send: site.send) { _ in }
    }

    @Test("read a page as Markdown", arguments: Acme.allCases)
    func read(_ kind: Acme) async throws {
        let text = try await toolkit(ConfluenceSite.acme(kind), as: "reader-bot")
            .call("read_page_by_id", arguments: ["page_id": "98310"]).stringValue
        #expect(
            text?.hasPrefix("# Your first week\n\nWelcome! This guide takes a new colleague from **laptop**") == true)
        #expect(text?.contains("| System | Who grants it |\n| --- | --- |\n| Source code | Jonas Lind |") == true)
        #expect(text?.contains("Ask your buddy for the building pass before Monday.") == true)
    }

    @Test("find pages by text, title and label", arguments: Acme.allCases)
    func find(_ kind: Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let toolkit = try toolkit(site, as: "reader-bot", space: "DOCS")
        let calls: [(tool: String, arguments: JSONObject)] = [
            ("search_pages", ["query": "refund"]), ("search_by_title", ["query": "Refund"]),
            ("get_pages_with_label", ["label": "policy"]), ("site_search", ["query": "refund"]),
        ]
        for call in calls {
            let found = try await toolkit.call(call.tool, arguments: call.arguments)
            #expect(found[0]?["page_id"] == "98311", "\(call.tool): \(found.compactText)")
            #expect(found[0]?["page_title"] == "Refund policy", "\(call.tool)")
        }
        let link = try await toolkit.call("search_pages", arguments: ["query": "refund"])[0]?["page_url"]?.stringValue
        #expect(link?.hasPrefix("\(site.url)/") == true)
        #expect(link?.contains("/wiki/wiki/") == false)
    }

    @Test("say that nothing was found in the words of each tool", arguments: Acme.allCases)
    func findNothing(_ kind: Acme) async throws {
        let toolkit = try toolkit(ConfluenceSite.acme(kind), as: "reader-bot")
        let found = try await toolkit.call("site_search", arguments: ["query": "zebra"])
        #expect(found == "Unable to find anything using query zebra")
        let id = try await toolkit.call("get_page_id_by_title", arguments: ["title": "Zebra", "space": "DOCS"])
        #expect(id == "Page not found. Check the title or space.")
    }

    @Test("walk down the tree", arguments: Acme.allCases)
    func tree(_ kind: Acme) async throws {
        let toolkit = try toolkit(ConfluenceSite.acme(kind), as: "reader-bot", space: "DOCS")
        let pages = try await toolkit.call("get_page_tree", arguments: ["page_id": "98305"]).arrayValue ?? []
        #expect(pages.contains(["id": "98313", "title": "Release 1.4", "parent_id": "98312"]))
        #expect(!pages.contains { $0["id"] == "98320" }, "the restricted page")
    }

    @Test("create, change, label and delete a page", arguments: Acme.allCases)
    func write(_ kind: Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let toolkit = try toolkit(site, as: "writer-bot", space: "DOCS")
        let created = try await toolkit.call(
            "create_page", arguments: ["title": "Holidays", "body": "<p>one</p>", "label": "draft"])
        let id = try #require(created["page"]?["id"]?.stringValue)
        #expect(created["page"]?["space key"] == "DOCS")
        #expect(created["message"]?.stringValue?.contains("was created under parent page '98305'") == true)

        let again = try await toolkit.call("create_page", arguments: ["title": "Holidays", "body": "x"])
        #expect(again == "Page with title Holidays already exists, please use other title.")

        let updated = try await toolkit.call(
            "update_page_by_id", arguments: ["page_id": .string(id), "new_body": "<p>two</p>", "new_labels": ["final"]])
        #expect(updated["page"]?["version"] == 2)
        #expect(
            updated["page"]?["diff"]?.stringValue?.hasSuffix("selectedPageVersions=1&selectedPageVersions=2") == true)

        let text = try await toolkit.call("read_page_by_id", arguments: ["page_id": .string(id)])
        #expect(text == "two")
        let labelled = try await toolkit.call("list_pages_with_label", arguments: ["label": "final"])
        #expect(labelled == [["id": .string(id), "title": "Holidays"]])
        #expect(try await toolkit.call("list_pages_with_label", arguments: ["label": "draft"]) == [])

        let deleted = try await toolkit.call("delete_page", arguments: ["page_title": "Holidays"])
        #expect(deleted == .string("Page with ID '\(id)' has been successfully deleted."))
        let missing = try await toolkit.call("get_page_id_by_title", arguments: ["title": "Holidays"])
        #expect(missing == "Page not found. Check the title or space.")
    }

    @Test("show an attachment's text")
    func attachments() async throws {
        let toolkit = try toolkit(ConfluenceSite.acme(.dataCenter), as: "reader-bot")
        let files = try await toolkit.call("get_page_attachments", arguments: ["page_id": "98311"])
        #expect(files[0]?["metadata"]?["name"] == "refund-form.txt", "\(files.compactText)")
        #expect(files[0]?["metadata"]?["media_type"] == "text/plain")
        #expect(files[0]?["content"]?.stringValue?.hasPrefix("Refund form\nName:") == true)
        let none = try await toolkit.call("get_page_attachments", arguments: ["page_id": "98310"])
        #expect(none == "No attachments found for page ID 98310.")
    }

    @Test("take an attachment on Cloud for invisible when the page only links to it")
    func invisibleAttachment() async throws {
        let toolkit = try toolkit(ConfluenceSite.acme(.cloud), as: "reader-bot")
        let answer = try await toolkit.call("get_page_attachments", arguments: ["page_id": "98311"])
        #expect(
            answer
                == "No attachments are visible on page 98311: 1 attachment(s) exist but are not referenced in the page body."
        )
    }

    @Test("tell of a page that may not be seen as of one that is not there", arguments: Acme.allCases, ["98320", "4"])
    func hidden(_ kind: Acme, id: String) async throws {
        let toolkit = try toolkit(ConfluenceSite.acme(kind), as: "reader-bot")
        let text = try await toolkit.call("read_page_by_id", arguments: ["page_id": .string(id)])
        let reason =
            "There is no content with the given id, or the calling user does not have permission to view the content"
        #expect(
            text
                == .string(
                    "Pages not found. Errors: ['Confluence API Error: cannot fetch the page with ID \(id): \(reason)']")
        )
    }

    @Test("flatten a page's macros when only its labels change", arguments: Acme.allCases)
    func flatten(_ kind: Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        #expect(try storedBody("98310", on: site).contains("<ac:structured-macro ac:name=\"info\""))
        _ = try await toolkit(site, as: "writer-bot")
            .call("update_labels", arguments: ["page_ids": ["98310"], "new_labels": ["guide"]])
        let body = try storedBody("98310", on: site)
        #expect(!body.contains("ac:structured-macro"))
        #expect(body.contains("Ask your buddy"))
    }

    private func storedBody(_ id: String, on site: ConfluenceSite) throws -> String {
        let request = try site.request(
            "/rest/api/content/\(id)", query: [QueryItem("expand", "body.storage")], as: "mira")
        let page = try JSONReader.read(site.simulator.respond(to: request).body)
        return page["body"]?["storage"]?["value"]?.stringValue ?? ""
    }

    @Test("show what a wrong secret leads to", arguments: Acme.allCases)
    func wrongSecret(_ kind: Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let credential = CredentialConfiguration(
            baseURL: site.url, username: "reader-bot@acme.example", apiKey: Secret("wrong-key"))
        let toolkit = Toolkit(ToolkitConfiguration(credential: credential), send: site.send) { _ in }
        let message =
            kind == .cloud ? "Current user not permitted to use Confluence" : "Unauthorized (401)"
        await #expect {
            _ = try await toolkit.call("get_page_id_by_title", arguments: ["title": "Refund policy"])
        } throws: { error in
            guard let error = error as? ToolError else { return false }
            return error.exceptionType == "HTTPError" && error.message.contains(message)
        }
    }
}
