package import ConfluenceModel
package import ConfluenceToolkit
package import ConfluenceWire
import Diagnosis

/// Checks a toolkit's tools at a steady pace, tells the moment one breaks, and finds out why.
package struct Monitor: Sendable {
    private let configuration: ToolkitConfiguration
    private let plan: MonitorPlan
    private let send: Send
    private let clock: MonitorClock

    package init(
        _ configuration: ToolkitConfiguration, plan: MonitorPlan, send: @escaping Send, clock: MonitorClock
    ) {
        self.configuration = configuration
        self.plan = plan
        self.send = send
        self.clock = clock
    }

    /// Watches until the plan is over or the task is cancelled.
    ///
    /// - Parameters:
    ///   - progress: Given the figures after each round.
    ///   - tell: Given what happens, at once.
    /// - Returns: The figures at the end.
    package func run(
        progress: @Sendable (MonitorReport) async -> Void = { _ in },
        tell: @Sendable (MonitorEvent) async -> Void
    ) async -> MonitorReport {
        let runner = CheckRunner(configuration, send: send, clock: clock)
        var watch = Watching(configuration, plan)
        await progress(watch.report)
        var schedule = Schedule(interval: plan.interval, length: plan.length)
        do {
            while let next = schedule.next(at: clock.elapsed()) {
                try await clock.sleep(next)
                watch.report.skippedRounds = schedule.skipped
                try await round(&watch, &schedule, runner, tell)
                watch.report.requests = runner.requests + watch.diagnosisRequests
                await progress(watch.report)
            }
        } catch {
            // Being stopped is a usual end.
        }
        watch.report.skippedRounds = schedule.skipped
        watch.report.requests = runner.requests + watch.diagnosisRequests
        return watch.report
    }

    private func round(
        _ watch: inout Watching,
        _ schedule: inout Schedule,
        _ runner: CheckRunner,
        _ tell: (MonitorEvent) async -> Void
    ) async throws {
        watch.report.rounds += 1
        var isDiagnosed = false
        var alsoBroken: [String] = []
        var recovered: [String] = []
        var error = ""
        checks: for check in watch.checks {
            let wasUp = watch.isUp(check)
            var (outcome, duration) = try await runner.run(check)
            var flickered = false
            if case .failed = outcome, wasUp != false {
                // One bad answer is no news: only what fails twice is.
                let second = try await runner.run(check)
                flickered = second.outcome == .worked
                (outcome, duration) = second
            }
            switch outcome {
            case .worked:
                watch.refusals = 0
                if wasUp == false { recovered += watch.tools(of: check) }
                watch.note(check, worked: true, duration, flickered: flickered, error: nil)
            case .failed(let words):
                error = watch.shown(words)
                watch.note(check, worked: false, duration, flickered: false, error: error)
                guard wasUp != false else { continue }
                let tools = watch.tools(of: check)
                // The first to break is told at once; what breaks with it has no diagnosis of its own.
                if isDiagnosed {
                    alsoBroken += tools
                } else {
                    isDiagnosed = true
                    await tell(.broke(tools: tools, error: error, diagnosis: await diagnose(tools, &watch)))
                }
            case .refusedLogin(let words):
                error = watch.shown(words)
                watch.note(check, worked: false, duration, flickered: false, error: error)
                watch.failedLogins += 1
                let tools = watch.tools(of: check)
                var isWrongAgain = true
                if wasUp != false {
                    defer { isDiagnosed = true }
                    let diagnosis = isDiagnosed ? nil : await diagnose(tools, &watch)
                    await tell(.broke(tools: tools, error: error, diagnosis: diagnosis))
                    isWrongAgain = diagnosis?.verdict != .healthy
                }
                guard isWrongAgain else { continue }
                // The others would send the same login, and each would be one more that failed.
                alsoBroken += watch.breakRest(after: check, error)
                let pause = watch.pauseAfterRefusal()
                await tell(.loginRefused(seconds: pause, failedLogins: watch.failedLogins))
                schedule.stayQuiet(until: clock.elapsed() + .seconds(pause))
                break checks
            case .askedToWait(let seconds):
                await tell(.askedToWait(seconds: seconds))
                schedule.stayQuiet(until: clock.elapsed() + .seconds(seconds))
                break checks
            }
        }
        if !alsoBroken.isEmpty { await tell(.broke(tools: alsoBroken, error: error, diagnosis: nil)) }
        if !recovered.isEmpty { await tell(.recovered(tools: recovered)) }
        await tell(
            .round(
                number: watch.report.rounds, working: watch.report.tools.count { $0.isUp == true },
                failing: watch.report.tools.count { $0.isUp == false }))
    }

    private func diagnose(_ tools: [String], _ watch: inout Watching) async -> DiagnosisReport {
        let moment = ContinuousClock().now
        let (clock, start) = (clock, clock.elapsed())
        let doctor = Doctor(
            send: send, now: { moment + (clock.elapsed() - start) }, date: clock.date,
            wait: { try await clock.sleep(clock.elapsed() + .seconds($0)) })
        let report = await doctor.diagnose(
            configuration, options: DiagnosisOptions(tools: tools, page: plan.pageID.map(PageReference.id)))
        watch.diagnosisRequests += report.requests
        watch.failedLogins += report.failedLogins
        if let cause = report.causes.first?.id { watch.report.causes[cause, default: 0] += 1 }
        return report
    }
}

