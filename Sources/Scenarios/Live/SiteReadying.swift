import ConfluenceModel
import ConfluenceWire
import LiveSites

import struct Foundation.Date

/// Readies a site for what a scenario needs of it: its accounts, and the page below which it may write.
///
/// One way for simulated sites and live ones, so that a scenario which passes on the one has not just been let through.
struct SiteReadying: Sendable {
    let scenario: Scenario
    let runID: String
    /// Whether everything that is asked goes by the site's `send`; what a driver asks by itself is not seen by its guard.
    let isAskedBySendOnly: Bool

    /// The sites, of which the first is what the scenario needs.
    func readied(_ sites: RunningSites) async throws -> RunningSites {
        guard let needs = scenario.live else { return sites }
        var sites = sites
        let guarded = try sites.first.guarded ?? guardedSimulation(of: sites.first, needs)
        if sites.first.guarded == nil {
            sites.first.guarded = guarded
            sites.first.accounts = guarded.access.accounts
            if isAskedBySendOnly { sites.first.send = guarded.send }
        }
        guard needs.writes || needs.space != nil else { return sites }
        var scratch = ScratchFacts(space: guarded.access.scratchSpace)
        if needs.writes {
            let area = try await guarded.scratch()
            scratch.spaceID = area.spaceID
            scratch.parentID = area.parentID
        } else if scenario.placeholders.contains(where: { $0.written == "scratch.space-id" }) {
            scratch.spaceID = try await guarded.scratchSpaceID()
        }
        sites.first.scratch = scratch
        return sites
    }

    private func guardedSimulation(of site: RunningSite, _ needs: LiveNeeds) throws -> GuardedSite {
        let accounts = try needs.accounts.map { role in
            SiteAccount(role: role, authentication: try site.authentication(named: role))
        }
        let access = SiteAccess(
            name: site.name, base: try WebAddress(parsing: site.url), hosting: site.definition.deployment.kind,
            accounts: accounts, scratchSpace: needs.space, mayWrite: needs.writes, mark: runID)
        let now = site.now
        return GuardedSite(
            access: access, send: site.send, record: .inMemory(),
            clock: .running(date: { now() ?? Date(timeIntervalSince1970: 0) }))
    }
}

/// What placeholders tell of the place where a scenario may write.
package struct ScratchFacts: Sendable, Hashable {
    package var space: String?
    package var spaceID: String?
    package var parentID: String?
}
