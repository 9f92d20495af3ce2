import Foundation

/// Finds a port of this machine on which nothing listens.
enum FreePort {
    /// No port could be had.
    struct NotFound: Error, CustomStringConvertible {
        let description = "no free port could be found on this machine"
    }

    /// Below the ports which the system hands out to whoever asks for any, so that none is gone before its server has started.
    private static let range: Range<UInt16> = 20_000..<32_768
    private static let mostAttempts = 200

    /// The port is free when this returns; who wants it should take it soon.
    static func find() throws(NotFound) -> Int {
        for _ in 0..<mostAttempts {
            let port = UInt16.random(in: range)
            if isFree(port) { return Int(port) }
        }
        throw NotFound()
    }

    private static func isFree(_ port: UInt16) -> Bool {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { return false }
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = port.bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(handle, $0, size) == 0 }
        }
    }
}
