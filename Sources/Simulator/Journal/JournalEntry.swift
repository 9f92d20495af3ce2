/// One exchange with a site, and why it was answered so; never part of what a client sees.
public struct JournalEntry: Sendable, Hashable {
    /// Counted from 1 over the life of the site.
    public var number: Int
    public var method: String
    /// Path and query as they were sent.
    public var target: String
    public var host: String
    public var status: Int
    /// The account's name in the site file; `nil` for an anonymous caller.
    public var account: String?
    /// The stage and its reason, such as `authorisation: reader-bot has no “create-page” permission in DOCS: answered 403`.
    public var decision: String
    public var stage: Stage
    /// The ``AnswerRow/id`` of a refusal; `nil` for other answers.
    public var answerRow: String?

    public init(
        number: Int,
        method: String,
        target: String,
        host: String,
        status: Int,
        account: String?,
        decision: String,
        stage: Stage,
        answerRow: String? = nil
    ) {
        self.number = number
        self.method = method
        self.target = target
        self.host = host
        self.status = status
        self.account = account
        self.decision = decision
        self.stage = stage
        self.answerRow = answerRow
    }

    /// Where on the road of a request its answer was decided.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        case faults
        case edge
        case dialect
        case authentication
        case limits
        case licence
        case authorisation
        case resource
    }
}
