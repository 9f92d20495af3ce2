/// One thing that goes wrong with a site: which requests it meets, and what becomes of them.
public struct FaultRule: Sendable, Hashable, Codable {
    /// By which it is listed and taken away again; unique among the faults that are on.
    public var name: String
    public var match: Match
    public var effect: Effect

    public init(name: String, match: Match = Match(), effect: Effect) {
        self.name = name
        self.match = match
        self.effect = effect
    }

    /// Which requests a fault meets: those that fit all that is given.
    public struct Match: Sendable, Hashable, Codable {
        /// Such as `GET`; none stands for every method.
        public var methods: [String]
        /// A path below the host, where `*` stands for anything: `/wiki/rest/api/*`.
        public var path: String?
        /// The account's name in the site file, found by the credential that the request carries.
        public var user: String?
        /// A part of the `User-Agent`, ignoring case.
        public var userAgent: String?
        /// Only requests that carry a credential (`true`) or none (`false`).
        public var hasCredential: Bool?
        /// The first request of those that fit, counted from 1, that the fault meets.
        public var from: Int
        /// How many of them it meets; `nil` has no end.
        public var times: Int?
        /// Every how many-th of them it meets: 1 meets all.
        public var every: Int
        /// The share of those that are left which it meets, 0 to 1, drawn by the seed.
        public var probability: Double
        public var seed: UInt64

        public init(
            methods: [String] = [],
            path: String? = nil,
            user: String? = nil,
            userAgent: String? = nil,
            hasCredential: Bool? = nil,
            from: Int = 1,
            times: Int? = nil,
            every: Int = 1,
            probability: Double = 1,
            seed: UInt64 = 1
        ) {
            self.methods = methods
            self.path = path
            self.user = user
            self.userAgent = userAgent
            self.hasCredential = hasCredential
            self.from = from
            self.times = times
            self.every = every
            self.probability = probability
            self.seed = seed
        }
    }

    public enum Effect: Sendable, Hashable, Codable {
        /// Answers in the site's place.
        case answer(Answer)
        /// Lets the site answer, then changes status or headers.
        case change(status: Int?, headers: [HeaderField])
        /// Sends the client elsewhere.
        case redirect(status: Int, to: String)
        /// Holds the answer back for so many milliseconds.
        case delay(milliseconds: Int)
        /// Closes the connection; without a byte, or after the head.
        case drop(afterHead: Bool)
        /// Sends this share of the body, 0 to 1, then closes the connection although the head promised more.
        case truncate(share: Double)
        /// Cuts the body to this share, 0 to 1, with a head that promises no more.
        case halve(share: Double)
        /// Sends the body in pieces of that many bytes with a pause between them.
        case drip(bytes: Int, milliseconds: Int)
        /// Turns the clock that the answers tell by that many seconds.
        case clockSkew(seconds: Int)
        /// Shows that certificate at new TLS connections, in place of the good one.
        case certificate(CertificateFault)
        /// Behaves as if the caller's token were in that state.
        case token(TokenFault)
        /// Holds a setting of the site at that value, for all requests.
        case setting(SettingChange)
    }

    /// What is answered in the site's place.
    public struct Answer: Sendable, Hashable, Codable {
        public var status: Int
        public var headers: [HeaderField]
        public var body: String

        public init(status: Int, headers: [HeaderField] = [], body: String = "") {
            self.status = status
            self.headers = headers
            self.body = body
        }
    }

    public struct HeaderField: Sendable, Hashable, Codable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What is wrong with a certificate; the raw values are the words of the site file.
    public enum CertificateFault: String, Sendable, Hashable, Codable, CaseIterable {
        case expired
        case selfSigned = "self-signed"
        case wrongHost = "wrong-host"
        case oldProtocol = "old-protocol"
    }

    /// What has become of the caller's token; the raw values are the words of the site file.
    public enum TokenFault: String, Sendable, Hashable, Codable, CaseIterable {
        case revoked
        case expired
    }
}

/// A fault as people name it: one that is ready made, or a rule of one's own.
public enum FaultChoice: Sendable, Hashable, Codable {
    case readyMade(String)
    case rule(FaultRule)

    public var name: String {
        switch self {
        case .readyMade(let name): name
        case .rule(let rule): rule.name
        }
    }
}
