import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why the simulator could not be put on a port.
public struct SimulatorServerError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        case portInUse
        case portNotAllowed
        case hostNotHere
        case other(String)
    }

    public var host: String
    public var port: Int
    public var reason: Reason

    init(host: String, port: Int, underlying: any Error) {
        self.host = host
        self.port = port
        reason =
            switch (underlying as? IOError)?.errnoCode {
            case EADDRINUSE: .portInUse
            case EACCES: .portNotAllowed
            case EADDRNOTAVAIL: .hostNotHere
            default: .other(String(describing: underlying))
            }
    }

    public var description: String {
        switch reason {
        case .portInUse: "port \(port) of \(host) is in use by another program; choose another, or 0 for any free one"
        case .portNotAllowed: "port \(port) of \(host) may not be opened by this user; choose one above 1023"
        case .hostNotHere: "\(host) is not an address of this machine; use 127.0.0.1"
        case .other(let text): "the simulator can't listen at \(host) port \(port): \(text)"
        }
    }
}
