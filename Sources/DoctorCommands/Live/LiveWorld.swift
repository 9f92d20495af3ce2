import ConfluenceModel
import ConfluenceWire
import Diagnosis
import Foundation
import LiveSites
import LiveTransport
import Scenarios
import Synchronization

/// The world of scenarios on one live site: one guard, one budget, and one place to write for all of them.
struct LiveWorld: Sendable {
    let site: LiveSite
    let guarded: GuardedSite
    /// What the doctor said beforehand; `nil` where it was not asked.
    let diagnosis: DiagnosisReport?
    private let record: RecordFile
    private let numbers = RunNumbers()

    /// Whether the doctor has found nothing that stands in the way.
    var isUsable: Bool { diagnosis?.verdict != .problem || hasSecondVersionAlone }

    /// Whether toolkits fail on the site, and nothing else does: the second version of the API is all there.
    private var hasSecondVersionAlone: Bool {
        guard let causes = diagnosis?.causes, !causes.isEmpty else { return false }
        return causes.allSatisfy { $0.id == .endpointRemoved }
    }

    /// Asks the doctor, and readies the guard; nothing is written yet.
    static func open(_ site: LiveSite, options: LiveOptions) async throws -> LiveWorld {
        let mark = String(UUID().uuidString.prefix(8)).lowercased()
        let record = RecordFile(path: RecordFile.folder(of: site.profile.name) + "/\(mark).jsonl")
        let redactor = site.redactor
        let guarded = GuardedSite(
            access: site.access(mark: mark, allowWrites: options.allowWrites), send: site.transport.send,
            record: CreationRecord(append: { try record.append(redactor.redact($0)) }),
            clock: .running(date: { Date() }))
        let diagnosis = options.withoutDoctor ? nil : try await site.diagnosis(over: guarded.send)
        let world = LiveWorld(site: site, guarded: guarded, diagnosis: diagnosis, record: record)
        if world.hasSecondVersionAlone {
            Output.note(
                "the profile \(site.profile.name): content of REST v1 is withdrawn at this address; what asks it fails")
        }
        return world
    }

    private init(site: LiveSite, guarded: GuardedSite, diagnosis: DiagnosisReport?, record: RecordFile) {
        self.site = site
        self.guarded = guarded
        self.diagnosis = diagnosis
        self.record = record
    }

    /// What answers at the profile's address in the place of a live site, such as `simulator`; `nil` for what may be one.
    func simulation() async -> String? {
        var address = site.profile.base
        address.path = SimulationNotice.path
        guard let answer = try? await guarded.send(Request(.get, address)) else { return nil }
        return SimulationNotice.kind(in: answer)
    }

    /// Removes what the run has created, also when it was ended before its time, and lets the site go.
    func close() async -> SweepReport {
        // In a task of its own, since everything in one that was cancelled ends at once.
        let report = await Task { await guarded.sweep() }.value
        if report.isClean { record.remove() } else { record.leave() }
        await site.transport.shutdown()
        return report
    }

    /// The world as the runner of scenarios takes it.
    var scenarios: ScenarioWorld {
        var world = EmbeddedWorld.scenarios
        let access = guarded.access
        world.startSites = { _, withSocket in try await self.runningSites(withSocket: withSocket) }
        world.refusal = { scenario, _ in scenario.reasonNotLive(on: access) }
        world.newRunID = { numbers.next(of: access.mark) }
        return world
    }

    /// The site for one scenario; a driver in another process reaches it through a proxy that goes by the guard.
    private func runningSites(withSocket: Bool) async throws -> RunningSites {
        let first = runningSite()
        guard withSocket else { return RunningSites(first: first, stop: {}) }
        let relay = try await GuardedRelay.open(to: site.profile.base.host, send: first.send)
        return RunningSites(
            first: first, proxy: relay.proxy, authorityFile: relay.authorityFile, stop: { await relay.close() })
    }

    /// The site for one scenario, with a log of its own.
    private func runningSite() -> RunningSite {
        let accounts = site.accounts
        let log = WireLog(accounts: accounts)
        let send = log.noting(guarded.send)
        var running = RunningSite(
            name: site.profile.name, url: site.profile.base.description, definition: definition, send: send,
            doctorSend: LiveSite.doctorsWay(over: send), now: { Date() },
            act: { _ in throw CommandFailure.unable("a live site takes no acts of an administrator") },
            journal: log.all(after:), exchangeCount: { log.count },
            inspection: accounts.keeper.map {
                ReadBack(site: site.profile.base, account: $0, send: guarded.send).inspection
            }
                ?? .none,
            answers: guarded.answers)
        running.accounts = site.accounts
        running.guarded = guarded
        return running
    }

    /// As much of a live site as placeholders and reports ask for.
    private var definition: SiteDefinition {
        let version = diagnosis?.deployment.version.flatMap { ProductVersion($0) } ?? ProductVersion(0, 0)
        return SiteDefinition(
            name: site.profile.name, deployment: site.profile.hosting == .cloud ? .cloud : .dataCenter(version),
            host: site.profile.base.host, contextPath: site.profile.base.path)
    }
}

/// Gives each scenario of a run a name that holds the run's mark.
private final class RunNumbers: Sendable {
    private let last = Mutex(0)

    func next(of mark: String) -> String {
        let number = last.withLock { last in
            last += 1
            return last
        }
        return "\(mark)-\(number)"
    }
}
