public import ConfluenceWire

public import struct Foundation.Date

/// One exchange with a site, and why it was answered so; never part of what a client sees.
///
/// Secrets are taken out of all of it: of a credential there is its scheme and a fingerprint of four digits, enough to
/// see whether two requests carried the same one.
public struct JournalEntry: Sendable, Hashable {
    /// Counted from 1 over the life of the site.
    public var number: Int
    /// When it was answered, by the site's clock.
    public var moment: Date
    public var method: String
    /// `http://127.0.0.1:8090`, as the client addressed the site.
    public var origin: String
    /// Path and query as they were sent.
    public var target: String
    public var host: String
    public var requestHeaders: Headers
    /// In bytes of the body.
    public var requestSize: Int
    public var status: Int
    public var responseHeaders: Headers
    /// In bytes of the body.
    public var responseSize: Int
    /// The account's name in the site file; `nil` for an anonymous caller.
    public var account: String?
    /// The stage and its reason, such as `authorisation: reader-bot has no “create-page” permission in DOCS: answered 403`.
    public var decision: String
    public var stage: Stage
    /// The ``AnswerRow/id`` of a refusal; `nil` for other answers.
    public var answerRow: String?
    /// What each stage on the way found, up to the one that decided.
    public var steps: [Step]
    /// For a path or method that the site does not know: what was probably meant.
    public var nearMiss: String?
    /// Why the answer is none of Confluence's: what was asked for is not simulated. `nil` for what is, and for what
    /// real Confluence does not have either.
    public var gap: String?
    /// The beginning of both bodies where the journal was asked to keep it, and they are texts.
    package var requestBody: String?
    package var responseBody: String?

    public init(
        number: Int,
        moment: Date = Date(timeIntervalSince1970: 0),
        method: String,
        origin: String = "",
        target: String,
        host: String,
        requestHeaders: Headers = [:],
        requestSize: Int = 0,
        status: Int,
        responseHeaders: Headers = [:],
        responseSize: Int = 0,
        account: String?,
        decision: String,
        stage: Stage,
        steps: [Step] = [],
        nearMiss: String? = nil,
        answerRow: String? = nil,
        gap: String? = nil
    ) {
        self.number = number
        self.moment = moment
        self.method = method
        self.origin = origin
        self.target = target
        self.host = host
        self.requestHeaders = requestHeaders
        self.requestSize = requestSize
        self.status = status
        self.responseHeaders = responseHeaders
        self.responseSize = responseSize
        self.account = account
        self.decision = decision
        self.stage = stage
        self.answerRow = answerRow
        self.steps = steps
        self.nearMiss = nearMiss
        self.gap = gap
    }

    /// The path without the query, as it was sent.
    public var path: String { String(target.prefix { $0 != "?" }) }

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

    /// What one stage made of a request.
    public struct Step: Sendable, Hashable {
        public var stage: Stage
        public var words: String
        /// Whether the request went on to the next stage, or was carried out by the last.
        public var passed: Bool

        public init(stage: Stage, words: String, passed: Bool) {
            self.stage = stage
            self.words = words
            self.passed = passed
        }
    }
}
