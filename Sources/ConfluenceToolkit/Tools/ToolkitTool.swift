/// The tools that ELITEA's Confluence toolkit has; the raw values are their names.
package enum ToolkitTool: String, Sendable, Hashable, CaseIterable {
    case createPage = "create_page"
    case createPages = "create_pages"
    case deletePage = "delete_page"
    case updatePageByID = "update_page_by_id"
    case updatePageByTitle = "update_page_by_title"
    case updatePages = "update_pages"
    case updateLabels = "update_labels"
    case getPageTree = "get_page_tree"
    case getPagesWithLabel = "get_pages_with_label"
    case listPagesWithLabel = "list_pages_with_label"
    case readPageByID = "read_page_by_id"
    case searchPages = "search_pages"
    case searchByTitle = "search_by_title"
    case siteSearch = "site_search"
    case getPageWithImageDescriptions = "get_page_with_image_descriptions"
    case executeGenericConfluence = "execute_generic_confluence"
    case getPageIDByTitle = "get_page_id_by_title"
    case getPageAttachments = "get_page_attachments"
    case addFileToPage = "add_file_to_page"
    case indexData = "index_data"
    case listIndexes = "list_indexes"
    case searchIndex = "search_index"
    case stepbackSearchIndex = "stepback_search_index"
    case stepbackSummaryIndex = "stepback_summary_index"
    case removeIndex = "remove_index"

    package var group: ToolGroup {
        switch self {
        case .createPage, .createPages, .updatePageByID, .updatePageByTitle, .updatePages, .updateLabels,
            .addFileToPage:
            .write
        case .deletePage:
            .delete
        case .getPageTree, .getPagesWithLabel, .listPagesWithLabel, .readPageByID, .searchPages, .searchByTitle,
            .siteSearch, .getPageWithImageDescriptions, .getPageIDByTitle, .getPageAttachments:
            .read
        case .executeGenericConfluence:
            .execute
        case .indexData, .listIndexes, .searchIndex, .stepbackSearchIndex, .stepbackSummaryIndex, .removeIndex:
            .index
        }
    }
}
