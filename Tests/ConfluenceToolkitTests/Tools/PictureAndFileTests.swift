import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Simulator
import Testing

@Suite("Pictures of pages, and files that are put on them")
struct PictureAndFileTests {
    typealias Acme = ConfluenceSite.Acme

    private func toolkit(_ site: ConfluenceSite, artifacts: [ArtifactFile]? = nil) throws -> Toolkit {
        var credential = CredentialConfiguration(baseURL: site.url)
        switch try site.authentication(of: "writer-bot") {
        case .basic(let name, let secret): (credential.username, credential.apiKey) = (name, secret)
        case .bearer(let secret): credential.token = secret
        case .cookies, .anonymous: break
        }
        let configuration = ToolkitConfiguration(credential: credential, spaceKey: "DOCS", artifacts: artifacts)
        return Toolkit(configuration, send: site.send) { _ in }
    }

    /// Something of the site, as its owner sees it.
    private func look(_ site: ConfluenceSite, _ path: String, expand: String) throws -> JSON {
        try JSONReader.read(site.ask(path, query: [QueryItem("expand", expand)], as: "mira").body)
    }

    /// Long enough to count as a picture, and begins as one.
    private static let picture = [0x89, 0x50, 0x4E, 0x47] + Array(repeating: UInt8(7), count: 120)

    @Test("a picture is put on a page, and described where it stands", arguments: Acme.allCases)
    func picture(_ kind: Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let toolkit = try toolkit(
            site, artifacts: [ArtifactFile(path: "/bucket/plan.png", content: Self.picture)])
        let added = try await toolkit.call(
            "add_file_to_page",
            arguments: ["page_id": "98313", "filepath": "/bucket/plan.png", "caption": "Our plan"])
        #expect(
            added.stringValue?.hasPrefix("File 'plan.png' uploaded and added to page 98313 as image. View at: ") == true
        )
        let page = try look(site, "/rest/api/content/98313", expand: "body.storage,version")
        let body = try #require(page["body"]?["storage"]?["value"]?.stringValue)
        #expect(
            body.hasSuffix(
                "<p /><ac:image><ri:attachment ri:filename=\"plan.png\" /><ac:caption><p>Our plan</p></ac:caption></ac:image>"
            ))
        #expect(page["version"]?["message"] == "Added file: plan.png")
        let described = try await toolkit.call(
            "get_page_with_image_descriptions", arguments: ["page_id": "98313"]
        ).stringValue
        #expect(
            described?.hasPrefix("Page 'Release 1.4' (ID: 98313) with image descriptions:\n\n# Release 1.4") == true)
        #expect(described?.contains("[Image plan.png Description: [LLM not available for image processing]]") == true)
    }

    @Test("a file that is there already gets a new version, and other kinds become links", arguments: Acme.allCases)
    func newVersion(_ kind: Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let toolkit = try toolkit(
            site, artifacts: [ArtifactFile(path: "/bucket/refund-form.txt", content: Array("Form".utf8))])
        let added = try await toolkit.call(
            "add_file_to_page",
            arguments: ["page_id": "98311", "filepath": "/bucket/refund-form.txt", "position": "prepend"])
        #expect(added.stringValue?.contains("as file. View at: ") == true)
        let files = try look(site, "/rest/api/content/98311/child/attachment", expand: "version")
        #expect(files["results"]?.arrayValue?.count == 1)
        #expect(files["results"]?[0]?["version"]?["number"] == 2)
        let page = try look(site, "/rest/api/content/98311", expand: "body.storage")
        #expect(page["body"]?["storage"]?["value"]?.stringValue?.hasPrefix("<ac:link><ri:attachment") == true)
    }

    @Test(
        "what can't be done is told with the site's own words",
        arguments: [
            (
                "98313", "/bucket/nothing.txt",
                "Failed to upload file from artifact: File '/bucket/nothing.txt' not found. "
            ),
            ("98313", "/bucket/empty.txt", "Failed to download artifact from /bucket/empty.txt"),
            ("131073", "/bucket/a.txt", "Failed to add file to page 131073: There is no content with the given id"),
            ("98321", "/bucket/a.txt", "Failed to "),
        ])
    func refuses(page: String, path: String, message: String) async throws {
        let files = [
            ArtifactFile(path: "/bucket/a.txt", content: Array("a".utf8)),
            ArtifactFile(path: "/bucket/empty.txt", content: []),
        ]
        let toolkit = try toolkit(ConfluenceSite.acme(.dataCenter), artifacts: files)
        let arguments: JSONObject = ["page_id": .string(page), "filepath": .string(path)]
        await #expect {
            _ = try await toolkit.call("add_file_to_page", arguments: arguments)
        } throws: { error in
            (error as? ToolError)?.description.hasPrefix("ToolException: \(message)") == true
        }
    }

    @Test("pictures of other hosts and of the page's own source are told apart")
    func kinds() async throws {
        let source =
            "<p><ac:image><ri:url ri:value=\"https://elsewhere.example/a/chart.png\"/></ac:image></p>"
            + "<p><ac:image><ac:resource><ac:media-type>image/gif</ac:media-type><ac:data>R0lGODlh</ac:data></ac:resource></ac:image></p>"
        let site = try ScriptedSite { request in
            guard request.url.host.hasPrefix("confluence") else {
                return Response(status: 200, headers: ["Content-Type": "image/png"], body: [1])
            }
            return ScriptedSite.json([
                "id": "101", "title": "Guide", "space": ["key": "DOCS"],
                "body": ["storage": ["value": .string(source)]],
            ])
        }
        let text = try await site.toolkit().call(
            "get_page_with_image_descriptions", arguments: ["page_id": "101"]
        ).stringValue
        #expect(text?.contains("[Image chart.png Description: [LLM") == true)
        #expect(text?.contains("[Image embedded-image.gif Description: [LLM") == true)
    }
}
