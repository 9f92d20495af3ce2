/// What became of one step of a scenario.
public struct StepResult: Sendable, Hashable {
    /// What the step did: `tool read_page_by_id page_id=98305`.
    public var title: String
    public var kind: StepKind?
    public var part: Part
    /// The tool that was called; `nil` for other steps.
    public var tool: String?
    public var status: ScenarioStatus
    /// What the tool or site answered, redacted.
    public var answer: String?
    /// The class of the exception that the tool raised, expected or not.
    public var errorType: String?
    /// The expectations that did not hold, each a sentence with what was seen instead.
    public var problems: [String]
    /// What was expected and what was found in full, where the two are longer than a sentence can hold.
    public var comparisons: [StepComparison]
    /// How often it was tried; a step that passed at a later try is flaky.
    public var tries: Int
    /// Why more is not expected of this driver: the `because` of the step's `differences`.
    public var difference: String?
    /// What was sent while the step ran, in order.
    public var exchanges: [StepExchange]
    public var elapsedMilliseconds: Int
    /// The line of the scenario file where the step is written, counted from 1.
    public var line: Int?

    public init(
        title: String,
        kind: StepKind? = nil,
        part: Part = .steps,
        tool: String? = nil,
        status: ScenarioStatus,
        answer: String? = nil,
        errorType: String? = nil,
        problems: [String] = [],
        comparisons: [StepComparison] = [],
        tries: Int = 1,
        difference: String? = nil,
        exchanges: [StepExchange] = [],
        elapsedMilliseconds: Int = 0,
        line: Int? = nil
    ) {
        self.title = title
        self.kind = kind
        self.part = part
        self.tool = tool
        self.status = status
        self.answer = answer
        self.errorType = errorType
        self.problems = problems
        self.comparisons = comparisons
        self.tries = tries
        self.difference = difference
        self.exchanges = exchanges
        self.elapsedMilliseconds = elapsedMilliseconds
        self.line = line
    }

    public var isFlaky: Bool { status == .passed && tries > 1 }

    /// The list of a scenario in which a step stands.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        case setup
        case steps
        case teardown
    }
}

/// What a step does; the raw values are the words of the scenario format.
public enum StepKind: String, Sendable, Hashable, CaseIterable {
    case tool
    case http
    case site
    case expectSite = "expect-site"
    case diagnose
    case explain
    case browserLogin = "browser-login"
    case expectDelivery = "expect-delivery"
    case forEach = "for-each"
}

/// A text that was expected and the one that was found in its place, to be shown line by line.
public struct StepComparison: Sendable, Hashable {
    /// What was compared: `the answer`, `the snapshot labels`.
    public var subject: String
    public var expected: String
    public var found: String

    public init(subject: String, expected: String, found: String) {
        self.subject = subject
        self.expected = expected
        self.found = found
    }
}

/// A request that a step sent and its answer, with the secrets taken out.
public struct StepExchange: Sendable, Hashable {
    public var method: String
    /// The whole address: `https://acme.atlassian.net/wiki/rest/api/content/98305`.
    public var address: String
    public var requestBody: String?
    /// `nil` where no answer came.
    public var status: Int?
    /// The beginning of the answer's body.
    public var responseBody: String?
    /// The headers of the answer that tell how the site behaves, where they are known.
    package var responseHeaders: [FaultRule.HeaderField] = []
    /// Who the simulated site took the caller for.
    public var account: String?
    /// What each stage of the simulated site found, the deciding one last; empty for a live site.
    public var decisions: [String]

    public init(
        method: String,
        address: String,
        requestBody: String? = nil,
        status: Int? = nil,
        responseBody: String? = nil,
        account: String? = nil,
        decisions: [String] = []
    ) {
        self.method = method
        self.address = address
        self.requestBody = requestBody
        self.status = status
        self.responseBody = responseBody
        self.account = account
        self.decisions = decisions
    }
}
