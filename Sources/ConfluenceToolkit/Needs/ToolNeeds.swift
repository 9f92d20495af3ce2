package import ConfluenceModel

/// What a tool needs of a site to do its work, and no more.
///
/// The one place that says so: the doctor's check of writing tools, the review of permissions and the scopes
/// shown to people all come from this table. It follows the requests that elitea-sdk 0.11.27 was seen to make.
package struct ToolNeeds: Sendable, Hashable {
    /// What the account must be allowed to do in the space, in the order of the permission table.
    package var space: [SpaceOperation]

    /// What restrictions of the page itself, or of one above it, must leave to the account.
    package var page: [PageRight]

    package var calls: [SiteCall]

    /// Whether the tool's calls are what its caller wants them to be, so that nothing can be said beforehand.
    package var isOpen: Bool

    init(space: [SpaceOperation], page: [PageRight] = [], calls: [SiteCall], isOpen: Bool = false) {
        self.space = space
        self.page = page
        self.calls = calls
        self.isOpen = isOpen
    }

    static let nothing = ToolNeeds(space: [], calls: [])
}

/// What can be restricted on a single page; the raw values are Confluence's own words.
package enum PageRight: String, Sendable, Hashable, CaseIterable {
    case read
    case update
    case delete
}

extension ToolkitTool {
    /// What the tool needs where pages are created by the given version of the REST API.
    package func needs(apiVersion: Int, isCloud: Bool) -> ToolNeeds {
        switch self {
        case .createPage, .createPages:
            ToolNeeds(
                space: [.view, .createPage], page: [.read],
                calls: [.contentByTitle, .space]
                    + (apiVersion == 2 ? [.spacesOfVersion2, .createPageOfVersion2] : [.createContent]) + [.addLabel])
        case .deletePage:
            ToolNeeds(
                space: [.view, .deletePage], page: [.read, .delete],
                calls: [.contentByTitle, .wholeContent, .deleteContent])
        case .updatePageByID, .updatePages, .updateLabels, .updatePageByTitle:
            ToolNeeds(space: [.view, .createPage], page: [.read, .update], calls: Self.update)
        case .addFileToPage:
            ToolNeeds(
                space: [.view, .createPage, .createAttachment], page: [.read, .update],
                calls: [.attachments, .upload, .uploadAgain] + Self.update)
        case .getPageTree:
            ToolNeeds(space: [.view], page: [.read], calls: [.wholeContent, .children])
        case .readPageByID:
            ToolNeeds(space: [.view], page: [.read], calls: [.wholeContent])
        case .getPagesWithLabel, .listPagesWithLabel:
            ToolNeeds(space: [.view], calls: [.search, .contentSearch, .wholeContent])
        case .searchPages, .searchByTitle:
            ToolNeeds(space: [.view], calls: [.search, .wholeContent])
        case .siteSearch:
            ToolNeeds(space: [.view], calls: [.search])
        case .getPageIDByTitle:
            ToolNeeds(space: [.view], calls: [.contentByTitle])
        case .getPageWithImageDescriptions:
            ToolNeeds(space: [.view], page: [.read], calls: [.wholeContent, .attachments, .download])
        case .getPageAttachments:
            ToolNeeds(
                space: [.view], page: [.read],
                calls: [.wholeContent, .attachments, .history, .download]
                    + (isCloud ? [.pageOfVersion2, .blogPostOfVersion2] : []))
        case .executeGenericConfluence:
            ToolNeeds(space: [.view], calls: [], isOpen: true)
        case .indexData:
            ToolNeeds(
                space: [.view],
                calls: [
                    .contentOfSpace, .contentSearch, .wholeContent, .restrictions, .comments, .attachments, .history,
                    .download,
                ])
        case .listIndexes, .searchIndex, .stepbackSearchIndex, .stepbackSummaryIndex, .removeIndex:
            // They read ELITEA's vector store, and nothing of Confluence.
            .nothing
        }
    }

    /// What the account must be allowed to do in the space.
    package var operations: Set<SpaceOperation> {
        Set(needs(apiVersion: 1, isCloud: false).space)
    }

    /// Reading a page, comparing it, saving it, and setting its labels.
    private static let update: [SiteCall] = [
        .contentByTitle, .content, .wholeContent, .history, .updateContent, .labels, .removeLabel, .addLabel,
    ]
}