/// The figures while they are made.
private struct Watching {
    var report: MonitorReport
    var diagnosisRequests = 0
    /// Logins that the site refused, those of diagnoses with them.
    var failedLogins = 0
    /// How many checks in a row the site refused the login of.
    var refusals = 0
    let checks: [Check]
    let redactor: Redactor
    private let standing: [String: Check]

    init(_ configuration: ToolkitConfiguration, _ plan: MonitorPlan) {
        var standing: [String: Check] = [:]
        var checks: [Check] = []
        for tool in plan.tools {
            guard let check = Check.standing(for: tool, page: plan.pageID) else { continue }
            standing[tool.rawValue] = check
            if !checks.contains(check) { checks.append(check) }
        }
        self.standing = standing
        self.checks = checks
        // What a site echoes may be the login as it was sent.
        redactor = Redactor(secrets: configuration.secretForms)
        report = MonitorReport(
            toolkit: TokenForm.masked(redactor.redact(configuration.name ?? "toolkit")),
            tools: plan.tools.map { MonitoredTool(name: $0.rawValue, check: standing[$0.rawValue]?.words) })
    }

    func tools(of check: Check) -> [String] {
        report.tools.map(\.name).filter { standing[$0] == check }
    }

    func isUp(_ check: Check) -> Bool? {
        report.tools.first { standing[$0.name] == check }?.isUp
    }

    /// An error's words without secrets.
    func shown(_ words: String) -> String { TokenForm.masked(redactor.redact(words)) }

    /// Takes the tools for broken whose checks come after one whose login was refused, and gives those that were not.
    mutating func breakRest(after check: Check, _ error: String) -> [String] {
        guard let place = checks.firstIndex(of: check) else { return [] }
        var broken: [String] = []
        for name in checks[(place + 1)...].flatMap(tools) {
            guard let index = report.tools.firstIndex(where: { $0.name == name }), report.tools[index].isUp != false
            else { continue }
            report.tools[index].isUp = false
            report.tools[index].breakages += 1
            report.tools[index].lastError = error
            broken.append(name)
        }
        return broken
    }

    /// How many seconds no login is tried after one was refused: an hour, and twice as long each time, up to a day.
    ///
    /// Data Center asks for a CAPTCHA after three failed logins in a row, and then takes none by REST.
    mutating func pauseAfterRefusal() -> Int {
        refusals += 1
        return min(86_400, 3_600 << min(refusals - 1, 5))
    }

    mutating func note(_ check: Check, worked: Bool, _ duration: Duration, flickered: Bool, error: String?) {
        for index in report.tools.indices where standing[report.tools[index].name] == check {
            var tool = report.tools[index]
            if worked { tool.successes += 1 } else { tool.failures += 1 }
            if flickered { tool.flickers += 1 }
            if !worked, tool.isUp != false { tool.breakages += 1 }
            tool.isUp = worked
            tool.durations.add(seconds: duration / .seconds(1))
            if let error { tool.lastError = error }
            report.tools[index] = tool
        }
    }
}
