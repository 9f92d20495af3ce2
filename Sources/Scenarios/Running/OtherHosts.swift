import Synchronization

/// Collects the hosts that are asked for and are no sites of a scenario; nothing is ever passed on to them.
package final class OtherHosts: Sendable {
    private let hosts = Mutex<[String]>([])

    package init() {}

    package func note(_ host: String) {
        hosts.withLock { $0.append(host) }
    }

    var count: Int { hosts.withLock(\.count) }

    /// Those that were noted behind the first so many.
    func all(after count: Int) -> [String] { hosts.withLock { Array($0.dropFirst(count)) } }
}
