import ConfluenceClient
import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Synchronization

@testable import LiveSites

/// A simulated site as a run on a live one meets it: behind its guard, with a scratch space.
enum FixtureSite {
    /// What a creation whose answer is lost ends by.
    struct Killed: Error {}

    /// A guarded way to a site; the creations from that number on are carried out, and their answers lost.
    static func guarded(
        _ site: ConfluenceSite, record: CreationRecord, losingAnswersFrom lost: Int = .max
    ) throws -> GuardedSite {
        let creations = Mutex(0)
        let writer = SiteAccount(role: "writer", authentication: try site.authentication(of: "jonas"))
        let access = SiteAccess(
            name: "site", base: try WebAddress(parsing: site.url), hosting: site.definition.deployment.kind,
            accounts: [writer], scratchSpace: "DOCS", mayWrite: true, mark: "m4rk")
        return GuardedSite(
            access: access,
            send: { request in
                let answer = try await site.send(request)
                let number = creations.withLock { number in
                    if request.method == .post { number += 1 }
                    return number
                }
                if request.method == .post, number >= lost { throw Killed() }
                return answer
            }, record: record, clock: .running(date: { ConfluenceSite.standingMoment }))
    }

    /// All pages of the scratch space, the trash too, each with its state.
    static func pages(_ site: ConfluenceSite) throws -> [String] {
        try site.simulator.contents.pages(inSpace: "DOCS", offset: 0, limit: 1000).map { "\($0.id) \($0.status)" }
    }
}
