import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import LiveTransport
import Scenarios
import Simulator
import SimulatorServer

/// Starts the simulated sites of scenarios inside this process.
struct EmbeddedSites: Sendable {
    /// Most scenarios share a few site files.
    private let prepared = PreparedSites()

    /// The way to the receivers of webhooks, open for as long as the command runs.
    ///
    /// They are on this machine: one that is slow to answer is so because the machine is busy, and would get a delivery that
    /// is given up once more.
    private static let transport = LiveTransport(timeout: .seconds(120))

    /// How many seconds the doctor waits for an answer, as with `diagnose`.
    private static let doctorPatience = 30

    /// The sites of one scenario; a driver in another process reaches them through one forward proxy on a free port.
    @Sendable
    func start(_ sites: [ScenarioSite], withSocket: Bool) async throws -> RunningSites {
        var running: [(site: RunningSite, simulator: Simulator)] = []
        for site in sites {
            let simulator =
                switch site.source {
                case .file(let path, _):
                    try SiteLoader.simulator(prepared.site(at: path), from: path, now: { Date() })
                case .inline(let document): try SiteLoader.simulator(from: document, now: { Date() })
                }
            simulator.keepBodies(limit: 8192)
            let host = simulator.definition.host
            if let other = running.first(where: { $0.simulator.definition.host == host }) {
                throw CommandFailure.usage(
                    "the sites \(other.site.name) and \(site.name) have the same host \(host); give one another")
            }
            running.append((Self.runningSite(site.name, simulator), simulator))
        }
        guard let first = running.first else { throw CommandFailure.usage("the scenario has no site") }
        let otherHosts = OtherHosts()
        let socket =
            withSocket ? try await SiteSocket.open(for: running.map(\.simulator), noting: otherHosts) : nil
        return RunningSites(
            first: first.site, others: running.dropFirst().map(\.site),
            proxy: socket.map { "http://127.0.0.1:\($0.server.port)" }, authorityFile: socket?.authority.path,
            otherHosts: otherHosts,
            stop: { await socket?.close() })
    }

    private static func runningSite(_ name: String, _ simulator: Simulator) -> RunningSite {
        RunningSite(
            name: name,
            url: "https://\(simulator.definition.host)\(simulator.definition.contextPath)",
            definition: simulator.definition,
            send: simulator.send,
            doctorSend: simulator.send(patience: doctorPatience),
            now: { simulator.now },
            act: { act in try simulator.perform(act) },
            journal: { simulator.journal(after: $0).map(JournalLine.init) },
            exchangeCount: { simulator.exchangeCount },
            inspection: SiteInspection(of: simulator),
            answers: simulator.answers,
            deliverWebhooks: {
                await simulator.deliverWebhooks(where: { Loopback.isHost($0.host) }, by: transport.send)
            }
        )
    }
}

/// Simulated sites on a port of their own, where clients in other processes reach them by their https names.
private struct SiteSocket: Sendable {
    let server: RunningSimulatorServer
    let authority: AuthorityFile

    static func open(for simulators: [Simulator], noting otherHosts: OtherHosts) async throws -> SiteSocket {
        let run = try RunAuthority()
        let server = try await run.start { authority in
            var options = SimulatorServer.Options()
            options.secure = SimulatorServer.Secure(authority: authority)
            options.onOtherHost = otherHosts.note
            return try await SimulatorServer.start(simulators, options: options)
        }
        return SiteSocket(server: server, authority: run.file)
    }

    func close() async {
        await server.stop()
        authority.remove()
    }
}

extension JournalLine {
    init(_ entry: JournalEntry) {
        self.init(
            number: entry.number, method: entry.method, target: entry.target, host: entry.host, status: entry.status,
            account: entry.account, decision: entry.decision, origin: entry.origin,
            trail: entry.steps.map { "\($0.stage.rawValue): \($0.words)" }, requestBody: entry.requestBody,
            responseBody: entry.responseBody, exposedSecrets: entry.exposedSecrets
        )
    }
}
