import ConfluenceClient
import ConfluenceModel
import ConfluenceWire
import Foundation
import Synchronization

@testable import LiveSites

/// A site that answers as a test says, and what it was sent; its time goes on only where somebody sleeps.
final class Wire: Sendable {
    struct Log: Sendable {
        var requests: [Request] = []
        var lines: [String] = []
        var elapsed = Duration.zero
        var sleeps: [Duration] = []
        /// How many lines were noted when each request arrived.
        var linesBefore: [Int] = []
    }

    static let writer = SiteAccount(role: "writer", authentication: .basic(user: "bot", secret: Secret("the-secret")))
    static let start = Date(timeIntervalSince1970: 1_772_442_000)

    let log = Mutex(Log())
    private let answer: @Sendable (Request, _ nth: Int) -> Response

    init(_ answer: @escaping @Sendable (Request, _ nth: Int) -> Response = Wire.confluence) {
        self.answer = answer
    }

    /// Gives each new content the number of its request.
    @Sendable
    static func confluence(_ request: Request, nth: Int) -> Response {
        if request.url.path.contains("/rest/api/space/") {
            return Response(status: 200, body: Array(#"{"id":77,"key":"SCRATCH"}"#.utf8))
        }
        guard request.method == .post else { return Response(status: 200, body: Array(#"{"results":[]}"#.utf8)) }
        return Response(status: 200, body: Array(#"{"id":"\#(100 + nth)"}"#.utf8))
    }

    var send: Send {
        { request in
            let nth = self.log.withLock { log in
                log.requests.append(request)
                log.linesBefore.append(log.lines.count)
                return log.requests.count
            }
            return self.answer(request, nth)
        }
    }

    var clock: SiteClock {
        SiteClock(
            elapsed: { self.log.withLock(\.elapsed) },
            date: { Self.start.addingTimeInterval(Double(self.log.withLock(\.elapsed).components.seconds)) },
            sleep: { time in
                self.log.withLock { log in
                    log.elapsed += time
                    log.sleeps.append(time)
                }
            })
    }

    var record: CreationRecord {
        CreationRecord(append: { line in self.log.withLock { $0.lines.append(line) } })
    }

    var requests: [Request] { log.withLock(\.requests) }

    func site(
        mayWrite: Bool = true, budget: SiteBudget = .unlimited, patience: SitePatience = .usual,
        record: CreationRecord? = nil
    ) throws -> GuardedSite {
        let access = SiteAccess(
            name: "staging", base: try WebAddress(parsing: "https://acme.atlassian.net/wiki"), hosting: .cloud,
            accounts: [Self.writer], scratchSpace: "SCRATCH", mayWrite: mayWrite, budget: budget, patience: patience,
            mark: "m4rk")
        return GuardedSite(access: access, send: send, record: record ?? self.record, clock: clock)
    }

    static func request(_ method: String, _ target: String, _ body: String = "") throws -> Request {
        let address = target.hasPrefix("http") ? target : "https://acme.atlassian.net/wiki\(target)"
        var request = Request(.init(rawValue: method), try WebAddress(parsing: address), body: Array(body.utf8))
        request.authenticate(as: writer.authentication)
        return request
    }
}
