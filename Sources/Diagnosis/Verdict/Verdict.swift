import ConfluenceModel
import ConfluenceToolkit

/// Turns what an examination found into a report.
struct Verdict {
    private let examination: Examination
    private let original: ToolkitConfiguration

    /// A cause that is only suspected is named from this share of the belief on.
    private static let partOfUnrecognised = 0.3
    private static let leastShare = 0.03
    /// What answers alike is named even if it is unlikely, unless the configuration speaks against it.
    private static let leastShareAlike = 0.015
    /// How sure one may at least be of a slip in a secret, a key or an address, where nothing was asked.
    private static let leastConfidenceOfSlips = 0.6
    /// Of one family's causes alone, from this share on.
    private static let leastShareOfFamily = 0.1
    /// How sure one may be of what no request could settle.
    private static let confidenceOfTheMerelySeen = 0.3
    /// How sure one may be that Confluence is where people are led to without a word.
    private static let confidenceOfTheUnsaidMove = 0.7

    init(_ examination: Examination, original: ToolkitConfiguration) {
        self.examination = examination
        self.original = original
    }

    private var chart: Chart { examination.chart }

    var report: DiagnosisReport {
        let causes = causes
        let verdict: DiagnosisReport.Verdict = !causes.isEmpty ? .problem : isHealthy ? .healthy : .undecided
        let identity = identity
        let report = DiagnosisReport(
            verdict: verdict,
            deployment: .init(kind: identity?.kind ?? kindWithoutIdentity, version: identity?.version),
            causes: causes,
            notes: Notes(examination, original: original, verdict: verdict).all,
            probes: examination.wire.records,
            reasoning: examination.reasoning,
            requests: examination.wire.requests,
            failedLogins: examination.wire.failedLogins
        )
        return inFieldsOfOriginal(report)
    }

    /// A secret that was put into another field on a copy is blamed where it stands.
    private func inFieldsOfOriginal(_ report: DiagnosisReport) -> DiagnosisReport {
        guard examination.found.contains(where: { $0.isGoneBeyond && $0.repair?.kind == .otherScheme }) else {
            return report
        }
        let isToken = !(original.credential.token?.isEmpty ?? true)
        let (copy, place) = (
            original.path(of: isToken ? .apiKey : .token), original.path(of: isToken ? .token : .apiKey)
        )
        return report.mapTexts { text in
            text == copy ? place : text.replacing("\(copy) holds", with: "\(place) holds")
        }
    }

    private var identity: SiteIdentity? {
        chart.evidence.identity ?? examination.found.lazy.compactMap(\.chart.evidence.identity).last
    }

    private var kindWithoutIdentity: DeploymentKind {
        chart.answer(to: .site)?.asOutcome(of: .site) == .siteUnrecognised ? .other : .unknown
    }

    /// What was found comes in the order in which a request meets it; what hinders nothing comes last.
    private var causes: [FoundCause] {
        let before = examination.hiddenSpace?.findingsBefore ?? examination.found.count
        var named: [FoundCause] = []
        for finding in examination.found.prefix(before) { add([write(finding)], to: &named) }
        if let space = examination.hiddenSpace { add(suspects(in: space.chart), to: &named) }
        for finding in examination.found.dropFirst(before) { add([write(finding)], to: &named) }
        add(suspects, to: &named)
        if let other = examination.otherSecret {
            let causes = suspects(in: other, most: Self.confidenceOfTheMerelySeen)
            add(causes.filter { $0.id.isOfLogin }, to: &named)
        }
        return withAsides(named)
    }

    /// What hinders nothing comes last; that the site takes no changes, before the rights that can't be told meanwhile.
    private func withAsides(_ named: [FoundCause]) -> [FoundCause] {
        let asides = asides
        if chart.hidesRights,
            let place = named.firstIndex(where: { !$0.isProven && Self.hiddenByReadOnly.contains($0.id) })
        {
            let readOnly = asides.filter { $0.id == .readOnly }
            return named[..<place] + readOnly + named[place...] + asides.filter { $0.id != .readOnly }
        }
        // What keeps a tool from working is not to be overlooked behind a row of guesses.
        guard let guess = named.firstIndex(where: { !$0.isProven }), named.count - guess > Self.fewGuesses else {
            return named + asides
        }
        let hindering = asides.filter { Self.hinderingTools.contains($0.id) }
        let others = asides.filter { !Self.hinderingTools.contains($0.id) }
        return named[...guess] + hindering + named[(guess + 1)...] + others
    }

