import ConfluenceModel
public import ConfluenceWire

/// An answer, and how it reaches the client: what a fault of the network does to it.
public struct Delivery: Sendable, Hashable {
    public var response: Response
    /// How long the answer is held back.
    public var delayMilliseconds: Int
    public var connection: Connection

    public init(response: Response, delayMilliseconds: Int = 0, connection: Connection = .whole) {
        self.response = response
        self.delayMilliseconds = delayMilliseconds
        self.connection = connection
    }

    /// What becomes of the connection that carries an answer.
    public enum Connection: Sendable, Hashable {
        /// The answer arrives as it is.
        case whole
        /// The connection closes before any byte of the body, and before the head unless that was sent.
        case dropped(afterHead: Bool)
        /// So many bytes of the body arrive, although the head promised all; then the connection closes.
        case truncated(bytes: Int)
        /// The body arrives in pieces of that many bytes with a pause before each.
        case dripping(bytes: Int, milliseconds: Int)
    }
}

extension Simulator {
    /// The way of a client to this site alone, without a socket.
    ///
    /// A connection that a fault breaks is thrown as the ``TransportFailure`` that a live client would meet; delays are
    /// not waited for. Any other host name has no address.
    public var send: Send { { [self] request in try carry(request) } }

    /// The same way for a client that waits so many seconds for an answer and then gives up; none of them passes.
    public func send(patience seconds: Int) -> Send { { [self] request in try carry(request, patience: seconds) } }

    private func carry(_ request: Request, patience seconds: Int? = nil) throws -> Response {
        let host = request.url.host
        guard answers(host: host) else { throw TransportFailure.nameNotResolved(host: host) }
        if request.url.scheme == "https", let fault = certificateFault {
            throw TransportFailure.tls(host: host, reason: fault.complaint(about: host))
        }
        let delivery = deliver(request)
        if let seconds, delivery.milliseconds >= seconds * 1000 {
            throw TransportFailure.timedOut(host: host, seconds: Double(seconds))
        }
        switch delivery.connection {
        case .whole, .dripping: return delivery.response
        case .dropped(let afterHead):
            let reason = afterHead ? "it ends after its head" : "the connection closed before an answer came"
            throw TransportFailure.malformedAnswer(host: host, reason: reason)
        case .truncated(let bytes):
            let promised = delivery.response.body.count
            throw TransportFailure.malformedAnswer(
                host: host, reason: "\(bytes) bytes of the body came, \(promised) were promised")
        }
    }
}

extension Delivery {
    /// How long it takes until the last byte is there.
    fileprivate var milliseconds: Int {
        guard case .dripping(let bytes, let pause) = connection else { return delayMilliseconds }
        return delayMilliseconds + (response.body.count + bytes - 1) / max(bytes, 1) * pause
    }
}

extension FaultRule.CertificateFault {
    /// What OpenSSL says of it, and so Python and curl.
    fileprivate func complaint(about host: String) -> String {
        switch self {
        case .expired: "certificate verify failed: certificate has expired"
        case .selfSigned: "certificate verify failed: self-signed certificate"
        case .wrongHost: "certificate verify failed: Hostname mismatch, certificate is not valid for '\(host)'"
        case .oldProtocol: "tlsv1 alert protocol version"
        }
    }
}
