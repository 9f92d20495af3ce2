public import ConfluenceModel
import ConfluenceStore

extension Simulator {
    /// Adds the accounts, spaces, pages and templates of a site file to the running site, all of it or nothing.
    ///
    /// Accounts that the site has stay as they are; pages for a space that it has go beside those that are there. The
    /// records of an export take the place of all that the site holds.
    ///
    /// - Throws: ``SiteActError`` when the site can't take them.
    public func take(in definition: SiteDefinition) throws {
        try inTurn { try $0.take(in: definition) }
    }
}

extension World {
    fileprivate func take(in definition: SiteDefinition) throws {
        guard definition.deployment.kind == site.deployment.kind else {
            throw SiteActError(
                description: "the file is one of \(definition.deployment.kind.title), the site one of "
                    + site.deployment.kind.title)
        }
        do {
            let record = store.isKept ? try read { try $0.siteRecord() } : nil
            try store.take(in: definition, now: now, record: record)
        } catch let error as StoreError {
            throw SiteActError(description: "nothing was taken in: \(error)")
        }
    }
}