    private static let hinderingTools: Set<CauseID> = [.toolNotSelected, .indexNotConfigured, .v2OnDataCenter]
    private static let fewGuesses = 2

    private static let hiddenByReadOnly: Set<CauseID> = [.spaceNoWrite, .pageRestricted]

    /// A cause is named once; what was seen later of one that was found is told with it.
    private func add(_ causes: [FoundCause], to named: inout [FoundCause]) {
        for cause in causes {
            if let known = named.firstIndex(where: { $0.id == cause.id }) {
                if cause.isProven || named[known].isProven {
                    named[known].evidence += cause.evidence.filter { line in
                        !named[known].evidence.contains(line)
                    }
                }
            } else {
                named.append(cause)
            }
        }
    }

    /// The causes that say themselves and kept nothing from being asked.
    private var asides: [FoundCause] {
        let charts = examination.found.map(\.chart) + [chart]
        return CauseCatalogue.all.filter(\.isAside).compactMap { cause in
            for case .said(let observation) in cause.proofs {
                guard let chart = charts.last(where: { $0.evidence.contains { $0.observation == observation } }) else {
                    continue
                }
                return CauseWriter(cause, chart).found(confidence: 0.99, isProven: true, repair: nil)
            }
            return nil
        }
    }

    private func write(_ finding: Examination.Finding) -> FoundCause {
        let writer = CauseWriter(finding.cause, finding.chart)
        let repair = finding.repair.map {
            FoundCause.Repair(change: $0.change, wasTried: true, worked: finding.repairWorked)
        }
        let confidence = finding.proof == nil ? max(0.5, finding.chart.belief.share(of: finding.cause.id)) : 0.99
        return writer.found(confidence: min(confidence, 0.99), isProven: finding.proof != nil, repair: repair)
    }

    /// The causes that the last round leaves standing.
    private var suspects: [FoundCause] {
        // What answers behind a redirect to https was looked at there.
        let behind = examination.found.filter {
            !$0.repairWorked && !($0.cause.id == .plainHTTP && $0.isGoneBeyond)
        }.flatMap(reasons)
        if let last = examination.found.last, !last.isGoneBeyond { return behind }
        let isAbsent = AbsentAPI.guesses(in: chart) != nil
        guard chart.setAside.isEmpty ? hasFailure || isAbsent : isPageAmiss else { return behind + shownAlone }
        return behind + suspects(in: chart)
    }

    /// Where no login was tried, the slips that the configuration shows by itself; what may well be meant is none.
    private var shownAlone: [FoundCause] {
        guard chart.answer(to: .login) == nil, examination.found.isEmpty else { return [] }
        let slips = readable(in: chart).filter { ![.bothSecrets, .customHeaders].contains($0.id) }
        return slips.sorted { chart.belief.share(of: $0.id) > chart.belief.share(of: $1.id) }.map { cause in
            let confidence = max(Self.leastConfidenceOfSlips, min(0.9, chart.belief.share(of: cause.id)))
            return CauseWriter(cause, chart).found(confidence: confidence, isProven: false, repair: nil)
        }
    }

