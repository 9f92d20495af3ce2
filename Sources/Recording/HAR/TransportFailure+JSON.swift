package import ConfluenceWire

extension TransportFailure {
    /// The failure as an archive keeps it, so that it can be had again.
    package var json: JSON {
        switch self {
        case .nameNotResolved(let host): ["kind": "name", "host": .string(host)]
        case .connectionRefused(let host, let port):
            ["kind": "refused", "host": .string(host), "port": .integer(Int64(port))]
        case .timedOut(let host, let seconds): ["kind": "timeout", "host": .string(host), "seconds": .number(seconds)]
        case .tls(let host, let reason): ["kind": "tls", "host": .string(host), "reason": .string(reason)]
        case .proxy(let reason): ["kind": "proxy", "reason": .string(reason)]
        case .malformedAnswer(let host, let reason):
            ["kind": "malformed", "host": .string(host), "reason": .string(reason)]
        case .answerTooLarge(let limit): ["kind": "large", "limit": .integer(Int64(limit))]
        case .other(let host, let reason): ["kind": "other", "host": .string(host), "reason": .string(reason)]
        }
    }

    package init?(json: JSON) {
        let host = json["host"]?.stringValue ?? ""
        let reason = json["reason"]?.stringValue ?? ""
        switch json["kind"]?.stringValue {
        case "name": self = .nameNotResolved(host: host)
        case "refused": self = .connectionRefused(host: host, port: Int(clamping: json["port"]?.integerValue ?? 0))
        case "timeout": self = .timedOut(host: host, seconds: json["seconds"]?.doubleValue ?? 0)
        case "tls": self = .tls(host: host, reason: reason)
        case "proxy": self = .proxy(reason: reason)
        case "malformed": self = .malformedAnswer(host: host, reason: reason)
        case "large": self = .answerTooLarge(limit: Int(clamping: json["limit"]?.integerValue ?? 0))
        case "other": self = .other(host: host, reason: reason)
        default: return nil
        }
    }
}
