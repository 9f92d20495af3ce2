package import ConfluenceModel
package import ConfluenceToolkit

/// What scenarios need from outside: sites that can be started, receivers of webhooks, and a doctor.
package struct ScenarioWorld: Sendable {
    package typealias StartSites =
        @Sendable (_ sites: [ScenarioSite], _ withSocket: Bool) async throws -> RunningSites

    /// Starts the sites of one scenario; with a socket, they also listen on a port as a forward proxy.
    package var startSites: StartSites
    /// Starts to listen on a port of this machine for what webhooks send.
    package var startReceiver: @Sendable () async throws -> RunningReceiver
    package var diagnose: @Sendable (ToolkitConfiguration, DiagnosisRequest, RunningSites) async -> DiagnosisReport
    /// What the doctor makes of an error that somebody pastes.
    package var explain: @Sendable (_ text: String) throws -> DiagnosisReport
    /// Why something that a scenario needs is not there; `nil` where it is.
    package var missing: @Sendable (ScenarioNeed) -> String?
    /// Why a scenario can't run in this world at all; `nil` where it can.
    package var refusal: @Sendable (Scenario, any Driver) -> String? = { _, _ in nil }
    /// Whether exchanges keep their bodies where a step holds, too.
    package var keepsBodies = false
    /// The files that lie beside scenarios.
    package var shelf: ScenarioShelf
    /// What `{{env.NAME}}` stands for.
    package var environment: [String: String]
    /// Gives each run of a scenario its `{{run.id}}`.
    package var newRunID: @Sendable () -> String

    package init(
        startSites: @escaping StartSites,
        startReceiver: @escaping @Sendable () async throws -> RunningReceiver,
        diagnose: @escaping @Sendable (ToolkitConfiguration, DiagnosisRequest, RunningSites) async -> DiagnosisReport,
        explain: @escaping @Sendable (_ text: String) throws -> DiagnosisReport = { _ in throw NothingExplains() },
        missing: @escaping @Sendable (ScenarioNeed) -> String? = { _ in nil },
        shelf: ScenarioShelf = .empty,
        environment: [String: String] = [:],
        newRunID: @escaping @Sendable () -> String
    ) {
        self.startSites = startSites
        self.startReceiver = startReceiver
        self.diagnose = diagnose
        self.explain = explain
        self.missing = missing
        self.shelf = shelf
        self.environment = environment
        self.newRunID = newRunID
    }
}

/// Why a step that has an error explained fails in a world where nobody does.
package struct NothingExplains: Error, CustomStringConvertible {
    package let description = "nobody here explains errors"

    package init() {}
}

/// What a scenario asks the doctor beyond the configuration.
package struct DiagnosisRequest: Sendable, Hashable {
    package var tools: [String]
    package var spaceKey: String?
    package var pageID: String?

    package init(tools: [String] = [], spaceKey: String? = nil, pageID: String? = nil) {
        self.tools = tools
        self.spaceKey = spaceKey
        self.pageID = pageID
    }
}
