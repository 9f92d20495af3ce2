package import ConfluenceWire
import Foundation

/// A site behind its guard, with the place on it where a run may write; simulated sites and live ones alike.
package actor GuardedSite {
    nonisolated package let access: SiteAccess
    nonisolated let siteGuard: SiteGuard
    private let clock: SiteClock
    private var preparation: Task<ScratchArea, any Error>?

    package init(access: SiteAccess, send: @escaping Send, record: CreationRecord, clock: SiteClock) {
        self.access = access
        self.clock = clock
        siteGuard = SiteGuard(access: access, send: send, record: record, clock: clock)
    }

    /// The way in for all that scenarios and toolkits ask.
    nonisolated package var send: Send { siteGuard.send }

    /// Whether an address is one of the site, or of a host that the site itself has pointed to.
    nonisolated package func answers(_ address: WebAddress) -> Bool {
        address.hasSameOrigin(as: access.base) || siteGuard.hasBeenPointedTo(address)
    }

    nonisolated package var requestCount: Int { siteGuard.requestCount }

    /// What was noted of what was created.
    nonisolated package var record: RecordContents { siteGuard.record.contents }

    /// The place where may be written, made when it is first asked for.
    package func scratch() async throws -> ScratchArea {
        if let preparation { return try await preparation.value }
        // In a task of its own: whoever asks first may be ended while others wait for it too.
        let begun = clock.date().formatted(.iso8601)
        let task = Task { [siteGuard] in try await ScratchPreparation(siteGuard: siteGuard).prepare(begun: begun) }
        preparation = task
        return try await task.value
    }

    /// The number of the scratch space, for runs that only read it.
    package func scratchSpaceID() async throws -> String {
        try await ScratchPreparation(siteGuard: siteGuard).spaceID()
    }

    /// Removes what the run has created.
    package func sweep() async -> SweepReport {
        // A page that is just being made would be left behind.
        _ = try? await preparation?.value
        return await Sweep(siteGuard: siteGuard).run()
    }
}
