package import ConfluenceModel
package import ConfluenceToolkit
package import ConfluenceWire

package import struct Foundation.Date

/// Compares what the selected tools need with what the account has, asking the site by reading alone.
package struct PermissionReview: Sendable {
    private let send: Send
    private let date: @Sendable () -> Date?
    private let wait: Doctor.Wait?

    /// - Parameters:
    ///   - send: Reaches the site; it neither follows redirects nor retries.
    ///   - date: The time of day here, by which a site may say how long to wait.
    ///   - wait: Waits where the site says 429, within ``DiagnosisOptions/longestWait``; without it, nobody waits.
    package init(
        send: @escaping Send, date: @escaping @Sendable () -> Date? = { nil }, wait: Doctor.Wait? = nil
    ) {
        self.send = send
        self.date = date
        self.wait = wait
    }

    package func report(
        on configuration: ToolkitConfiguration,
        options: DiagnosisOptions = DiagnosisOptions()
    ) async -> PermissionsReport {
        var reviewed = configuration
        if let key = options.spaceKey { reviewed.spaceKey = key }
        let redactor = Redactor(secrets: configuration.secretForms)
        var probe = RightsProbe(
            reviewed, options, Wire(send: send, options: options, redactor: redactor, date: date, wait: wait))
        if !options.offline { await probe.run() }
        return report(probe, reviewed, options).redacted(by: redactor)
    }

    private func report(
        _ probe: RightsProbe,
        _ configuration: ToolkitConfiguration,
        _ options: DiagnosisOptions
    ) -> PermissionsReport {
        let tools = configuration.tools(named: options.tools)
        let rights = probe.rights
        let comparison = RightsComparison(
            rights: rights, isOffline: options.offline, hasPage: options.page != nil, configuration: configuration)
        return PermissionsReport(
            deployment: .init(kind: rights.identity?.kind ?? .unknown, version: rights.identity?.version),
            account: rights.account,
            space: configuration.spaceKey,
            page: options.page?.words,
            tools: tools.map(comparison.permissions),
            surplus: options.offline ? [] : comparison.surplus(beyond: tools),
            notes: rights.notes + [OtherHost.note(options, of: configuration)].compactMap(\.self)
                + probe.wire.notesOfAsking(longest: options.longestWait, of: "a review")
                + comparison.notes(on: tools),
            probes: probe.wire.records,
            requests: probe.wire.requests,
            failedLogins: probe.wire.failedLogins
        )
    }
}

extension ToolkitConfiguration {
    /// The tools named, or else those that the toolkit offers.
    fileprivate func tools(named names: [String]) -> [ToolkitTool] {
        guard !names.isEmpty else { return offeredTools }
        return ToolkitTool.allCases.filter { names.contains($0.rawValue) }
    }
}

extension PermissionsReport {
    fileprivate func redacted(by redactor: Redactor) -> PermissionsReport {
        var report = self
        report.account = account.map(redactor.redact)
        report.space = space.map(redactor.redact)
        report.page = page.map(redactor.redact)
        report.notes = notes.map(redactor.redact)
        report.probes = probes.map { probe in
            ProbeRecord(
                question: redactor.redact(probe.question), request: redactor.redact(probe.request),
                answer: redactor.redact(probe.answer))
        }
        report.tools = tools.map { tool in
            var tool = tool
            for index in tool.needs.indices { tool.needs[index].name = redactor.redact(tool.needs[index].name) }
            return tool
        }
        report.surplus = surplus.map { SurplusRight(redactor.redact($0.name), because: redactor.redact($0.reason)) }
        return report
    }
}
