package import ConfluenceWire
import Synchronization

/// Answers from a recording as the site once did, and sends nothing.
package final class Playback: Sendable {
    /// Which recorded requests count as the same.
    package enum Matching: Sendable {
        /// The whole address and the credential or its scheme, for an analysis that is repeated.
        case analysis
        /// Method, path and query in any order, at whatever host and with whatever credential.
        case session
    }

    private struct Recorded: Sendable {
        var exchange: Exchange
        var scheme: String
        var query: [QueryItem]
        var isUsed = false
    }

    private struct State {
        var recorded: [Recorded]
        var credentials = CredentialNumbers()
        var misses = 0
    }

    private struct Key: Hashable {
        var method: String
        var path: String
    }

    private let matching: Matching
    private let places: [Key: [Int]]
    private let state: Mutex<State>

    /// How many requests were asked that the recording has no answer for.
    package var misses: Int { state.withLock { $0.misses } }

    package init(_ exchanges: [Exchange], matching: Matching) {
        self.matching = matching
        var places: [Key: [Int]] = [:]
        var recorded: [Recorded] = []
        for (index, exchange) in exchanges.enumerated() {
            places[Self.key(exchange.request), default: []].append(index)
            recorded.append(
                Recorded(
                    exchange: exchange, scheme: Self.scheme(exchange.request),
                    query: Self.sorted(exchange.request.url.queryItems)))
        }
        self.places = places
        state = Mutex(State(recorded: recorded))
    }

    package var send: Send {
        { request in
            switch self.answer(to: request)?.outcome {
            case .answer(let response): return response
            case .failure(let failure): throw failure
            case nil:
                throw TransportFailure.other(
                    host: request.url.host, reason: "the recording holds no answer to this request")
            }
        }
    }

    /// The first unused exchange with the same credential, or else one that fits less well.
    package func answer(to request: Request) -> Exchange? {
        let query = Self.sorted(request.url.queryItems)
        return state.withLock { state in
            let credential = state.credentials.number(of: request)
            let scheme = Self.scheme(request)
            let same = (places[Self.key(request)] ?? []).filter { isSame(state.recorded[$0], request, query) }
            func first(_ fits: (Recorded) -> Bool) -> Int? {
                same.first { !state.recorded[$0].isUsed && fits(state.recorded[$0]) }
            }
            let fitting =
                first { $0.exchange.credential == credential }
                ?? same.last { state.recorded[$0].exchange.credential == credential }
                ?? first { $0.scheme == scheme }
                ?? (matching == .session ? first { _ in true } ?? same.last : nil)
            guard let fitting else {
                state.misses += 1
                return nil
            }
            state.recorded[fitting].isUsed = true
            return state.recorded[fitting].exchange
        }
    }

    /// The recorded request that is most like one that was not recorded.
    package func nearest(to request: Request) -> Request? {
        let query = Self.sorted(request.url.queryItems)
        let path = request.url.path.split(separator: "/")
        return state.withLock { state in
            let scored = state.recorded.map { recorded in
                let other = recorded.exchange.request
                let shared = zip(path, other.url.path.split(separator: "/")).prefix { $0 == $1 }.count
                let isSamePath = other.url.path == request.url.path
                let score =
                    shared * 4 + (isSamePath ? 100 : 0) + (other.method == request.method ? 10 : 0)
                    + recorded.query.count { query.contains($0) }
                return (score: shared > 0 ? score : 0, request: other)
            }
            guard let best = scored.max(by: { $0.score < $1.score }), best.score > 0 else { return nil }
            return best.request
        }
    }

    private func isSame(_ recorded: Recorded, _ request: Request, _ query: [QueryItem]) -> Bool {
        switch matching {
        case .analysis: recorded.exchange.request.url.description == request.url.description
        case .session:
            recorded.query.count == query.count
                && zip(recorded.query, query).allSatisfy { known, asked in
                    // What a stand-in stands for is not known.
                    known.name == asked.name && (known.value == asked.value || SecretRedactor.isRedacted(known.value))
                }
        }
    }

    private static func key(_ request: Request) -> Key {
        Key(method: request.method.rawValue, path: request.url.path.isEmpty ? "/" : request.url.path)
    }

    private static func sorted(_ items: [QueryItem]) -> [QueryItem] {
        items.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element)
    }

    private static func scheme(_ request: Request) -> String {
        String((request.headers["Authorization"] ?? "").prefix { $0 != " " })
    }
}