    /// The likeliest cause of a chart, with all that answer like it, and what the configuration shows beside them.
    private func suspects(in chart: Chart, most limit: Double = 0.95) -> [FoundCause] {
        if isRefusedUntold(in: chart) {
            return guesses(FrontManner.guessesBeforeConfluence, of: limit, limit, in: chart)
        }
        if let absent = AbsentAPI.guesses(in: chart) {
            return guesses(absent, of: limit, limit, in: chart).map { AbsentAPI.told($0, in: chart) }
        }
        let circumstances = chart.circumstances
        // Behind what was set aside only a page was asked for.
        let standing = chart.causes.filter { chart.setAside.isEmpty || $0.id.family == "page" }
            // Of a site that nobody recognised, only its name could speak against the hosting that is set.
            .filter { $0.id != .hostingMismatch || isRecognised(in: chart) || chart.configuration.contradictsHostName }
            // Where no Confluence answers, nothing was seen of an account.
            .filter {
                !$0.id.isOfLogin || isRecognised(in: chart) || !$0.requires.isEmpty
            }
            // Nor, before any login has worked, of what it may do.
            .filter { !["space", "page"].contains($0.id.family) || !isTurnedAway(in: chart) }
            .sorted { share(of: $0, in: chart) > share(of: $1, in: chart) }
        guard let first = standing.first else { return [] }
        let alike = CauseCatalogue.alternatives(
            to: first.id, on: circumstances.deployment, scheme: circumstances.scheme)
        let likely = standing.filter { cause in
            let share = share(of: cause, in: chart)
            return cause.id == first.id || share >= (alike.contains(cause.id) ? Self.leastShareAlike : Self.leastShare)
        }
        // A page may be hidden along with its space, and have nothing else amiss.
        let most = chart.setAside.isEmpty || examination.hiddenSpace == nil ? limit : Self.confidenceOfTheMerelySeen
        let shown = readable(in: chart).filter { cause in !likely.contains { $0.id == cause.id } }
        let fronts = fronts(in: chart, most)
        let named = likely.flatMap { cause in
            if cause.id == .notConfluence, let fronts { return fronts }
            let isHidden = chart.hidesRights && Self.hiddenByReadOnly.contains(cause.id)
            let found = CauseWriter(cause, chart).found(
                confidence: min(
                    isHidden
                        ? Self.confidenceOfTheMerelySeen
                        : cause.id == .siteMoved ? Self.confidenceOfTheUnsaidMove : most,
                    share(of: cause, in: chart)),
                isProven: false,
                repair: triedRepair(of: cause, in: chart))
            return [found]
        }
        // What may stand in front comes between the other causes.
        let ranked =
            fronts == nil
            ? named
            : named.enumerated().sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }
                .map(\.element)
        return ranked
            + shown.map {
                CauseWriter($0, chart).found(
                    confidence: Self.confidenceOfTheMerelySeen, isProven: false, repair: triedRepair(of: $0, in: chart))
            }
    }

    /// The share of a cause; what a credential shows counts for less where no Confluence has answered that could refuse it.
    private func share(of cause: Cause, in chart: Chart) -> Double {
        let isUnseen = cause.id.isOfLogin && !isRecognised(in: chart)
        return chart.belief.share(of: cause.id) * (isUnseen ? Self.partOfUnrecognised : 1)
    }

    /// What may stand there, by the manner in which something unknown answers; `nil` where it answers in none that tells.
    private func fronts(in chart: Chart, _ limit: Double) -> [FoundCause]? {
        let manners = chart.evidence.compactMap { seen in
            if case .site(.unrecognised(_, let manner?), _) = seen { manner } else { nil }
        }
        guard let manner = manners.last else { return nil }
        return guesses(manner.guesses, of: chart.belief.share(of: .notConfluence), limit, in: chart)
    }

    private func guesses(
        _ guesses: [(cause: CauseID, part: Double)], of share: Double, _ limit: Double, in chart: Chart
    ) -> [FoundCause] {
        guesses.compactMap { guess in
            CauseCatalogue.cause(guess.cause).map {
                CauseWriter($0, chart).found(
                    confidence: min(limit, share * guess.part), isProven: false, repair: triedRepair(of: $0, in: chart))
            }
        }
    }

    /// Whether something in front of a known Confluence refuses a question, and doesn't say why.
    private func isRefusedUntold(in chart: Chart) -> Bool {
        chart.evidence.contains { seen in
            guard case .obstructed(let obstacle, let question) = seen else { return false }
            return obstacle.kind == .refusal && question != .site
        }
    }

    /// The other reasons that there may be for what the site says.
    private func reasons(behind finding: Examination.Finding) -> [FoundCause] {
        let circumstances = finding.chart.circumstances
        let open = CauseCatalogue.alternatives(
            to: finding.cause.id, on: circumstances.deployment, scheme: circumstances.scheme, isSaid: true)
        var causes = open.compactMap(CauseCatalogue.cause)
        for cause in readable(in: finding.chart) + likeliestOfAddress(in: finding.chart)
        where cause.id != finding.cause.id && !causes.contains(where: { $0.id == cause.id }) {
            causes.append(cause)
        }
        return causes.map { cause in
            CauseWriter(cause, finding.chart).found(
                confidence: Self.confidenceOfTheMerelySeen, isProven: false, repair: nil)
        }
    }

    /// What the configuration shows by itself, while nobody is logged in: no request could settle it, or, with its repair
    /// alone, none was answered better.
    private func readable(in chart: Chart) -> [Cause] {
        guard chart.answer(to: .login) != .loginAccepted else { return [] }
        let hints = Set(chart.hints)
        return chart.causes.filter { cause in
            if chart.answer(to: .site) != .siteHere {
                if cause.id == .hostingMismatch { return chart.configuration.contradictsHostName }
                if cause.id == .basePath { return chart.evidence.contains { $0.observation == .pageInAddress } }
            }
            if cause.id == .malformedAddress { return hints.contains(.loginInAddress) }
            return cause.requires.contains(where: hints.contains)
        }
    }

    /// Where something else than this Confluence answers and there is nothing to log in with, what may be wrong with the
    /// address.
    private func likeliestOfAddress(in chart: Chart) -> [Cause] {
        guard chart.answer(to: .site)?.asOutcome(of: .site) == .siteUnrecognised else { return [] }
        let causes = chart.causes.filter { $0.id.family == "address" }
        let total = causes.reduce(0) { $0 + chart.belief.share(of: $1.id) }
        return causes.filter { chart.belief.share(of: $0.id) >= total * Self.leastShareOfFamily }
    }

    /// Whether a login was asked for, and neither worked nor was let in as a visitor's.
    private func isTurnedAway(in chart: Chart) -> Bool {
        guard chart.setAside.isEmpty else { return false }
        // What is configured was not tried where the one login that may fail was spent without the slip.
        guard let answer = chart.answer(to: .login) else { return isRefusedWithRepair(in: chart) }
        return ![.loginAccepted, .loginVisitor, .loginUnclear, .loginWithoutProductAccess].contains(answer)
    }

    private func isRefusedWithRepair(in chart: Chart) -> Bool {
        chart.evidence.contains { seen in
            guard case .repaired(let repair, worked: false) = seen else { return false }
            return repair.kind.question == .login
        }
    }

    private func isRecognised(in chart: Chart) -> Bool {
        chart.evidence.identity != nil || chart.answer(to: .site)?.asOutcome(of: .site) != .siteUnrecognised
    }

    /// Whether a page that was asked for behind what can't be mended isn't as it should be.
    private var isPageAmiss: Bool { chart.answer(to: .page).map { $0 != Question.page.usual } ?? false }

    private func triedRepair(of cause: Cause, in chart: Chart) -> FoundCause.Repair? {
        for case .repaired(let repair, let worked) in chart.evidence where cause.proofs.contains(.repair(repair.kind)) {
            return FoundCause.Repair(change: repair.change, wasTried: true, worked: worked)
        }
        return nil
    }

    /// Whether an answer came that is neither as usual nor without meaning, or, offline, a harmful character was seen.
    private var hasFailure: Bool {
        let silent: Set<Observation> = [
            .loginUnclear, .spaceUnclear, .writingUnclear, .searchUnclear, .obstacle(.otherSuites),
        ]
        let questions: [Question] = [.site, .login, .space, .writing, .page, .search]
        let answers = questions.compactMap { question in chart.answer(to: question).map { (question, $0) } }
        if answers.contains(where: { $0.1 != $0.0.usual && !silent.contains($0.1) }) { return true }
        // A login that was refused with its repair used up the one that may fail: as it is, it would fare no better.
        if isRefusedWithRepair(in: chart), chart.answer(to: .login) == nil { return true }
        return answers.isEmpty && chart.evidence.contains { $0.observation == .strayCharacter }
    }

    private var isHealthy: Bool {
        guard examination.found.isEmpty, asides.isEmpty, chart.answer(to: .site) == .siteHere,
            chart.answer(to: .login) == .loginAccepted
        else { return false }
        let asked: [(Question, Bool)] = [
            (.space, chart.configuration.spaceKey != nil),
            (.writing, chart.configuration.spaceKey != nil && !chart.neededOperations.isEmpty),
            (.page, examination.options.page != nil),
            (.search, SearchProbe.isNeeded(by: chart.checkedTools)),
        ]
        return asked.allSatisfy { question, applies in !applies || chart.answer(to: question) == question.usual }
    }
}

extension CauseID {
    /// Whether it is about who logs in, or by what.
    fileprivate var isOfLogin: Bool { ["account", "credential"].contains(family) }
}
