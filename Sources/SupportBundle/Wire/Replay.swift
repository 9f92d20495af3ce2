import ConfluenceWire
import Synchronization

/// Answers from an archive as the site once did, and sends nothing.
final class Replay: Sendable {
    private struct Recorded: Sendable {
        var method: String
        var url: String
        var credential: Int
        var scheme: String
        var outcome: Exchange.Outcome
        var isUsed = false
    }

    private struct State {
        var recorded: [Recorded]
        var credentials = CredentialNumbers()
        var misses = 0
    }

    private let state: Mutex<State>

    /// How many requests were asked that the archive has no answer for.
    var misses: Int { state.withLock { $0.misses } }

    init(_ archive: JSON) throws(BundleError) {
        guard let entries = archive["log"]?["entries"]?.arrayValue else {
            throw BundleError("wire.har is no HTTP archive")
        }
        var recorded: [Recorded] = []
        for (index, entry) in entries.enumerated() {
            guard let request = entry["request"], let method = request["method"]?.stringValue,
                let url = request["url"]?.stringValue, let outcome = Self.outcome(entry["response"] ?? .null)
            else { throw BundleError("wire.har: entry \(index + 1) can't be read") }
            recorded.append(
                Recorded(
                    method: method, url: url, credential: Int(clamping: request["_credential"]?.integerValue ?? 0),
                    scheme: Self.headers(request["headers"])["Authorization"].map(Self.scheme) ?? "", outcome: outcome))
        }
        state = Mutex(State(recorded: recorded))
    }

    var send: Send {
        { request in
            switch self.answer(to: request) {
            case .answer(let response): return response
            case .failure(let failure): throw failure
            case nil:
                throw TransportFailure.other(
                    host: request.url.host, reason: "the bundle holds no answer to this request")
            }
        }
    }

    /// The first unused answer with the same credential, or else one that fits less well.
    private func answer(to request: Request) -> Exchange.Outcome? {
        state.withLock { state in
            let credential = state.credentials.number(of: request)
            let scheme = Self.scheme(request.headers["Authorization"] ?? "")
            let same = state.recorded.indices.filter {
                state.recorded[$0].method == request.method.rawValue
                    && state.recorded[$0].url == request.url.description
            }
            let fitting =
                same.first { !state.recorded[$0].isUsed && state.recorded[$0].credential == credential }
                ?? same.last { state.recorded[$0].credential == credential }
                ?? same.first { !state.recorded[$0].isUsed && state.recorded[$0].scheme == scheme }
            guard let fitting else {
                state.misses += 1
                return nil
            }
            state.recorded[fitting].isUsed = true
            return state.recorded[fitting].outcome
        }
    }

    private static func scheme(_ header: String) -> String { String(header.prefix { $0 != " " }) }

    private static func headers(_ list: JSON?) -> Headers {
        Headers(
            (list?.arrayValue ?? []).compactMap { field in
                guard let name = field["name"]?.stringValue, let value = field["value"]?.stringValue else { return nil }
                return Headers.Field(name: name, value: value)
            })
    }

    private static func outcome(_ response: JSON) -> Exchange.Outcome? {
        if let failure = response["_failure"] { return TransportFailure(json: failure).map { .failure($0) } }
        guard let status = response["status"]?.integerValue, (100...999).contains(status) else { return nil }
        let text = response["content"]?["text"]?.stringValue ?? ""
        return .answer(Response(status: Int(status), headers: headers(response["headers"]), body: Array(text.utf8)))
    }
}
