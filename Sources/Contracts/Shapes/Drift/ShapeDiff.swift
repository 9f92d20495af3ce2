import ConfluenceModel

/// Compares what two sites, or one site at two times, answered.
package struct ShapeDiff: Sendable, Hashable {
    /// By exchange, then by path.
    package private(set) var drifts: [Drift] = []
    /// The exchanges that only one of the two has, of which nothing can be said.
    package private(set) var onlyBefore: [ExchangeKey] = []
    package private(set) var onlyAfter: [ExchangeKey] = []
    /// The exchanges that stood on both sides.
    package private(set) var comparedKeys: [ExchangeKey] = []
    package var compared: Int { comparedKeys.count }

    /// - Parameter readers: Who reads which place.
    package init(_ before: ShapeLock, _ after: ShapeLock, readers: DriftReaders) {
        let old = Dictionary(grouping: before.shapes.keys) { Question($0) }
        let new = Dictionary(grouping: after.shapes.keys) { Question($0) }
        for (question, keys) in old {
            guard let others = new[question] else {
                onlyBefore += keys
                continue
            }
            let gone = keys.filter { key in !others.contains { $0.status == key.status } }.sorted()
            let come = others.filter { key in !keys.contains { $0.status == key.status } }.sorted()
            for key in keys where !gone.contains(key) { compare(key, key, before, after) }
            compare(gone, come, before, after)
        }
        onlyAfter = new.filter { old[$0.key] == nil }.flatMap(\.value).sorted()
        onlyBefore.sort()
        comparedKeys.sort()
        drifts = drifts.map(readers.weighed).sorted(by: Self.comesBefore)
    }

    /// An exchange but for its status.
    private struct Question: Hashable {
        var api: SiteAPI
        var text: String

        init(_ key: ExchangeKey) {
            api = key.api
            text = key.question
        }
    }

    /// Statuses that only one side has: where one went and one came, the site answers the same otherwise.
    private mutating func compare(
        _ gone: [ExchangeKey], _ come: [ExchangeKey], _ before: ShapeLock, _ after: ShapeLock
    ) {
        for (old, new) in zip(gone, come) {
            var drift = Drift(.statusChanged, old, before: "\(old.status)", after: "\(new.status)")
            // A refusal in the place of an answer has nothing in common with it.
            if (old.status < 400) == (new.status < 400) {
                compare(old, new, before, after)
            } else {
                drift.wording = after.shapes[new]?.wording.compactMapValues { $0.min() } ?? [:]
            }
            drifts.append(drift)
        }
        onlyBefore += gone.dropFirst(come.count)
        for key in come.dropFirst(gone.count) {
            drifts.append(Drift(.statusAdded, key, before: "not seen", after: "\(key.status)"))
        }
    }

    private mutating func compare(_ old: ExchangeKey, _ new: ExchangeKey, _ before: ShapeLock, _ after: ShapeLock) {
        guard let one = before.shapes[old], let other = after.shapes[new] else { return }
        comparedKeys.append(old)
        guard one != other else { return }
        drifts += ExchangeComparison(key: old).drifts(one, other)
    }

    private static func comesBefore(_ one: Drift, _ other: Drift) -> Bool {
        (one.exchange, one.path, one.kind.rawValue) < (other.exchange, other.path, other.kind.rawValue)
    }

    package var worst: Drift.Severity? { drifts.map(\.severity).min() }

    package func count(_ severity: Drift.Severity) -> Int { drifts.count { $0.severity == severity } }
}
