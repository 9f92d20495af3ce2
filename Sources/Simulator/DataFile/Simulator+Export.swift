public import ConfluenceModel
import ConfluenceStore

extension Simulator {
    /// The site as it stands, with all that it holds; a simulator that is given it holds the same.
    ///
    /// - Parameter withSecrets: Whether passwords and the values of tokens go along.
    public func export(withSecrets: Bool = true) throws -> SiteDefinition {
        try inTurn { world in
            let records = try world.read { try $0.records() }
            var site = world.site
            site.settings = world.ownSettings
            site.size = nil
            site.spaces = []
            site.records = withSecrets ? records : records.withoutSecrets()
            site.users = site.records?.users ?? []
            return site
        }
    }
}
