import ConfluenceWire
import LiveSites
import Synchronization

/// What a site was asked while laws were tried on it; where they only read, equal requests are asked once.
final class SharedAnswers: Sendable {
    private struct State {
        var lines: [JournalLine] = []
        var answers: [Request: (response: Response, account: String?)] = [:]
        var sent = 0
    }

    private let sharesReads: Bool
    private let state = Mutex(State())

    init(sharesReads: Bool) {
        self.sharesReads = sharesReads
    }

    /// How many requests really went to the site.
    var sentCount: Int { state.withLock { $0.sent } }

    /// The site with everything noted that is asked by its `send`.
    func watching(_ site: RunningSite) -> RunningSite {
        var watched = site
        watched.send = { [self] request in try await answer(to: request, by: site) }
        watched.journal = { [self] number in state.withLock { Array($0.lines.dropFirst(number)) } }
        watched.exchangeCount = { [self] in state.withLock { $0.lines.count } }
        return watched
    }

    private func answer(to request: Request, by site: RunningSite) async throws -> Response {
        if sharesReads, let known = state.withLock({ $0.answers[request] }) {
            note(
                request, known.response, decision: "as it was answered before in this check", account: known.account)
            return known.response
        }
        let mark = site.exchangeCount()
        state.withLock { $0.sent += 1 }
        do {
            let response = try await site.send(request)
            // Others may have asked meanwhile.
            let line = site.journal(mark).last {
                $0.method == request.method.rawValue && $0.target == request.url.target
            }
            note(request, response, decision: line?.decision, account: line?.account)
            if sharesReads, !response.isOfOutage, [.get, .head, .options].contains(request.method) {
                state.withLock { $0.answers[request] = (response, line?.account) }
            }
            return response
        } catch {
            // What the guard refuses has not reached the site.
            if !(error is GuardRefusal) { note(request, nil, decision: "\(error)", account: nil) }
            throw error
        }
    }

    private func note(_ request: Request, _ response: Response?, decision: String?, account: String?) {
        var origin = request.url
        origin.path = ""
        origin.query = nil
        let target = request.url.path + (request.url.query.map { "?\($0)" } ?? "")
        state.withLock { state in
            state.lines.append(
                JournalLine(
                    number: state.lines.count + 1, method: request.method.rawValue, target: target,
                    host: request.url.host, status: response?.status ?? 0, account: account,
                    decision: decision ?? "", origin: "\(origin)", requestBody: request.bodyText,
                    responseBody: response?.text, responseHeaders: response?.headers ?? [:]))
        }
    }
}

extension Response {
    /// Whether the next answer may well be another one.
    fileprivate var isOfOutage: Bool { status == 429 || status >= 500 }
}
