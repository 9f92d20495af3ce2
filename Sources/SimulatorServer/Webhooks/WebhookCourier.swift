public import ConfluenceWire
import Simulator

/// Sends what the sites' webhooks are told of, while a server runs; each site's deliveries go one after the other.
struct WebhookCourier: Sendable {
    private let wakeUp: AsyncStream<Void>.Continuation
    private let running: Task<Void, Never>

    init(_ simulators: [Simulator], _ webhooks: SimulatorServer.Webhooks) {
        let (calls, wakeUp) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.wakeUp = wakeUp
        running = Task {
            for await _ in calls {
                for simulator in simulators {
                    await simulator.deliverWebhooks(where: webhooks.allows, by: webhooks.send)
                }
            }
        }
    }

    /// Says that something may have happened.
    func wake() { wakeUp.yield() }

    /// Ends once what is under way is delivered; an address that keeps it waiting is given up.
    func stop() async {
        wakeUp.finish()
        let patience = Task { [running] in
            try await Task.sleep(for: .seconds(2))
            running.cancel()
        }
        await running.value
        patience.cancel()
    }
}

extension SimulatorServer {
    /// How the webhooks of Data Center sites are told of what happens.
    public struct Webhooks: Sendable {
        /// The way to their addresses.
        public var send: Send
        /// Hosts that are sent to besides this machine's own names.
        public var hosts: Set<String>

        public init(hosts: Set<String> = [], send: @escaping Send) {
            self.send = send
            self.hosts = hosts
        }

        /// Nothing leaves this machine unless its host is named.
        func allows(_ address: WebAddress) -> Bool {
            let host = address.host.lowercased()
            return Loopback.isHost(host) || hosts.contains(host)
        }
    }
}
