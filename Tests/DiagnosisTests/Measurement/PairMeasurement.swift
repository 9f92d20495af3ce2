import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

/// Two causes at once, for every pair that one configuration and its site can have together.
struct PairMeasurement: Sendable {
    var pairs: [Pair] = []
    /// Pairs that one configuration can't have: both change the same thing, or one takes away what the other stands on.
    var exclusive = 0

    struct Pair: Sendable {
        var outer: CauseID
        var inner: CauseID
        var named: [CauseID]
        /// Why the inner cause can't be seen, by who stands before it; `nil` where it can.
        var hiddenBy: Hindrance?

        var namesBoth: Bool { named.contains(outer) && named.contains(inner) }
    }

    /// What keeps the doctor from seeing a cause behind another one: each needs an act of somebody else first.
    enum Hindrance: String, Sendable, CaseIterable {
        case address =
            "the configuration names no address that could be called, and tells nothing else of the other cause"
        case way = "nothing of the site is reached: its network, its front or its state must be mended first"
        case login = "nobody is logged in: the secret or the account must be renewed first"
        case same = "both stand at the same place, and one of them can't be mended from here"
    }

    var visible: [Pair] { pairs.filter { $0.hiddenBy == nil } }

    static func run(on site: ConfluenceSite.Acme) async throws -> PairMeasurement {
        var measurement = PairMeasurement()
        let candidates = try await PairCandidate.all(on: site)
        for (index, one) in candidates.enumerated() {
            for other in candidates[(index + 1)...] {
                guard one.touched.isDisjoint(with: other.touched) else {
                    measurement.exclusive += 1
                    continue
                }
                let (outer, inner) = one.layer <= other.layer ? (one, other) : (other, one)
                let patient = try PairCandidate.both(outer.ailment, inner.ailment)
                guard try PairCandidate.areThere([outer, inner], in: patient) else {
                    measurement.exclusive += 1
                    continue
                }
                let report = await patient.diagnose()
                measurement.pairs.append(
                    Pair(
                        outer: outer.ailment.cause, inner: inner.ailment.cause,
                        named: report.causes.flatMap { [$0.id] + $0.alternatives },
                        hiddenBy: PairCandidate.hindrance(of: inner, behind: outer)))
            }
        }
        return measurement
    }
}
