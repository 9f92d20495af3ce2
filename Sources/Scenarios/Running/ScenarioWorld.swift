package import ConfluenceModel
package import ConfluenceToolkit
package import ConfluenceWire

/// What scenarios need from outside: sites that can be started, and a doctor.
package struct ScenarioWorld: Sendable {
    /// Starts a site of its own for one scenario; with a socket, it also listens on a port as a forward proxy.
    package var startSite: @Sendable (_ source: SiteSource, _ withSocket: Bool) async throws -> RunningSite
    package var diagnose: @Sendable (ToolkitConfiguration, DiagnosisRequest, @escaping Send) async -> DiagnosisReport

    package init(
        startSite: @escaping @Sendable (_ source: SiteSource, _ withSocket: Bool) async throws -> RunningSite,
        diagnose: @escaping @Sendable (ToolkitConfiguration, DiagnosisRequest, @escaping Send) async -> DiagnosisReport
    ) {
        self.startSite = startSite
        self.diagnose = diagnose
    }
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

/// A simulated site that is up, for one scenario alone.
package struct RunningSite: Sendable {
    /// The address by its host name, without a slash at its end: `https://acme.atlassian.net/wiki`.
    package var url: String
    package var definition: SiteDefinition
    /// The address of the forward proxy, where one was asked for: `http://127.0.0.1:40213`.
    package var proxy: String?
    /// The file with the authority that signs for the site, for drivers in other processes.
    package var authorityFile: String?
    package var send: Send
    package var act: @Sendable (SiteAct) throws -> Void
    package var journal: @Sendable () -> [JournalLine]
    package var inspection: SiteInspection
    package var stop: @Sendable () async -> Void

    package init(
        url: String,
        definition: SiteDefinition,
        proxy: String? = nil,
        authorityFile: String? = nil,
        send: @escaping Send,
        act: @escaping @Sendable (SiteAct) throws -> Void,
        journal: @escaping @Sendable () -> [JournalLine],
        inspection: SiteInspection = .none,
        stop: @escaping @Sendable () async -> Void
    ) {
        self.url = url
        self.definition = definition
        self.proxy = proxy
        self.authorityFile = authorityFile
        self.send = send
        self.act = act
        self.journal = journal
        self.inspection = inspection
        self.stop = stop
    }
}

/// One exchange as the site saw it, with the reason for its answer.
package struct JournalLine: Sendable, Hashable, CustomStringConvertible {
    package var method: String
    package var target: String
    package var status: Int
    /// Who the site took the caller for; `nil` for nobody.
    package var account: String?
    package var decision: String
    /// Where a secret stood that is not meant for it: `the address`, `the header Referer`.
    package var exposedSecrets: [String] = []

    package init(
        method: String, target: String, status: Int, account: String?, decision: String, exposedSecrets: [String] = []
    ) {
        self.exposedSecrets = exposedSecrets
        self.method = method
        self.target = target
        self.status = status
        self.account = account
        self.decision = decision
    }

    package var description: String {
        "\(method) \(target) → \(status) (\(account ?? "nobody")): \(decision)"
    }
}
