import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Measuring
import Simulator
import Synchronization

/// What a page read costs, and which share of it the gate has: from authentication up to the resource.
struct ReadCosts {
    private static let requests = 20_000
    private static let v1 = "/rest/api/content/98311"

    func run() throws {
        print("| site | page read | whole | gate | gate's share |")
        print("| --- | --- | --- | --- | --- |")
        for kind in ConfluenceSite.Acme.allCases {
            try measure(kind, Self.v1, [])
            try measure(kind, Self.v1, [QueryItem("expand", "body.storage,version")])
            if kind == .cloud { try measure(kind, "/api/v2/pages/98311", [QueryItem("body-format", "storage")]) }
        }
    }

    private func measure(_ kind: ConfluenceSite.Acme, _ path: String, _ query: [QueryItem]) throws {
        let watch = StageWatch()
        let definition = try kind.definition()
        // A rate limit that is never reached, so that the gate has all its stages.
        var limited = definition
        limited.settings.rateLimit = limited.settings.rateLimit ?? RateLimit(budget: 1 << 40, windowSeconds: 3600)
        let site = try ConfluenceSite(limited, onStage: { watch.reached($0) })
        let request = try site.request(path, query: query, as: "reader-bot")
        let clock = ContinuousClock()
        var whole: [Double] = []
        var gate: [Double] = []
        for round in 0..<Self.requests {
            var status = 0
            let time = clock.measure { status = site.simulator.respond(to: request).status }
            guard status == 200 else { throw Unexpected(status: status) }
            // The first tenth fills caches.
            guard round > Self.requests / 10 else { continue }
            whole.append(time.milliseconds * 1000)
            gate.append(watch.gate.milliseconds * 1000)
        }
        let share = Figures(zip(gate, whole).map { $0 / $1 * 100 })
        let cells = [
            "\(kind)", "`\(([path] + query.map { "\($0.name)=\($0.value)" }).joined(separator: " "))`",
            "\(Figures(whole).middle) µs", "\(Figures(gate).middle) µs", "\(share.middle) %",
        ]
        print("| " + cells.joined(separator: " | ") + " |")
    }
}

/// Notes when a request comes to the gate, and when it leaves it for the resource.
private final class StageWatch: Sendable {
    private let times = Mutex((start: ContinuousClock.now, end: ContinuousClock.now))

    func reached(_ stage: JournalEntry.Stage) {
        switch stage {
        case .authentication: times.withLock { $0.start = .now }
        case .resource: times.withLock { $0.end = .now }
        default: break
        }
    }

    var gate: Duration { times.withLock { $0.end - $0.start } }
}
