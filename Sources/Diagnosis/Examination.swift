import ConfluenceModel
import ConfluenceToolkit

/// The diagnosis while it goes on: asks, finds a cause, mends a copy of the configuration, and looks again.
///
/// Two faults may hide each other. So once a repair has worked, the mended copy is examined in turn, until
/// nothing more is found; what was asked before is not asked again.
struct Examination: Sendable {
    let options: DiagnosisOptions
    private(set) var configuration: ToolkitConfiguration
    private(set) var wire: Wire
    private(set) var found: [Finding] = []

    /// The last round's chart; what it leaves open is what could not be settled.
    private(set) var chart: Chart

    /// A cause with the chart that speaks for it, as it was then.
    struct Finding: Sendable {
        var cause: Cause
        var proof: Proof?
        var repair: Repair?
        var repairWorked: Bool
        var chart: Chart
    }

    private static let roundLimit = 6

    init(_ configuration: ToolkitConfiguration, _ options: DiagnosisOptions, _ wire: Wire) {
        self.configuration = configuration
        self.options = options
        self.wire = wire
        chart = Chart(configuration, options, deployment: .unknown)
    }

    mutating func run() async {
        noteForm()
        for _ in 0..<Self.roundLimit {
            await examine()
            guard let finding = await conclude() else { return }
            found.append(finding)
            guard finding.repairWorked, let repair = finding.repair else { return }
            configuration = repair.configuration
            configuration.form = .settings
            chart = Chart(configuration, options, deployment: chart.circumstances.deployment)
        }
    }

    /// The form of the document is no obstacle to looking further, so it is noted first and set aside.
    private mutating func noteForm() {
        guard configuration.form.isLegacy, let cause = CauseCatalogue.cause(.legacyConfiguration) else { return }
        found.append(
            Finding(cause: cause, proof: .said(.oldForm), repair: nil, repairWorked: false, chart: chart))
        configuration.form = .settings
        chart = Chart(configuration, options, deployment: .unknown)
    }

    /// Asks the best question until a cause is proven or nothing worth its price is left.
    private mutating func examine() async {
        while chart.proven == nil, let inquiry = Planner.next(chart, wire) {
            guard let seen = await ask(inquiry) else { return }
            chart.take(seen, for: inquiry)
        }
    }

    private mutating func conclude() async -> Finding? {
        guard let (cause, proof) = chart.proven else { return likelyRepair() }
        var finding = Finding(cause: cause, proof: proof, repair: nil, repairWorked: false, chart: chart)
        let kinds = cause.proofs.compactMap { if case .repair(let kind) = $0 { kind } else { nil } }
        let wanted = cause.id == .malformedAddress ? [.mendedAddress] : kinds
        guard let repair = wanted.lazy.compactMap({ [chart] in chart.repair($0) }).first else { return finding }
        finding.repair = repair
        if case .repair = proof {
            finding.repairWorked = true
        } else if isAllowed(Inquiry(repair.kind.question, repair: repair)) {
            let seen = await ask(Inquiry(repair.kind.question, repair: repair))
            finding.repairWorked = seen?.observation == .worked(repair.kind)
            if let seen { finding.chart.take(seen, for: Inquiry(repair.kind.question, repair: repair)) }
        }
        return finding
    }

    /// A repair that works is worth going on with, even where the failure itself may not be shown.
    private func likelyRepair() -> Finding? {
        for cause in chart.causes {
            for case .repair(let kind) in cause.proofs
            where chart.answer(to: kind.question, after: kind) == .worked(kind)
                && chart.answer(to: kind.question) == nil
            {
                return Finding(cause: cause, proof: nil, repair: chart.repair(kind), repairWorked: true, chart: chart)
            }
        }
        return nil
    }

    private func isAllowed(_ inquiry: Inquiry) -> Bool {
        !chart.mayFailLogin(inquiry) || wire.mayFailLogin || chart.isKnown(inquiry, wire)
    }

    private mutating func ask(_ inquiry: Inquiry) async -> Evidence? {
        guard let repair = inquiry.repair else { return await ask(inquiry.question, of: configuration, in: chart) }
        let mended = Chart(repair.trial, options, deployment: chart.circumstances.deployment)
        guard let seen = await ask(inquiry.question, of: repair.trial, in: mended) else { return nil }
        return .repaired(repair, worked: seen.isSuccess(of: inquiry.question, for: repair))
    }

    private mutating func ask(
        _ question: Question,
        of configuration: ToolkitConfiguration,
        in asked: Chart
    ) async -> Evidence? {
        let deployment = chart.circumstances.deployment
        switch question {
        case .site:
            return await SiteProbe.run(configuration, &wire)
        case .otherPaths:
            return await OtherPathsProbe.run(configuration, chart.evidence, &wire)
        case .login:
            let answer = await LoginProbe.run(configuration, deployment: deployment, &wire)
            return answer.map { .login($0, configuration.authentication.scheme) }
        case .door:
            return await DoorProbe.run(configuration, &wire).map { .door($0) }
        case .space:
            return await SpaceProbe.run(configuration, &wire).map { .space($0, key: configuration.spaceKey ?? "") }
        case .visibleSpaces:
            return await SpaceProbe.match(configuration, isCloud: deployment == .cloud, &wire)
                .map { .visibleSpaces($0, key: configuration.spaceKey ?? "") }
        case .writing:
            return await WritingProbe.run(asked, &wire).map { .writing($0, space: configuration.spaceKey ?? "") }
        case .page:
            return await PageProbe.run(asked, &wire).map { .page($0, id: options.pageID ?? "") }
        }
    }
}

extension Evidence {
    /// Whether a repaired request brought what the question hopes for; a path that is right may still have a
    /// hosting that is not.
    fileprivate func isSuccess(of question: Question, for repair: Repair) -> Bool {
        guard let observation else { return false }
        if observation == question.usual { return true }
        return observation == .siteContradictsHosting && repair.kind != .otherHosting
    }
}
