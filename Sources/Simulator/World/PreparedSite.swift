package import ConfluenceModel
import ConfluenceStore

package import struct Foundation.Date

/// A site that is set up once, for any number of simulators that begin as copies of it.
///
/// Its content is dated by the clock of the moment at which it was set up.
package struct PreparedSite: Sendable {
    package let definition: SiteDefinition
    let content: StoreSnapshot

    /// - Throws: When the definition contradicts itself, such as two pages of the same id.
    package init(_ definition: SiteDefinition, now: @escaping @Sendable () -> Date) throws {
        self.definition = definition
        let clock = SiteClock(start: definition.settings.now, live: now)
        content = try ContentStore(definition, now: clock.beginning(of: definition)).snapshot()
    }
}
