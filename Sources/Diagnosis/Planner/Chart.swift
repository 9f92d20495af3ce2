import ConfluenceModel
import ConfluenceToolkit

/// All that is known about one configuration: what was seen, what was asked, and how likely each cause is.
struct Chart: Sendable {
    let configuration: ToolkitConfiguration
    let options: DiagnosisOptions
    private(set) var evidence: [Evidence]
    private(set) var belief: Belief
    private(set) var causes: [Cause]
    private var answers: [Key: Observation] = [:]
    private var history: [(answer: Observation, inquiry: Inquiry)] = []
    /// What the site was known to be before this chart was begun.
    private let knownDeployment: DeploymentKind

    private struct Key: Hashable {
        var question: Question
        var repair: Repair.Kind?
    }

    init(_ configuration: ToolkitConfiguration, _ options: DiagnosisOptions, deployment: DeploymentKind) {
        self.configuration = configuration
        self.options = options
        evidence = ConfigurationLint.evidence(in: configuration)
        knownDeployment = deployment
        causes = []
        belief = Belief(in: [])
        weigh()
    }

    var circumstances: Belief.Circumstances {
        Belief.Circumstances(
            deployment: evidence.identity?.kind ?? knownDeployment, scheme: configuration.authentication.scheme)
    }

    mutating func take(_ seen: Evidence, for inquiry: Inquiry) {
        evidence.append(seen)
        guard let observation = seen.observation else { return }
        answers[Key(question: inquiry.question, repair: inquiry.repair?.kind)] = observation
        history.append((observation, inquiry))
        weigh()
    }

    /// Weighs everything anew: once the site is recognised, signs that were seen before it may mean something else.
    private mutating func weigh() {
        let circumstances = circumstances
        let seen = Set(evidence.compactMap(\.observation))
        causes = CauseCatalogue.all.filter { cause in
            cause.isDiagnosable && (cause.requires.map(seen.contains) ?? true)
                && cause.isPossible(on: circumstances.deployment, scheme: circumstances.scheme)
        }
        belief = Belief(in: causes)
        for hint in ConfigurationLint.evidence(in: configuration).compactMap(\.observation) {
            belief.take(hint, circumstances)
        }
        for (answer, inquiry) in history { belief.take(answer, to: inquiry, circumstances) }
    }

    func answer(to question: Question, after repair: Repair.Kind? = nil) -> Observation? {
        answers[Key(question: question, repair: repair)]
    }

    var repairs: [Repair] { Repair.offered(for: configuration, after: evidence) }

    /// Whether the question, put with the configuration as it is, was answered as if something were wrong.
    func failed(_ question: Question) -> Bool {
        if let answer = answer(to: question) { return answer != question.usual }
        return question == .login && evidence.contains { $0.observation == .secretAbsent }
    }

    /// The repair that turned a failure into success, or is about to be checked.
    func repair(_ kind: Repair.Kind) -> Repair? {
        for case .repaired(let repair, _) in evidence where repair.kind == kind { return repair }
        return repairs.first { $0.kind == kind }
    }
}

// MARK: - What may be asked next

extension Chart {
    /// The questions that make sense now and were not put yet.
    var openInquiries: [Inquiry] {
        let asGiven = Question.allCases.filter { answer(to: $0) == nil && makesSense($0) }.map { Inquiry($0) }
        let repaired = repairs.filter { answer(to: $0.kind.question, after: $0.kind) == nil && makesSense($0) }
        return asGiven + repaired.map { Inquiry($0.kind.question, repair: $0) }
    }

    private var isAddressRight: Bool {
        let site = answer(to: .site)
        return site == .siteHere || site == .siteContradictsHosting
    }

    /// An answer that leaves the login open, such as a CAPTCHA or too many requests, forbids trying on.
    private var isLoginPossible: Bool {
        isAddressRight && answer(to: .login) != .loginUnclear
            && !evidence.contains { $0.observation == .secretUnresolved }
    }

    private func makesSense(_ question: Question) -> Bool {
        switch question {
        case .site: true
        case .otherPaths:
            failed(.site) && !isAddressRight && answer(to: .site) != .siteUnreachable
                || answer(to: .login) == .loginAddressUnknown
        case .login: isLoginPossible && configuration.authentication != .anonymous
        // Whether people log in elsewhere decides between a wrong scheme and single sign-on.
        case .door:
            answer(to: .login) == .loginSchemeRefused && circumstances.deployment == .dataCenter
                && circumstances.scheme == .basic
        case .space: answer(to: .login) == .loginAccepted && configuration.spaceKey != nil
        case .visibleSpaces: answer(to: .space) == .spaceHidden
        case .writing: answer(to: .space) == .spaceSeen && !neededOperations.isEmpty
        case .page:
            answer(to: .login) == .loginAccepted && options.pageID != nil
                && !failed(.writing) && !failed(.space)
        }
    }

