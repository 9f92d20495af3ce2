import ConfluenceModel
package import ConfluenceToolkit
import ConfluenceWire

/// At what pace a monitor asks, for how long, and about what.
package struct MonitorPlan: Sendable, Hashable {
    package var interval: Duration
    /// `nil` goes on until it is stopped.
    package var length: Duration?
    package var tools: [ToolkitTool]
    package var pageID: String?

    package init(interval: Duration, length: Duration? = nil, tools: [ToolkitTool], pageID: String? = nil) {
        self.interval = interval
        self.length = length
        self.tools = tools
        self.pageID = pageID
    }
}

/// A cheap call that only reads, and takes the way that a tool takes.
struct Check: Sendable, Hashable {
    var tool: ToolkitTool
    var arguments: JSONObject

    /// In words: `read_page_by_id page_id=98310`.
    var words: String {
        ([tool.rawValue] + arguments.map { "\($0.key)=\($0.value.stringValue ?? "")" }).joined(separator: " ")
    }

    /// A word that no page has, so that a search takes one request.
    private static let nothing = "confluencedoctormonitor"

    /// The check that stands for a tool; `nil` where no call of it only reads.
    ///
    /// A tool that writes is checked by the reading with which it begins.
    static func standing(for tool: ToolkitTool, page: String?) -> Check? {
        switch tool {
        case .searchPages, .searchByTitle, .siteSearch: Check(tool: tool, arguments: ["query": .string(nothing)])
        case .getPagesWithLabel, .listPagesWithLabel: Check(tool: tool, arguments: ["label": .string(nothing)])
        case .getPageIDByTitle, .createPage, .createPages, .updatePageByTitle:
            Check(tool: .getPageIDByTitle, arguments: ["title": .string(nothing)])
        case .readPageByID, .getPageTree, .getPageAttachments, .getPageWithImageDescriptions, .addFileToPage,
            .updatePageByID, .updatePages, .updateLabels, .deletePage:
            page.map { Check(tool: .readPageByID, arguments: ["page_id": .string($0)]) }
                ?? Check(tool: .getPageIDByTitle, arguments: ["title": .string(nothing)])
        case .executeGenericConfluence, .indexData, .listIndexes, .searchIndex, .stepbackSearchIndex,
            .stepbackSummaryIndex, .removeIndex:
            nil
        }
    }
}
