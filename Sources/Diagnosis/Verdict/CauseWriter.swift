import ConfluenceModel
import ConfluenceToolkit

/// Fills a cause's texts with what was seen, and lists what speaks for and against it.
struct CauseWriter {
    private let cause: Cause
    private let chart: Chart
    private let details: CauseDetails

    init(_ cause: Cause, _ chart: Chart) {
        self.cause = cause
        self.chart = chart
        details = CauseDetails(chart)
    }

    func found(confidence: Double, isProven: Bool, repair: FoundCause.Repair?) -> FoundCause {
        let circumstances = chart.circumstances
        let alternatives =
            repair?.worked == true
            ? []
            : CauseCatalogue.alternatives(
                to: cause.id, on: circumstances.deployment, scheme: circumstances.scheme, isSaid: isProven)
        return FoundCause(
            id: cause.id,
            title: cause.title,
            explanation: details.fill(cause.explanation),
            confidence: (confidence * 100).rounded() / 100,
            isProven: isProven,
            field: field,
            evidence: evidence,
            fix: fix,
            alternatives: alternatives,
            separation: alternatives.isEmpty
                ? nil
                : CauseCatalogue.separation(
                    of: cause.id, on: circumstances.deployment, scheme: circumstances.scheme),
            repair: repair,
            shownBy: shower
        )
    }

    /// What was seen, as it stands in a report.
    func line(_ seen: Evidence) -> FoundCause.EvidenceLine {
        FoundCause.EvidenceLine(details.redacted(seen.words), speaksFor: true)
    }

    /// What of the evidence makes the cause certain.
    private var shower: FoundCause.Shower {
        for seen in chart.evidence {
            guard let observation = seen.observation, cause.proofs.contains(.said(observation)) else { continue }
            switch seen {
            case .obstructed(.failure, _): return .connection
            case .malformedAddress, .uncallableEnd, .quotedAddress, .unsendableHeader, .secretAbsent, .secretUnresolved,
                .oddLetters,
                .oldForm, .notSelected, .indexNotConfigured, .verificationOff, .versionTwoOnDataCenter, .accessTokenEnd:
                return .configuration
            default: return .site
            }
        }
        return .site
    }

    private var fix: FoundCause.Fix {
        let deployment = chart.circumstances.deployment
        let guess: DeploymentKind =
            deployment == .cloud || deployment == .dataCenter
            ? deployment : isCloudByConfiguration ? .cloud : .dataCenter
        let fixes = cause.fixes.filter { $0.scheme == nil || $0.scheme == chart.circumstances.scheme }
        let chosen =
            fixes.first { $0.deployment == deployment } ?? fixes.first { $0.deployment == nil }
            ?? fixes.first { $0.deployment == guess } ?? fixes.first
        var steps = (chosen?.steps ?? []).map(details.fill)
        if let step = placement, !steps.isEmpty { steps[steps.count - 1] = step }
        return FoundCause.Fix(who: chosen?.who ?? .you, steps: steps)
    }

    /// Where what was pasted belongs, part by part, as it was sent when it worked.
    private var placement: String? {
        let kinds = cause.proofs.compactMap { if case .repair(let kind) = $0 { kind } else { nil } }
        return kinds.lazy.compactMap { [chart] in chart.repair($0)?.placement(from: chart.configuration) }.first
    }

    /// Where the site was not seen; the cause that the hosting option is wrong takes it for the other platform.
    private var isCloudByConfiguration: Bool {
        let configuration = chart.configuration
        return configuration.isGateway || configuration.isCloud == (cause.id != .hostingMismatch)
    }

    // MARK: The field to blame

    private var field: String? {
        for case .strayCharacters(_, let path, _, false) in chart.evidence where cause.id == .whitespace { return path }
        let configuration = chart.configuration
        // A token names its account by itself: where there is no user name, the token stands for it.
        let secrets: [ConfigurationField] = cause.fields == [.username] ? [.token, .apiKey] : []
        let field = (cause.fields + secrets).first { configuration.holds($0) } ?? cause.fields.first
        return blamedField.map(configuration.path) ?? field.map(configuration.path)
    }

    /// The field that the evidence itself names, where the cause leaves a choice.
    private var blamedField: ConfigurationField? {
        for seen in chart.evidence where seen.observation.map(cause.requires.contains) ?? false {
            switch seen {
            case .secretAbsent(.username): return .username
            case .secretAbsent(.blank): return chart.configuration.holds(.token) ? .token : .apiKey
            case .secretAbsent: return .apiKey
            case .slip(_, let field, _): return field
            case .quotedAddress: return .baseURL
            case .oddLetters(let letters): return letters.field
            case .secretUnresolved(let fields, _): return fields.first.flatMap(ConfigurationField.init)
            default: break
            }
        }
        return nil
    }

    // MARK: Evidence

    private var evidence: [FoundCause.EvidenceLine] {
        chart.evidence.compactMap { seen in
            guard let observation = seen.observation, let speaksFor = bearing(of: observation) else { return nil }
            return FoundCause.EvidenceLine(details.redacted(seen.words), speaksFor: speaksFor)
        }
    }

    /// Whether an observation speaks for the cause or against it; `nil` where it has no bearing on it.
    private func bearing(of observation: Observation) -> Bool? {
        let signs = cause.signs.filter { $0.applies(chart.circumstances) }
        if let sign = signs.first(where: { $0.observation == observation }) {
            // An answer as usual fits a cause that allows it, and speaks neither for it nor against.
            if observation.isUsual { return nil }
            return observation.isAnswer ? sign.weight >= 0.1 : sign.weight >= 1
        }
        guard let alternatives = observation.outcomes else { return nil }
        return signs.contains { alternatives.contains($0.observation) } ? false : nil
    }
}

extension Observation {
    /// The answers among which this one is, when it answers a question.
    fileprivate var outcomes: [Observation]? {
        switch self {
        case .worked(let kind), .failed(let kind): [.worked(kind), .failed(kind)]
        default: Question.allCases.first { $0.outcomes.contains(self) }?.outcomes
        }
    }

    /// Whether its weight in a sign is a likelihood and no factor.
    fileprivate var isAnswer: Bool {
        switch self {
        case .obstacle, .endpointGone: true
        default: outcomes != nil
        }
    }

    fileprivate var isUsual: Bool { Question.allCases.contains { $0.usual == self } }
}

extension ToolkitConfiguration {
    fileprivate func holds(_ field: ConfigurationField) -> Bool {
        switch field {
        case .baseURL: !credential.baseURL.isEmpty
        case .hosting: true
        case .username: !(credential.username ?? "").isEmpty
        case .apiKey: !(credential.apiKey?.isEmpty ?? true)
        case .token: !(credential.token?.isEmpty ?? true)
        case .spaceKey: spaceKey != nil
        case .selectedTools: !selectedTools.isEmpty
        case .apiVersion, .verifySSL: true
        case .customHeaders: !customHeaders.isEmpty
        case .cloud: cloudFlag != nil
        }
    }
}
