import ConfluenceWire
import Foundation
import Testing

@Suite("The toolkit's scenarios and findings")
struct ToolkitScenarioTests {
    @Test("the toolkit's scenarios all pass with the native driver, on both deployments")
    func native() async throws {
        let outcome = try await BuiltCommand.run(["run", "scenarios/toolkit", "--format", "json"])
        #expect(outcome.status == 0, "\(outcome.output.suffix(4000))\(outcome.errors)")
        let report = try outcome.json()
        #expect((report["summary"]?["passed"]?.integerValue ?? 0) >= 50)
    }

    @Test("there is a scenario for each of the toolkit's tools, and one for each case of its live suite")
    func complete() throws {
        let folder = BuiltCommand.root.appending(path: "scenarios/toolkit")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        let text = try files.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
        let tools = [
            "create_page", "create_pages", "delete_page", "update_page_by_id", "update_page_by_title", "update_pages",
            "update_labels", "get_page_tree", "get_pages_with_label", "list_pages_with_label", "read_page_by_id",
            "search_pages", "search_by_title", "site_search", "get_page_with_image_descriptions",
            "execute_generic_confluence", "get_page_id_by_title", "get_page_attachments", "add_file_to_page",
        ]
        for tool in tools { #expect(files.contains("\(tool).yaml"), "\(tool)") }
        for number in 1...26 {
            let name = "CF\(number < 10 ? "0" : "")\(number)"
            #expect(text.contains("name: \(name) "), "\(name)")
        }
    }

    @Test("docs/toolkit-findings.md is what the command writes")
    func page() async throws {
        let outcome = try await BuiltCommand.run(["findings", "scenarios/findings"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try String(
            contentsOf: BuiltCommand.root.appending(path: "docs/toolkit-findings.md"), encoding: .utf8)
        #expect(
            outcome.output == page,
            "run: confluence-doctor findings scenarios/findings > docs/toolkit-findings.md")
    }

    @Test("scenarios without a known defect are no findings")
    func none() async throws {
        let outcome = try await BuiltCommand.run(["findings", "scenarios/toolkit"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("no scenario of scenarios/toolkit is marked known-defect"))
    }
}
