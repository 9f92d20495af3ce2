import AsyncHTTPClient
import ConfluenceWire
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// Turns what the client library throws into the failures that a diagnosis knows.
struct FailureReader {
    let address: WebAddress
    let limit: Int
    let timeout: Duration

    var timedOut: TransportFailure {
        .timedOut(host: address.host, seconds: timeout.inSeconds)
    }

    func read(_ error: any Error, over route: Route) -> TransportFailure {
        let failure = read(error)
        guard let proxy = route.proxy else { return failure }
        switch failure {
        // The connection that failed was the one to the proxy.
        case .connectionRefused: return .proxy(reason: "nothing listens at \(proxy.authority)")
        case .nameNotResolved: return .proxy(reason: "the name \(proxy.host) has no address")
        default: return failure
        }
    }

    private func read(_ error: any Error) -> TransportFailure {
        switch error {
        case let failure as TransportFailure: failure
        case let error as NIOConnectionError: read(connection: error)
        case let error as HTTPClientError: read(client: error)
        case let error as IOError: read(system: error)
        case ChannelError.connectTimeout: timedOut
        case ChannelError.ioOnClosedChannel, ChannelError.alreadyClosed:
            malformed("the connection was closed before the answer was complete")
        case HTTPParserError.invalidEOFState: malformed("the connection was closed before the answer was complete")
        case let error as HTTPParserError: malformed("\(error)")
        case NIOHTTPDecompression.DecompressionError.limit: .answerTooLarge(limit: limit)
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            malformed("its compressed body is broken")
        case let objection as CertificateDemands.Objection: .tls(host: address.host, reason: objection.words)
        case NIOSSLError.uncleanShutdown: malformed("the connection was closed before the answer was complete")
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
            .tls(host: address.host, reason: Self.tls("\(error)"))
        default: .other(host: address.host, reason: "\(error)")
        }
    }

    private func read(connection error: NIOConnectionError) -> TransportFailure {
        guard let first = error.connectionErrors.first else {
            return error.dnsAError != nil || error.dnsAAAAError != nil
                ? .nameNotResolved(host: address.host) : .other(host: address.host, reason: "\(error)")
        }
        return read(first.error)
    }

    private func read(system error: IOError) -> TransportFailure {
        switch error.errnoCode {
        case ECONNREFUSED: .connectionRefused(host: address.host, port: address.effectivePort)
        case ETIMEDOUT: timedOut
        case ECONNRESET, EPIPE: malformed("the connection was reset before the answer was complete")
        case ENETUNREACH, EHOSTUNREACH: .other(host: address.host, reason: "there is no way to its network")
        default: .other(host: address.host, reason: error.description)
        }
    }

    private func read(client error: HTTPClientError) -> TransportFailure {
        switch error {
        case .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout,
            .tlsHandshakeTimeout, .httpProxyHandshakeTimeout:
            timedOut
        case .remoteConnectionClosed, .uncleanShutdown:
            malformed("the connection was closed before the answer was complete")
        case .invalidProxyResponse: Self.closedWay(to: address)
        case .proxyAuthenticationRequired: .proxy(reason: "it asks for a login of its own (407)")
        default: .other(host: address.host, reason: error.description)
        }
    }

    /// Whether a connection had ended, which may have been kept for too long.
    static func isClosedConnection(_ error: any Error) -> Bool {
        switch error {
        case let error as HTTPClientError: error == .remoteConnectionClosed
        case ChannelError.ioOnClosedChannel, ChannelError.alreadyClosed: true
        case let error as IOError: [ECONNRESET, EPIPE].contains(error.errnoCode)
        default: false
        }
    }

    /// The library's own name for what went wrong, without the place in its sources.
    private static func tls(_ text: String) -> String {
        if text.contains("failedToValidateHostname") { return Self.otherHost }
        guard let name = text.firstMatch(of: /OPENSSL_internal:([A-Z0-9_]+)/)?.1 else { return text }
        // The first bytes that came back are no record of TLS, of whatever version.
        let isPlain = ["WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST"].contains(name)
        return isPlain ? "\(TransportFailure.speaksNoTLS) (\(name))" : "the handshake ended with \(name)"
    }

    /// What is said of a proxy that opens no way; the library says the same where a wait for it was broken off.
    static func closedWay(to address: WebAddress) -> TransportFailure {
        .proxy(reason: "it would not open a connection to \(address.authority)")
    }

    /// What is said of a certificate that does not name the host.
    static let otherHosts = "hostname mismatch: the certificate is for "
    static let otherHost = "hostname mismatch: the certificate is of another host"

    private func malformed(_ reason: String) -> TransportFailure {
        .malformedAnswer(host: address.host, reason: reason)
    }
}
