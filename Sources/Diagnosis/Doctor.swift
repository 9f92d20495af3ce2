package import ConfluenceModel
package import ConfluenceToolkit
package import ConfluenceWire

package import struct Foundation.Date

/// Says what is wrong with a configuration, proves it, and says how to mend it.
///
/// The road is: configuration → lint → probes → evidence → causes → repairs → report.
package struct Doctor: Sendable {
    private let send: Send
    private let now: @Sendable () -> ContinuousClock.Instant
    private let date: @Sendable () -> Date?
    private let wait: Wait?

    /// Waits for so many seconds.
    package typealias Wait = @Sendable (_ seconds: Int) async throws -> Void

    /// - Parameters:
    ///   - send: Reaches the site; it neither follows redirects nor retries.
    ///   - now: Only used to say how long the diagnosis took.
    ///   - date: The time of day here, to hold the site's against; without it, clocks are not compared.
    ///   - wait: Waits where the site says 429, within ``DiagnosisOptions/longestWait``; without it, nobody waits.
    package init(
        send: @escaping Send,
        now: @escaping @Sendable () -> ContinuousClock.Instant,
        date: @escaping @Sendable () -> Date? = { nil },
        wait: Wait? = nil
    ) {
        self.send = send
        self.now = now
        self.date = date
        self.wait = wait
    }

    package func diagnose(
        _ configuration: ToolkitConfiguration,
        options: DiagnosisOptions = DiagnosisOptions()
    ) async -> DiagnosisReport {
        let start = now()
        let redactor = Redactor(secrets: configuration.secretForms)
        var examined = configuration
        if let key = options.spaceKey { examined.spaceKey = key }
        let wire = Wire(send: send, options: options, redactor: redactor, date: date, wait: wait)
        var examination = Examination(examined, options, wire)
        await examination.run()
        var report = Verdict(examination, original: configuration).report
        report.elapsedMilliseconds = Int(start.duration(to: now()) / .milliseconds(1))
        return Redactor(secrets: configuration.secretForms + examination.wire.shown).redact(report)
    }
}
