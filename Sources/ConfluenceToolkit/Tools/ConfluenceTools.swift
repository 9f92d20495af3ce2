import ConfluenceClient
import ConfluenceWire

/// The tools of one toolkit; each family of them is an extension in a file of its own.
struct ConfluenceTools: Sendable {
    let configuration: ToolkitConfiguration
    let client: ConfluenceClient
    let memory: ErrorMemory
    let sleep: Sleep

    /// The platform ignores the configured number.
    static let maxPages = 10

    var scope: SpaceScope { SpaceScope(space: configuration.spaceKey) }

    func run(_ tool: ToolkitTool, _ arguments: ToolArguments) async throws -> JSON {
        switch tool {
        case .createPage: try await createPage(arguments)
        case .createPages: try await createPages(arguments)
        case .deletePage: try await deletePage(arguments)
        case .updatePageByID: try await updatePageByID(arguments)
        case .updatePageByTitle: try await updatePageByTitle(arguments)
        case .updatePages: try await updatePages(arguments)
        case .updateLabels: try await updateLabels(arguments)
        case .getPageTree: try await getPageTree(arguments)
        case .getPagesWithLabel: try await getPagesWithLabel(arguments)
        case .listPagesWithLabel: try await listPagesWithLabel(arguments)
        case .readPageByID: try await readPageByID(arguments)
        case .searchPages: try await searchPages(arguments)
        case .searchByTitle: try await searchByTitle(arguments)
        case .siteSearch: try await siteSearch(arguments)
        case .executeGenericConfluence: try await executeGenericConfluence(arguments)
        case .getPageIDByTitle: try await getPageIDByTitle(arguments)
        case .getPageAttachments: try await getPageAttachments(arguments)
        case .getPageWithImageDescriptions: try await getPageWithImageDescriptions(arguments)
        case .addFileToPage: try await addFileToPage(arguments)
        case .indexData, .listIndexes, .searchIndex, .stepbackSearchIndex, .stepbackSummaryIndex, .removeIndex:
            throw ToolError.refusal("\(tool.rawValue) is not available in the native driver; use --driver elitea")
        }
    }

    /// The address of a page for people: for Cloud with `/wiki` exactly once.
    func pageLink(_ webPath: JSON) throws(ClientError) -> String {
        var base = configuration.linkBase
        while base.hasSuffix("/") { base.removeLast() }
        var path = try webPath.text(for: "startswith")
        guard configuration.isCloud else { return base + path }
        if base.hasSuffix("/wiki") {
            if path.hasPrefix("/wiki/") { path.removeFirst("/wiki".count) }
        } else if !path.hasPrefix("/wiki/") {
            path = "/wiki" + path
        }
        return base + path
    }

    /// Puts the toolkit's own labels on a page that it has created or changed.
    func addDefaultLabels(to id: String) async throws {
        for label in configuration.labels { try await client.addLabel(.string(label), to: id) }
    }
}
