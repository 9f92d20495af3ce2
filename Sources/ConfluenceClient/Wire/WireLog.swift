import ConfluenceModel
package import ConfluenceWire
import Synchronization

/// Keeps what went over the wire, without credentials, for reports and bundles.
package final class WireLog: Sendable {
    private let redactor: Redactor
    private let lines = Mutex<[WireExchange]>([])

    /// - Parameter secrets: Texts to take out wherever they stand, also where a site sends them back.
    package init(secrets: [String]) {
        redactor = Redactor(secrets: secrets)
    }

    /// What was recorded so far, in the order of the answers.
    package var exchanges: [WireExchange] { lines.withLock { $0 } }

    /// The same way to a site, with each exchange noted.
    package func recording(_ send: @escaping Send) -> Send {
        { request in
            do {
                let response = try await send(request)
                self.note(request, "\(response.status) \(response.headers["Content-Type"] ?? "without a content type")")
                return response
            } catch let failure as TransportFailure {
                self.note(request, "\(failure)")
                throw failure
            }
        }
    }

    private func note(_ request: Request, _ outcome: String) {
        let exchange = WireExchange(
            request: redactor.redact("\(request.method) \(request.url)"), outcome: redactor.redact(outcome))
        lines.withLock { $0.append(exchange) }
    }
}

/// One request with its outcome, in words without secrets.
package struct WireExchange: Sendable, Hashable {
    /// `GET https://acme.atlassian.net/wiki/rest/api/user/current`.
    package var request: String
    /// `200 application/json`, or why there is no answer.
    package var outcome: String
}
