import ConfluenceToolkit

/// The scopes of an API token without which tools get 401 from the gateway.
enum RequiredScopes {
    /// In the classic scopes, by which REST v1 goes.
    static func classic(for tools: [ToolkitTool]) -> [String] {
        var scopes = ["read:confluence-user", "read:confluence-space.summary", "read:confluence-content.all"]
        let searching: Set<ToolkitTool> = [
            .searchPages, .searchByTitle, .siteSearch, .getPagesWithLabel, .listPagesWithLabel, .indexData,
        ]
        if tools.contains(where: searching.contains) { scopes.append("search:confluence") }
        if tools.contains(where: { $0.group == .write || $0.group == .delete }) {
            scopes.append("write:confluence-content")
        }
        if tools.contains(.addFileToPage) { scopes.append("write:confluence-file") }
        if tools.contains(where: { $0 == .getPageAttachments || $0 == .getPageWithImageDescriptions }) {
            scopes.append("readonly:content.attachment:confluence")
        }
        return scopes
    }
}
