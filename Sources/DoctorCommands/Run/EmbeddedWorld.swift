import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import Scenarios
import Simulator
import SimulatorServer

/// The world that scenarios run in here: simulated sites inside this process, and the doctor.
enum EmbeddedWorld {
    static let scenarios = ScenarioWorld(
        startSite: startSite,
        diagnose: { configuration, request, send in
            await Doctor(send: send, now: { .now }).diagnose(
                configuration,
                options: DiagnosisOptions(tools: request.tools, spaceKey: request.spaceKey, pageID: request.pageID)
            )
        }
    )

    /// The words that a scenario may use: the toolkit's tools and the catalogue's causes.
    static let vocabulary = ScenarioVocabulary(
        tools: ToolkitTool.allCases.map(\.rawValue),
        causes: CauseCatalogue.all.map(\.id.rawValue)
    )

    /// A site for one scenario; a driver in another process reaches it through a forward proxy on a free port.
    @Sendable
    private static func startSite(_ source: SiteSource, withSocket: Bool) async throws -> RunningSite {
        let simulator =
            switch source {
            case .file(let path, _): try SiteLoader.simulator(from: InputFile.document(path), now: { Date() })
            case .inline(let document): try SiteLoader.simulator(from: document, now: { Date() })
            }
        let socket = withSocket ? try await SiteSocket.open(for: simulator) : nil
        return RunningSite(
            url: "https://\(simulator.definition.host)\(simulator.definition.contextPath)",
            definition: simulator.definition,
            proxy: socket.map { "http://127.0.0.1:\($0.server.port)" },
            authorityFile: socket?.authority.path,
            send: simulator.send,
            act: { act in try simulator.perform(act) },
            journal: { simulator.journal().map(JournalLine.init) },
            stop: { await socket?.close() }
        )
    }
}

/// A simulated site on a port of its own, where clients in other processes reach it by its https name.
private struct SiteSocket: Sendable {
    let server: RunningSimulatorServer
    let authority: AuthorityFile

    static func open(for simulator: Simulator) async throws -> SiteSocket {
        let authority = try CertificateAuthority(now: { Date() })
        let file = try AuthorityFile(authority, at: nil)
        var options = SimulatorServer.Options()
        options.secure = SimulatorServer.Secure(authority: authority)
        do {
            return SiteSocket(server: try await SimulatorServer.start([simulator], options: options), authority: file)
        } catch {
            file.remove()
            throw error
        }
    }

    func close() async {
        await server.stop()
        authority.remove()
    }
}

extension JournalLine {
    init(_ entry: JournalEntry) {
        self.init(
            method: entry.method, target: entry.target, status: entry.status, account: entry.account,
            decision: entry.decision
        )
    }
}
