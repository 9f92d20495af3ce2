import Foundation

/// Finds a port of this machine on which nothing listens.
enum FreePort {
    /// No port could be had.
    struct NotFound: Error, CustomStringConvertible {
        let description = "no free port could be found on this machine"
    }

    /// The port is free when this returns; who wants it should take it soon.
    static func find() throws(NotFound) -> Int {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard handle >= 0 else { throw NotFound() }
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(handle, address, size) == 0 ? getsockname(handle, address, &size) : -1
            }
        }
        guard status == 0 else { throw NotFound() }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
