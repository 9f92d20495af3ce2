import ConfluenceModel

/// A made-up site with two accounts of its own: one who sees all, and one whom most restrictions leave out.
struct MadeUpSite {
    var pages = 1_000_000
    var spaces: Int?
    /// How many pages only some may view.
    var restrictions: Int?
    var seed: UInt64 = 1

    func definition() -> SiteDefinition {
        var site = SiteDefinition(
            name: "made-up", deployment: .dataCenter(.init(9, 2, 0)), host: "made-up.example.com", contextPath: "",
            users: [account("admin", in: "confluence-administrators"), account("reader", in: "staff")])
        site.size = SiteSize(spaces: spaces, pages: pages, restrictions: restrictions, seed: seed)
        return site
    }

    private func account(_ name: String, in group: String) -> UserDefinition {
        UserDefinition(
            name: name, displayName: name, email: "\(name)@example.com", accountID: "id-\(name)",
            userKey: "key-\(name)", groups: [group],
            tokens: [TokenDefinition(name: "\(name)-token", kind: .personalAccessToken, value: "token-of-\(name)")])
    }
}
