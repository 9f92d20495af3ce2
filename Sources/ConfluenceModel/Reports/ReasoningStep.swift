/// Why a question was put to a site, what it cost, and what its answer left standing.
public struct ReasoningStep: Sendable, Hashable {
    public var question: String
    /// The change with which it was put, where it tried a repair.
    public var change: String?
    /// The repairs that had worked before, with which it was put.
    public var assuming: [String]
    /// How much the answer was expected to tell, in bits.
    public var expectedBits: Double
    public var requests: Int
    public var failedLogins: Int
    /// How long was waited because the site said that too many requests were sent.
    public var waitedSeconds: Int
    /// The answer, as evidence words it.
    public var answer: String
    /// The causes that it left all but impossible.
    public var ruledOut: [CauseID]
    /// The likeliest causes afterwards, with their shares.
    public var standing: [Standing]

    public init(
        question: String, change: String? = nil, assuming: [String] = [], expectedBits: Double, requests: Int,
        failedLogins: Int, waitedSeconds: Int = 0, answer: String, ruledOut: [CauseID], standing: [Standing]
    ) {
        self.question = question
        self.change = change
        self.assuming = assuming
        self.expectedBits = expectedBits
        self.requests = requests
        self.failedLogins = failedLogins
        self.waitedSeconds = waitedSeconds
        self.answer = answer
        self.ruledOut = ruledOut
        self.standing = standing
    }

    /// A cause, or “nothing is wrong”, and how likely it is.
    public struct Standing: Sendable, Hashable {
        public var cause: CauseID?
        public var share: Double

        public init(_ cause: CauseID?, _ share: Double) {
            self.cause = cause
            self.share = share
        }
    }
}
