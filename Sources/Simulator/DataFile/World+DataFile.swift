import ConfluenceModel
import ConfluenceStore
import Foundation

extension World {
    /// Takes up the site that a data file holds, or fills the file.
    ///
    /// - Parameter definition: What a file that holds nothing is filled with; what one that holds a site must agree with.
    convenience init(
        dataFile path: String, definition: SiteDefinition?, liveClock: @escaping @Sendable () -> Date
    ) throws {
        let store: ContentStore
        do throws(DataFileError) {
            store = try ContentStore(dataFile: path)
        } catch {
            throw SiteDataError(error)
        }
        if let kept = try Self.kept(in: store, path) {
            let differences = definition.map { SiteHead($0).differences(from: kept.head) } ?? []
            guard differences.isEmpty else { throw SiteDataError(.contradicted(path, differences)) }
            self.init(
                definition ?? kept.head.definition, store, definition == nil ? .unknown : .definition,
                SiteClock(kept.state.clock, live: liveClock), kept.state.settings)
        } else {
            guard let definition else { throw SiteDataError(.empty(path)) }
            let clock = SiteClock(start: definition.settings.now, live: liveClock)
            let kept = KeptSite(
                head: SiteHead(definition), state: .init(settings: definition.settings, clock: clock.state))
            try store.fill(with: definition, now: clock.beginning(of: definition), record: try kept.record())
            self.init(definition, store, .definition, clock, definition.settings)
        }
    }

    private static func kept(in store: ContentStore, _ path: String) throws -> KeptSite? {
        let record = try store.read { try $0.siteRecord() }
        do {
            return try KeptSite(record)
        } catch {
            throw SiteDataError(.damaged(path, because: "what it says of the site can't be read"))
        }
    }
}
