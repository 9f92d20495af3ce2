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
    private(set) var reasoning: [ReasoningStep] = []
    private(set) var hiddenSpace: HiddenSpace?
    /// What the site says of the second secret, where there are two and it takes neither.
    private(set) var otherSecret: Chart?

    /// The last round's chart; what it leaves open is what could not be settled.
    private(set) var chart: Chart

    /// A cause with the chart that speaks for it, as it was then.
    struct Finding: Sendable {
        var cause: Cause
        var proof: Proof?
        var repair: Repair?
        var repairWorked: Bool
        var chart: Chart
        /// Whether more was asked behind it.
        var isGoneBeyond = false

        /// Whether what lies behind it is looked at with the repaired configuration: an address that nobody can call, or that
        /// sends everybody to https, has to be mended in any case, whatever comes of the mended one.
        var changesConfiguration: Bool {
            repairWorked || cause.id == .malformedAddress || proof == .said(.uncallableEnd)
                || proof == .said(.quotedAddress)
                || (cause.id == .plainHTTP && repair != nil)
        }
    }

    /// The chart of a space that can't be seen and can't be mended from here, with how many findings stood before it.
    struct HiddenSpace: Sendable {
        var chart: Chart
        var findingsBefore: Int
    }

    private static let roundLimit = 6

    init(_ configuration: ToolkitConfiguration, _ options: DiagnosisOptions, _ wire: Wire) {
        self.configuration = configuration
        self.options = options
        self.wire = wire
        chart = Chart(configuration, options, deployment: .unknown, now: wire.now)
    }

    mutating func run() async {
        for _ in 0..<Self.roundLimit {
            await examine()
            guard let finding = await conclude() else {
                guard chart.leavesPageBehindHiddenSpace else { break }
                hiddenSpace = HiddenSpace(chart: chart, findingsBefore: found.count)
                for cause in chart.causes where cause.id.family == "space" { chart.setAside(cause.id) }
                continue
            }
            found.append(finding)
            guard goOn(behind: finding) else { break }
            found[found.count - 1].isGoneBeyond = true
        }
        await lookAtOtherSecret()
        if wantsToWrite { await askForAccessMode() }
        if let skew = wire.skew, skew.isTooMuch {
            chart.note(.clockAway(seconds: skew.seconds, site: skew.site, own: skew.own))
        }
    }

    /// Reads the answer to the secret that stands beside the one that is sent, for causes of its own; it was asked before.
    private mutating func lookAtOtherSecret() async {
        let charts = found.map(\.chart) + [chart]
        let failed = Observation.failed(.otherSecret)
        guard let asked = charts.last(where: { $0.answer(to: .login, after: .otherSecret) == failed }),
            let configuration = asked.repair(.otherSecret)?.configuration
        else { return }
        var other = chart(of: configuration, version: asked.version)
        for inquiry in [Inquiry(.site), Inquiry(.login)] {
            guard let seen = await ask(inquiry.question, of: configuration, in: other) else { return }
            other.take(seen, for: inquiry)
        }
        otherSecret = other
    }

    /// Whether somebody is logged in who means to change something, on a site that may take no changes for a while.
    private var wantsToWrite: Bool {
        chart.circumstances.deployment == .dataCenter && chart.answer(to: .login) == .loginAccepted
            && !chart.neededOperations.isEmpty
    }

    private mutating func askForAccessMode() async {
        let before = wire.spent
        guard let answer = await AccessModeProbe.run(configuration, &wire) else { return }
        if answer == .readOnly, !chart.isReadOnly { chart.note(.readOnlyMode) }
        tell(ReasoningStep(answer, chart, for: wire.spent - before))
    }

    /// Keeps a step of the reasoning; what was told before and cost nothing now is told once.
    private mutating func tell(_ step: ReasoningStep) {
        var step = step
        step.assuming = found.compactMap { $0.isGoneBeyond && $0.changesConfiguration ? $0.repair?.change : nil }
        let isKnown = reasoning.contains {
            $0.question == step.question && $0.change == step.change && $0.answer == step.answer
        }
        if step.requests > 0 || !isKnown { reasoning.append(step) }
    }

    /// Prepares to look behind a cause, where that can be done from here.
    private mutating func goOn(behind finding: Finding) -> Bool {
        if !finding.repairWorked, chart.leavesMoreToAsk(behind: finding.cause.id) {
            chart.setAside(finding.cause.id)
            return true
        }
        if finding.cause.id == .endpointRemoved, chart.version == .one, chart.circumstances.deployment == .cloud {
            chart = chart(of: configuration, version: .two)
            return true
        }
        guard let repair = finding.repair, finding.changesConfiguration else { return false }
        configuration = repair.configuration
        chart = chart(of: configuration, version: chart.version)
        return true
    }

    /// A chart on which nothing was asked yet.
    private func chart(of configuration: ToolkitConfiguration, version: RESTVersion) -> Chart {
        Chart(configuration, options, deployment: chart.circumstances.deployment, version: version, now: wire.now)
    }

    /// Asks the best question until a cause is proven or nothing worth its price is left.
    private mutating func examine() async {
        while let inquiry = nextInquiry {
            let (spent, before) = (wire.spent, chart)
            guard let seen = await ask(inquiry) else { return }
            chart.take(seen, for: inquiry)
            tell(ReasoningStep(inquiry, seen, from: before, to: chart, for: wire.spent - spent))
            // What the site lets nobody do at present says nothing of the account's rights.
            if chart.lacksOperations, wantsToWrite { await askForAccessMode() }
        }
    }

    private var nextInquiry: Inquiry? {
        if let awaited = chart.awaited.first(where: isAllowed) { return wire.remaining > 0 ? awaited : nil }
        return chart.proven == nil ? Planner.next(chart, wire) : nil
    }

    private mutating func conclude() async -> Finding? {
        guard let (cause, proof) = chart.proven else { return likelyRepair() }
        var finding = Finding(cause: cause, proof: proof, repair: nil, repairWorked: false, chart: chart)
        let kinds = cause.proofs.compactMap { if case .repair(let kind) = $0 { kind } else { nil } }
        let wanted: [Repair.Kind] =
            if case .repair(let kind) = proof {
                [kind]
            } else if cause.id == .malformedAddress || proof == .said(.quotedAddress) {
                [.mendedAddress]
            } else {
                kinds
            }
        guard let repair = wanted.lazy.compactMap({ [chart] in chart.repair($0) }).first else { return finding }
        finding.repair = repair
        if case .repair = proof {
            finding.repairWorked = true
        } else {
            await check(repair, of: &finding)
        }
        return finding
    }

    /// Tries the repair of a cause that is certain without it.
    private mutating func check(_ repair: Repair, of finding: inout Finding) async {
        let (inquiry, spent, before) = (Inquiry(repair.kind.question, repair: repair), wire.spent, finding.chart)
        guard isAllowed(inquiry), let seen = await ask(inquiry) else { return }
        finding.repairWorked = seen.observation == .worked(repair.kind)
        finding.chart.take(seen, for: inquiry)
        tell(ReasoningStep(inquiry, seen, from: before, to: finding.chart, for: wire.spent - spent))
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
        let mended = chart(of: repair.trial, version: chart.version)
        guard let seen = await ask(inquiry.question, of: repair.trial, in: mended) else { return nil }
        // Where a header alone shows a Confluence, one that names itself elsewhere is another answer.
        let isOtherThanBefore =
            seen.observation != chart.answer(to: inquiry.question) || chart.mayBeElsewhere(by: repair.kind)
        return .repaired(repair, worked: seen.isSuccess(of: inquiry.question, for: repair) && isOtherThanBefore)
    }

    private mutating func ask(
        _ question: Question,
        of configuration: ToolkitConfiguration,
        in asked: Chart
    ) async -> Evidence? {
        switch question {
        case .site:
            return await SiteProbe.run(configuration, &wire)
        case .otherPaths:
            return await OtherPathsProbe.run(configuration, chart.evidence, &wire)
        case .login:
            return await LoginProbe.run(configuration, in: chart, &wire)
        case .door:
            return await DoorProbe.run(configuration, &wire).map { .door($0) }
        case .space:
            let seen =
                chart.version == .two
                ? await VersionTwo.space(configuration, &wire)
                : await SpaceProbe.run(configuration, tools: asked.checkedTools, &wire)
            if case .space(.seen, let key)? = seen, chart.version == .one,
                asked.circumstances.deployment == .dataCenter,
                asked.needsLivingSpace, await SpaceProbe.isListedAsArchived(key, configuration, &wire)
            {
                return .space(.archived(hinders: true), key: key)
            }
            guard case .space(.archived, let key)? = seen else { return seen }
            return .space(.archived(hinders: asked.needsLivingSpace), key: key)
        case .visibleSpaces:
            return await SpaceProbe.match(chart, &wire)
                .map { .visibleSpaces($0, key: configuration.spaceKey ?? "") }
        case .writing:
            if let obstacle = await VersionTwo.obstacle(to: asked, &wire) { return .obstructed(obstacle, .writing) }
            return await WritingProbe.run(asked, &wire).map { .writing($0, space: configuration.spaceKey ?? "") }
        case .page:
            return await PageProbe.run(asked, &wire)
        case .search:
            return await SearchProbe.run(asked, &wire)
        }
    }
}

extension Evidence {
    /// Whether a repaired request brought what the question hopes for; a path that is right may still have a
    /// hosting that is not.
    fileprivate func isSuccess(of question: Question, for repair: Repair) -> Bool {
        guard let observation else { return false }
        if observation == question.usual { return true }
        if question == .login, observation.showsKnownAccount { return true }
        return observation == .siteContradictsHosting && repair.kind != .otherHosting
    }
}

extension Observation {
    /// Whether the site knows who asks, and refuses what was asked for another reason than the credential.
    fileprivate var showsKnownAccount: Bool {
        switch self {
        case .loginWithoutProductAccess, .loginScopeMissing, .endpointGone: true
        default: false
        }
    }
}
