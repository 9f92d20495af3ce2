import ConfluenceWire
import NIOHTTP1

/// Why a request's head is refused, whatever it asks for: Tomcat looks at the same before it looks for an application.
enum HeadFault: Sendable, Hashable {
    /// HTTP/1.1 without a host (RFC 9112, section 3.2).
    case noHost
    /// Two hosts, one of which an intermediary may have gone by.
    case severalHosts
    /// The body is in a form that no server here reads (RFC 9112, section 6.1).
    case unknownCoding

    var status: Int {
        switch self {
        case .noHost, .severalHosts: 400
        case .unknownCoding: 501
        }
    }

    var words: String {
        switch self {
        case .noHost: "the request has to name its host in a Host field"
        case .severalHosts: "the request names its host in several Host fields"
        case .unknownCoding: "a request's body is read as it is or in chunks, in no other Transfer-Encoding"
        }
    }
}

extension HTTPRequestHead {
    /// What is wrong with it, in one pass over its fields.
    var fault: HeadFault? {
        var hosts = 0
        for (name, value) in headers {
            switch name.utf8.count {
            case 4 where name.equalsIgnoringCase("Host"):
                hosts += 1
            case 17 where name.equalsIgnoringCase("Transfer-Encoding"):
                guard value.equalsIgnoringCase("chunked") || value.equalsIgnoringCase("identity") else {
                    return .unknownCoding
                }
            default: break
            }
        }
        if hosts > 1 { return .severalHosts }
        return hosts == 0 && version == .http1_1 ? .noHost : nil
    }
}
