package import ConfluenceWire

/// A listener on a port of this machine that keeps what webhooks send it.
package struct RunningReceiver: Sendable {
    package var url: String
    /// The requests so far, oldest first; waits for the first ones that satisfy `isEnough`, or to be cancelled.
    package var deliveries: @Sendable (_ isEnough: @escaping @Sendable ([Request]) -> Bool) async -> [Request]
    package var stop: @Sendable () async -> Void

    package init(
        url: String,
        deliveries: @escaping @Sendable (_ isEnough: @escaping @Sendable ([Request]) -> Bool) async -> [Request],
        stop: @escaping @Sendable () async -> Void
    ) {
        self.url = url
        self.deliveries = deliveries
        self.stop = stop
    }
}
