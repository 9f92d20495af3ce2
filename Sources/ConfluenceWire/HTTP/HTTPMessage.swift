import ConfluenceModel

/// An HTTP request as plain values, the same on both sides of the wire.
public struct Request: Sendable, Hashable {
    public var method: Method
    public var url: WebAddress
    public var headers: Headers
    public var body: [UInt8]
    /// The IP address that the request came from, where a server knows one.
    public var clientAddress: String?

    public init(_ method: Method, _ url: WebAddress, headers: Headers = [:], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }

    /// An HTTP method; case matters, as the protocol has it.
    public struct Method: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        public var rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public var description: String { rawValue }

        public static let get = Self(rawValue: "GET")
        public static let head = Self(rawValue: "HEAD")
        public static let post = Self(rawValue: "POST")
        public static let put = Self(rawValue: "PUT")
        public static let delete = Self(rawValue: "DELETE")
        public static let options = Self(rawValue: "OPTIONS")
    }
}

/// An HTTP answer as plain values.
public struct Response: Sendable, Hashable {
    public var status: Int
    public var headers: Headers
    public var body: [UInt8]
    /// The phrase behind the status, where one was sent or is to be sent; `nil` stands for the standard one.
    public var reason: String?

    public init(status: Int, headers: Headers = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    public var isSuccess: Bool { (200...299).contains(status) }

    /// The body as UTF-8, with a replacement character for what is not.
    public var text: String { String(decoding: body, as: UTF8.self) }
}

/// The one way in which the doctor's side reaches a site.
///
/// Redirects are not followed, no answer is asked for twice. Throws ``TransportFailure`` when there is no answer.
public typealias Send = @Sendable (Request) async throws -> Response

/// Why a request brought no answer.
public enum TransportFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The host name has no address.
    case nameNotResolved(host: String)
    case connectionRefused(host: String, port: Int)
    /// No answer came within the time allowed, in seconds.
    case timedOut(host: String, seconds: Double)
    /// The TLS handshake failed; the text is the library's.
    case tls(host: String, reason: String)
    /// The proxy would not pass the request on.
    case proxy(reason: String)
    /// What came back is not HTTP, or broke off.
    case malformedAnswer(host: String, reason: String)
    /// The answer's body is larger than the limit, in bytes.
    case answerTooLarge(limit: Int)
    /// Anything else that went wrong on the way.
    case other(host: String, reason: String)

    /// What stands in a TLS failure between the library's words and the name of a certificate's issuer.
    package static let issuedBy = ", issued by "
    /// How a TLS failure tells that the server, once it had shown its own certificate, let the client no further.
    package static let refusedBehindCertificate = "it wants a certificate of the client"
    /// How a TLS failure tells that the server goes on with suites that Python's clients have, and this program lacks.
    package static let knowsOtherSuites =
        "the server takes suites that ELITEA's client has and this program lacks, such as DHE"
    /// How a TLS failure tells that something else than TLS came back.
    package static let speaksNoTLS = "what answers there does not speak TLS"

    public var description: String {
        switch self {
        case .nameNotResolved(let host): "the name \(host) has no address"
        case .connectionRefused(let host, let port): "nothing listens at \(host) port \(port)"
        case .timedOut(let host, let seconds): "no answer from \(host) within \(seconds) s"
        case .tls(let host, let reason): "no TLS connection to \(host): \(reason)"
        case .proxy(let reason): "the proxy refused: \(reason)"
        case .malformedAnswer(let host, let reason): "the answer of \(host) can't be read: \(reason)"
        case .answerTooLarge(let limit): "the answer is larger than \(limit) bytes"
        case .other(let host, let reason): "no answer from \(host): \(reason)"
        }
    }
}
