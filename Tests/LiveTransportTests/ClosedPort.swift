import Foundation

/// A loopback port that is taken and refuses every connection: bound, and never listened at.
///
/// A port that was only freed could be another test's before it is asked.
final class ClosedPort: Sendable {
    struct NotFound: Error {}

    private let handle: Int32
    let port: Int

    init() throws {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(handle, address, size) == 0 ? getsockname(handle, address, &size) : -1
            }
        }
        guard handle >= 0, status == 0 else { throw NotFound() }
        self.handle = handle
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(handle) }
}
