import ConfluenceModel
import ConfluenceToolkit
import Foundation

/// All that is known about one configuration: what was seen, what was asked, and how likely each cause is.
struct Chart: Sendable {
    let configuration: ToolkitConfiguration
    let options: DiagnosisOptions
    /// The API by which spaces and pages are asked for.
    let version: RESTVersion
    /// The time here, where it is known.
    private let now: Date?
    /// What was seen in the configuration and on the wire, in that order.
    private var seen: [Evidence]
    /// What the configuration shows by itself.
    let hints: [Observation]
    /// What follows from all of it together.
    private var conclusions: [Evidence] = []
    private(set) var belief: Belief
    private(set) var causes: [Cause]
    /// The repairs that make sense after what was seen.
    private(set) var repairs: [Repair] = []
    private var answers: [Key: Observation] = [:]
    private var history: [(answer: Observation, inquiry: Inquiry)] = []
    /// What was found and can't be mended here, and keeps other questions from nothing.
    private(set) var setAside: Set<CauseID> = []
    /// What the site was known to be before this chart was begun.
    private let knownDeployment: DeploymentKind

    private struct Key: Hashable {
        var question: Question
        var repair: Repair.Kind?
    }

    init(
        _ configuration: ToolkitConfiguration, _ options: DiagnosisOptions, deployment: DeploymentKind,
        version: RESTVersion = .one, now: Date?
    ) {
        self.configuration = configuration
        self.options = options
        self.version = version
        self.now = now
        seen = ConfigurationLint.evidence(in: configuration)
        hints = seen.compactMap(\.observation)
        knownDeployment = deployment
        causes = []
        belief = Belief(in: [])
        weigh()
    }

    var evidence: [Evidence] { seen + conclusions }

    var circumstances: Belief.Circumstances {
        Belief.Circumstances(
            deployment: seen.identity?.kind ?? knownDeployment, scheme: configuration.authentication.scheme)
    }

    mutating func take(_ seen: Evidence, for inquiry: Inquiry) {
        self.seen.append(seen)
        guard let observation = seen.observation else { return }
        answers[Key(question: inquiry.question, repair: inquiry.repair?.kind)] = observation
        history.append((observation, inquiry))
        weigh()
    }

    /// Takes in what came along with answers to other questions.
    mutating func note(_ seen: Evidence) {
        self.seen.append(seen)
        weigh()
    }

    /// Goes on as if a cause that somebody else must mend were none, where it leaves something to ask.
    mutating func setAside(_ cause: CauseID) {
        setAside.insert(cause)
        weigh()
    }

    /// Weighs everything anew: once the site is recognised, signs that were seen before it may mean something else.
    private mutating func weigh() {
        let circumstances = circumstances
        conclusions = Conclusions.draw(from: seen, configuration, options, circumstances.deployment, now: now)
        repairs = Repair.offered(for: configuration, after: evidence)
        let observations = Set(evidence.compactMap(\.observation))
        let isAtGateway = configuration.isGateway
        causes = CauseCatalogue.all.filter { cause in
            cause.isDiagnosable && !cause.isAside && !setAside.contains(cause.id) && isConcerned(by: cause.id)
                && (cause.requires.isEmpty || cause.requires.contains(where: observations.contains))
                && cause.isPossible(
                    on: circumstances.deployment, scheme: circumstances.scheme, atGateway: isAtGateway)
        }
        belief = Belief(in: causes)
        let weighed: Set<Observation> = [.accessTokenEnded, .accessTokenLasts, .releaseWithoutTokens, .releaseTooOld]
        for hint in hints + conclusions.compactMap(\.observation).filter(weighed.contains) {
            belief.take(hint, circumstances)
        }
        for (answer, inquiry) in history {
            belief.take(answer.asOutcome(of: inquiry.question), to: inquiry, circumstances)
        }
    }

    /// Whether the entry has what a cause is about: nothing is wrong with a page that nobody named.
    private func isConcerned(by cause: CauseID) -> Bool {
        switch cause.family {
        case "page": options.page != nil
        case "space" where cause == .spaceNoWrite: configuration.spaceKey != nil && !neededOperations.isEmpty
        case "space": configuration.spaceKey != nil
        case "address" where cause == .malformedAddress:
            evidence.contains { [.malformedAddress, .loginInAddress].contains($0.observation) }
        default: true
        }
    }

    func answer(to question: Question, after repair: Repair.Kind? = nil) -> Observation? {
        answers[Key(question: question, repair: repair)]
    }

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
