import ConfluenceClient
import ConfluenceModel
package import ConfluenceWire
package import LiveSites
import Synchronization

/// What was sent to a site that keeps no journal which scenarios may see, as it looked from here.
package final class WireLog: Sendable {
    /// As much of a body as a report wants.
    private static let bodyLimit = 8192

    private let lines = Mutex<[JournalLine]>([])
    private let names: [(header: String, role: String)]

    /// - Parameter accounts: Whose requests are told by their roles.
    package init(accounts: [SiteAccount]) {
        names = accounts.compactMap { account in
            var request = Request(.get, WebAddress(host: ""))
            request.authenticate(as: account.authentication)
            return request.headers["Authorization"].map { ($0, account.role) }
        }
    }

    package var count: Int { lines.withLock(\.count) }

    package func all(after number: Int) -> [JournalLine] { lines.withLock { Array($0.dropFirst(number)) } }

    /// The way on, on which everything is noted that was really sent.
    package func noting(_ send: @escaping Send) -> Send {
        { request in
            do {
                let response = try await send(request)
                self.note(request, response.status, "answered over the wire", body: response.text)
                return response
            } catch let failure as TransportFailure {
                self.note(request, 0, "\(failure)", body: nil)
                throw failure
            }
        }
    }

    private func note(_ request: Request, _ status: Int, _ decision: String, body: String?) {
        let header = request.headers["Authorization"]
        let account = names.first { $0.header == header }?.role
        lines.withLock { lines in
            lines.append(
                JournalLine(
                    number: lines.count + 1, method: request.method.rawValue, target: request.url.target,
                    host: request.url.host, status: status, account: account, decision: decision,
                    origin: request.url.origin, requestBody: String(request.bodyText.prefix(Self.bodyLimit)),
                    responseBody: body.map { String($0.prefix(Self.bodyLimit)) }))
        }
    }
}
