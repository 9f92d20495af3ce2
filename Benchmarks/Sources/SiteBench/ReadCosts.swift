import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Measuring
import Simulator
import Synchronization

/// What a page read costs, and which share of it the gate has: authentication, limits, licence and the weighing of rights.
///
/// Finding the page is no part of the gate, although it lies between its stages: a site without rights would find it too.
struct ReadCosts {
    private static let requests = 20_000
    private static let v1 = "/rest/api/content/98311"

    func run() throws {
        print("| site | page read | whole | finding the page | gate | gate's share |")
        print("| --- | --- | --- | --- | --- | --- |")
        for kind in ConfluenceSite.Acme.allCases {
            try measure(kind, Self.v1, [])
            try measure(kind, Self.v1, [QueryItem("expand", "body.storage,version")])
            if kind == .cloud { try measure(kind, "/api/v2/pages/98311", [QueryItem("body-format", "storage")]) }
        }
    }

    private func measure(_ kind: ConfluenceSite.Acme, _ path: String, _ query: [QueryItem]) throws {
        let watch = GateWatch()
        let definition = try kind.definition()
        // A rate limit that is never reached, so that the gate has all its stages.
        var limited = definition
        limited.settings.rateLimit = limited.settings.rateLimit ?? RateLimit(budget: 1 << 40, windowSeconds: 3600)
        let site = try ConfluenceSite(limited, onMilestone: { watch.passed($0) })
        let request = try site.request(path, query: query, as: "reader-bot")
        let clock = ContinuousClock()
        var whole: [Double] = []
        var gate: [Double] = []
        var finding: [Double] = []
        for round in 0..<Self.requests {
            var status = 0
            let time = clock.measure { status = site.simulator.respond(to: request).status }
            guard status == 200 else { throw Unexpected(status: status) }
            // The first tenth fills caches.
            guard round > Self.requests / 10 else { continue }
            whole.append(time.milliseconds * 1000)
            gate.append(watch.gate.milliseconds * 1000)
            finding.append(watch.finding.milliseconds * 1000)
        }
        let share = Figures(zip(gate, whole).map { $0 / $1 * 100 })
        let cells = [
            "\(kind)", "`\(([path] + query.map { "\($0.name)=\($0.value)" }).joined(separator: " "))`",
            "\(Figures(whole).middle) µs", "\(Figures(finding).middle) µs",
            "\(Figures(gate).middle) µs", "\(share.middle) %",
        ]
        print("| " + cells.joined(separator: " | ") + " |")
    }
}

/// Notes how long a request is in the gate: from authentication to the resource, without finding what it is about.
private final class GateWatch: Sendable {
    private let state = Mutex((since: ContinuousClock.now, gate: Duration.zero, finding: Duration.zero))

    func passed(_ milestone: Milestone) {
        let now = ContinuousClock.now
        state.withLock { state in
            switch milestone {
            case .reached(.authentication): state = (now, .zero, .zero)
            case .finding, .reached(.resource): state = (now, state.gate + (now - state.since), state.finding)
            case .found: state = (now, state.gate, now - state.since)
            case .reached: break
            }
        }
    }

    /// Of the last request.
    var gate: Duration { state.withLock(\.gate) }
    var finding: Duration { state.withLock(\.finding) }
}
