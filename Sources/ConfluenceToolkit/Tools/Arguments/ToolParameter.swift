/// An argument that a tool takes, with the kind of value it must have.
struct ToolParameter: Sendable, Hashable {
    var name: String
    var kind: Kind
    var isRequired = false

    enum Kind: Sendable, Hashable {
        case text
        /// A text that must not be empty.
        case filledText
        case list
        case bool
        case integer
        case word([String])
    }

    static func required(_ name: String, _ kind: Kind = .text) -> ToolParameter {
        ToolParameter(name: name, kind: kind, isRequired: true)
    }

    static func optional(_ name: String, _ kind: Kind = .text) -> ToolParameter {
        ToolParameter(name: name, kind: kind)
    }
}

extension ToolkitTool {
    /// The names of the tool's arguments; empty for tools that the native driver can't run.
    package var argumentNames: [String] { (parameters ?? []).map(\.name) }

    /// The arguments of the tool, in its own order; `nil` for tools that the native driver can't run.
    var parameters: [ToolParameter]? {
        switch self {
        case .createPage:
            [
                .optional("space"), .required("title"), .required("body"), .optional("status"), .optional("parent_id"),
                .optional("representation"), .optional("label"),
            ]
        case .createPages:
            [.optional("space"), .required("pages_info"), .optional("parent_id"), .optional("status")]
        case .deletePage:
            [.optional("page_id"), .optional("page_title"), .optional("space")]
        case .updatePageByID:
            [.required("page_id")] + Self.changes
        case .updatePageByTitle:
            [.required("page_title")] + Self.changes + [.optional("space")]
        case .updatePages:
            [.optional("page_ids", .list), .optional("new_contents", .list), .optional("new_labels", .list)]
        case .updateLabels:
            [.optional("page_ids", .list), .optional("new_labels", .list)]
        case .getPageTree:
            [.required("page_id")]
        case .getPagesWithLabel, .listPagesWithLabel:
            [.required("label"), .optional("space")]
        case .readPageByID:
            [
                .required("page_id"), .optional("skip_images", .bool),
                .optional("content_format", .word(PageFormat.words)),
            ]
        case .searchPages, .searchByTitle:
            [.required("query", .filledText), .optional("skip_images", .bool), .optional("space")]
        case .siteSearch:
            [.required("query"), .optional("space")]
        case .executeGenericConfluence:
            [.required("method"), .required("relative_url"), .optional("params")]
        case .getPageIDByTitle:
            [.required("title"), .optional("type"), .optional("space")]
        case .getPageAttachments:
            [
                .required("page_id"), .optional("max_content_length", .integer), .optional("custom_prompt"),
                .optional("allowed_extensions", .list), .optional("name_pattern"),
                .optional("max_attachments", .integer),
            ]
        case .getPageWithImageDescriptions:
            [.required("page_id"), .optional("prompt"), .optional("context_radius", .integer)]
        case .addFileToPage:
            [
                .required("page_id"), .required("filepath"), .optional("filename"), .optional("caption"),
                .optional("position"),
            ]
        case .indexData, .listIndexes, .searchIndex, .stepbackSearchIndex, .stepbackSummaryIndex, .removeIndex:
            nil
        }
    }

    private static let changes: [ToolParameter] = [
        .optional("representation"), .optional("new_title"), .optional("new_body"), .optional("new_labels", .list),
    ]
}
