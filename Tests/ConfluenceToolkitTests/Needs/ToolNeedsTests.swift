import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Foundation
import Testing

@Suite("What tools need")
struct ToolNeedsTests {
    @Test("covers every request that the tool was seen to make", arguments: ToolRequestTests.cases, [false, true])
    func covers(_ example: ToolRequestTests.Case, isCloud: Bool) throws {
        let needs = example.tool.needs(apiVersion: isCloud ? 2 : 1, isCloud: isCloud)
        guard !needs.isOpen else { return }
        for line in (isCloud ? example.cloudRequests : nil) ?? example.requests {
            let words = line.split(separator: " ", maxSplits: 2)
            let path = words[1].prefix { $0 != "?" }
            // The scripted site names its files in a shorter way than sites do.
            guard !path.hasPrefix("download/") else { continue }
            let method = Request.Method(rawValue: String(words[0]))
            #expect(needs.calls.contains { $0.matches(method, path) }, "\(example.tool.rawValue): \(line)")
        }
    }

    @Test("holds no call for writing in tools that read", arguments: ToolkitTool.allCases)
    func reading(_ tool: ToolkitTool) {
        guard tool.group == .read || tool.group == .index else { return }
        let needs = tool.needs(apiVersion: 2, isCloud: true)
        #expect(needs.calls.allSatisfy { $0.method == .get })
        #expect(Set(needs.space).isSubset(of: [.view]))
        #expect(Set(needs.page).isSubset(of: [.read]))
    }

    @Test("is as the toolkit's screen groups its tools", arguments: ToolkitTool.allCases)
    func groups(_ tool: ToolkitTool) {
        let operations = tool.operations
        switch tool.group {
        case .write: #expect(operations.contains(.createPage))
        case .delete: #expect(operations.contains(.deletePage))
        case .read, .execute: #expect(operations == [.view])
        case .index: #expect(operations.subtracting([.view]).isEmpty)
        }
    }

    @Test("a call is told by its method and its path, whatever the names in it")
    func matching() throws {
        let call = try #require(ToolkitTool.getPageTree.needs(apiVersion: 1, isCloud: false).calls.last)
        #expect(call.matches(.get, "rest/api/content/98311/child/page"))
        #expect(!call.matches(.get, "rest/api/content/98311/child"))
        #expect(!call.matches(.put, "rest/api/content/98311/child/page"))
    }

    // MARK: The scopes

    private static let descriptions = "../shared/openapi"

    /// The calls of all tools, by either version of the API.
    private static let calls: Set<SiteCall> = [1, 2].reduce(into: []) { calls, version in
        for tool in ToolkitTool.allCases { calls.formUnion(tool.needs(apiVersion: version, isCloud: true).calls) }
    }

    @Test(
        "scopes are those of Atlassian's descriptions",
        .enabled(
            if: FileManager.default.fileExists(atPath: descriptions), "needs the API descriptions beside the project"))
    func scopes() throws {
        let documents = try [
            "confluence-cloud-v2.openapi-v2.v3", "confluence-cloud-v1.swagger.v3",
            "confluence-cloud-v1-2022-legacy.swagger.v3",
        ].map { try JSONReader.read([UInt8](Data(contentsOf: URL(filePath: "\(Self.descriptions)/\($0).json")))) }
        for call in Self.calls where !call.path.hasPrefix("download/") {
            let described = documents.lazy.compactMap { Self.operation(call, in: $0) }.first
            let operation = try #require(described, "\(call.method) \(call.path) is not described")
            let (current, other) = Self.scopes(of: operation)
            let summary = "read:confluence-content.summary"
            // With expansions, reading needs more than the description of the bare call says.
            let isWider = current == [summary] && call.scopes == ["read:confluence-content.all"]
            #expect(Set(current) == Set(call.scopes) || isWider, "\(call.method) \(call.path): \(current)")
            #expect(Set(other) == Set(call.otherScopes), "\(call.method) \(call.path): \(other)")
        }
    }

    private static func operation(_ call: SiteCall, in document: JSON) -> JSON? {
        let wanted =
            call.isOfVersion2 ? String(call.path.dropFirst("api/v2".count)) : "/wiki/\(call.path)"
        for member in document["paths"]?.objectValue ?? [:]
        where member.key.hasSuffix(wanted) || fits(member.key, wanted) {
            if let operation = member.value[call.method.rawValue.lowercased()] { return operation }
        }
        return nil
    }

    /// `/child/page` is described as `/child/{type}`, and the names in braces differ between descriptions.
    private static func fits(_ described: String, _ wanted: String) -> Bool {
        let sides = [described, wanted].map { $0.split(separator: "/") }
        return sides[0].count == sides[1].count
            && zip(sides[0], sides[1]).allSatisfy {
                $0 == $1 || $0.hasPrefix("{") && ($1.hasPrefix("{") || $1 == "page")
            }
    }

    private static func scopes(of operation: JSON) -> (current: [String], other: [String]) {
        if let entries = operation["x-atlassian-oauth2-scopes"]?.arrayValue {
            func scopes(_ state: JSON) -> [String] {
                entries.filter { $0["state"] == state }.flatMap { $0["scopes"]?.arrayValue ?? [] }
                    .compactMap(\.stringValue)
            }
            return (scopes("Current"), scopes("Beta"))
        }
        let all = (operation["security"]?.arrayValue ?? []).flatMap { $0["oAuthDefinitions"]?.arrayValue ?? [] }
        return (all.compactMap(\.stringValue), [])
    }
}
