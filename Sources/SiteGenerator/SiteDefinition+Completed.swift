package import ConfluenceModel

extension SiteDefinition {
    /// The site with the accounts and spaces that are made up beside its own; its own stay where both have one.
    package func completed(by generated: GeneratedSite) -> SiteDefinition {
        var site = self
        let names = Set(users.map(\.name))
        let keys = Set(spaces.map(\.key))
        site.users += generated.users.filter { !names.contains($0.name) }
        site.spaces += generated.spaces.filter { !keys.contains($0.key) }
        return site
    }

    /// The same by its own size.
    package func completed() -> SiteDefinition {
        size.map { completed(by: GeneratedSite($0, deployment: deployment.kind)) } ?? self
    }
}