    private func makesSense(_ repair: Repair) -> Bool {
        switch repair.kind {
        case .cleanAddress, .mendedAddress, .trimmedAddress, .secureAddress: true
        case .otherHosting:
            (try? repair.configuration.clientAddress()) != (try? configuration.clientAddress())
                || answer(to: .site) == .siteContradictsHosting
        case .otherPath: true
        case .cleanSecret, .unquoted, .withoutScheme, .withoutUser, .decoded, .withoutHeaders: isLoginPossible
        case .otherSecret: isLoginPossible && failed(.login)
        case .otherScheme: isLoginPossible && (failed(.login) || looksLikeOtherScheme)
        case .cleanKey, .keyInText: answer(to: .login) == .loginAccepted
        case .keyCase, .keyOfName, .personalKey: true
        }
    }

    /// Whether the secret's form alone says that Bearer should be tried before Basic.
    private var looksLikeOtherScheme: Bool {
        circumstances.deployment == .dataCenter && configuration.authentication.scheme == .basic
            && evidence.contains { $0.observation == .looksLikePersonalAccessToken }
    }

    /// Whether an inquiry names an account, so that a refusal could count as a failed login of it.
    func mayFailLogin(_ inquiry: Inquiry) -> Bool {
        guard inquiry.question == .login else { return false }
        let scheme = (inquiry.repair?.configuration ?? configuration).authentication.scheme
        return scheme == .basic || scheme == .cookies
    }

    /// Whether an inquiry's request was sent before, so that asking again costs nothing.
    func isKnown(_ inquiry: Inquiry, _ wire: Wire) -> Bool {
        guard inquiry.question == .login else { return false }
        return LoginProbe.request(for: inquiry.repair?.trial ?? configuration).map(wire.knows) ?? false
    }

    /// What the tools named in the configuration or the options do in the space, beyond viewing it.
    var neededOperations: Set<SpaceOperation> {
        checkedTools.reduce(into: Set<SpaceOperation>()) { $0.formUnion($1.operations) }.subtracting([.view])
    }

    /// The tools that somebody asked for by name; where nobody did, none is held against the account.
    var checkedTools: [ToolkitTool] {
        let names = options.tools.isEmpty ? configuration.selectedTools : options.tools
        return ToolkitTool.allCases.filter { names.contains($0.rawValue) }
    }
}

// MARK: - What is certain

extension Chart {
    /// A cause that is certain by now.
    var proven: (cause: Cause, proof: Proof)? {
        for cause in causes {
            for proof in cause.proofs where holds(proof) { return (cause, proof) }
        }
        return nil
    }

    private func holds(_ proof: Proof) -> Bool {
        switch proof {
        case .said(.secretAbsent):
            // A lone API key may be a token in the wrong field, which is worth one question first.
            guard case .secretAbsent(let gap)? = evidence.first(where: { $0.observation == .secretAbsent }) else {
                return false
            }
            guard answer(to: .login, after: .otherScheme) != .worked(.otherScheme) else { return false }
            return gap != .username || !mayBeTokenInWrongField
        case .said(.loginSchemeRefused) where makesSense(.door) && answer(to: .door) == nil && !options.offline:
            return false
        case .said(let observation):
            return evidence.contains { $0.observation == observation }
        case .repair(let kind):
            return answer(to: kind.question, after: kind) == .worked(kind) && failed(kind.question)
        }
    }

    private var mayBeTokenInWrongField: Bool {
        if evidence.contains(where: { $0.observation == .looksLikeAPIToken }) { return false }
        guard let site = answer(to: .site) else { return !options.offline && !configuration.isCloud }
        guard site == .siteHere, circumstances.deployment == .dataCenter else { return false }
        return answer(to: .login, after: .otherScheme) == nil
    }
}

extension [Evidence] {
    /// What the site was recognised as.
    var identity: SiteIdentity? {
        for case .site(let finding, _) in self {
            if let identity = finding.identity { return identity }
        }
        return nil
    }
}
