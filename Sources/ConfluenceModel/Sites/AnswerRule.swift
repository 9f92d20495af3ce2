/// How a real site was seen to answer where the simulator would answer otherwise: data that changes its answers.
public struct AnswerRule: Sendable, Hashable {
    /// The kind of site that has the endpoint.
    public var deployment: DeploymentKind
    public var method: String
    /// The path below the site's address with its places in braces, such as `/rest/api/content/{id}`.
    public var path: String
    /// What the request must ask to be shown, such as `expand=version`; empty stands for nothing, `nil` for anything.
    public var showing: String?
    /// The status that the simulator answers with by itself.
    public var answered: Int
    /// The row of its table of refusals that words the answer, where only that one is meant.
    public var refusal: String?
    public var change: Change
    /// Where the other answer was seen.
    public var source: String

    public init(
        on deployment: DeploymentKind, _ method: String, _ path: String, showing: String? = nil, answered: Int,
        refusal: String? = nil, change: Change = Change(), source: String = ""
    ) {
        self.deployment = deployment
        self.method = method
        self.path = path
        self.showing = showing
        self.answered = answered
        self.refusal = refusal
        self.change = change
        self.source = source
    }

    /// What is other in the answer.
    public struct Change: Sendable, Hashable {
        public var status: Int?
        public var headers: [FaultRule.HeaderField]
        public var withoutHeaders: [String]
        /// The whole body; the changes to its members are then made to this one.
        public var body: String?
        /// Values at places of the JSON, in which `[*]` stands for all elements of a list.
        public var set: [Member]
        public var rename: [Member]
        public var drop: [String]

        public init(
            status: Int? = nil, headers: [FaultRule.HeaderField] = [], withoutHeaders: [String] = [],
            body: String? = nil, set: [Member] = [], rename: [Member] = [], drop: [String] = []
        ) {
            self.status = status
            self.headers = headers
            self.withoutHeaders = withoutHeaders
            self.body = body
            self.set = set
            self.rename = rename
            self.drop = drop
        }
    }

    /// A place in the JSON of an answer, with its value; of one that gets another name the name.
    public struct Member: Sendable, Hashable {
        public var path: String
        public var value: Value

        public init(_ path: String, _ value: Value) {
            self.path = path
            self.value = value
        }
    }

    /// A value that stands in an answer.
    public enum Value: Sendable, Hashable {
        /// May hold `{id}` and `{text}`, for what the site's own answer would have named.
        case text(String)
        case integer(Int64)
        case number(Double)
        case flag(Bool)
        case null
        case emptyList
        case emptyObject
    }
}
