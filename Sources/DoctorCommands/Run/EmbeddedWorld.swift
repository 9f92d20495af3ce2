import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import LiveTransport
import Scenarios
import Simulator
import SimulatorServer
import WebhookReceiver

/// The world that scenarios run in here: simulated sites inside this process, and the doctor.
enum EmbeddedWorld {
    static var scenarios: ScenarioWorld {
        ScenarioWorld(
            startSites: EmbeddedSites().start,
            startReceiver: {
                let receiver = try await WebhookReceiver.start()
                return RunningReceiver(
                    url: receiver.url, deliveries: { await receiver.deliveries(until: $0) }, stop: receiver.stop)
            },
            diagnose: { configuration, request, sites in
                let doctor = Doctor(
                    send: sites.doctorSend, now: { .now }, date: sites.first.now,
                    // Simulated sites have a time of their own, which can go on without anybody waiting.
                    wait: { seconds in for site in sites.all { try site.act(.advanceClock(seconds: seconds)) } })
                return await doctor.diagnose(
                    configuration,
                    options: DiagnosisOptions(
                        tools: request.tools, spaceKey: request.spaceKey, page: request.pageID.map(PageReference.id)))
            },
            explain: { text in PasteDoctor().explain(try PasteReader.read(Array(text.utf8), omitted: 0)) },
            missing: { need in
                switch need {
                case .pgvector:
                    ProcessInfo.processInfo.environment["PGVECTOR_URL", default: ""].isEmpty
                        ? "it needs a PostgreSQL with pgvector, which PGVECTOR_URL would name; scripts/start-pgvector starts one"
                        : nil
                }
            },
            environment: ProcessInfo.processInfo.environment,
            newRunID: { String(UUID().uuidString.prefix(8)).lowercased() }
        )
    }

    /// The words that a scenario may use: the toolkit's tools and the catalogue's causes.
    static let vocabulary = ScenarioVocabulary(
        tools: ToolkitTool.allCases.map(\.rawValue),
        causes: CauseCatalogue.all.map(\.id.rawValue)
    )
}
