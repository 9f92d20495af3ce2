/// Finds how the answers of one exchange changed.
struct ExchangeComparison {
    let key: ExchangeKey

    func drifts(_ before: ExchangeShape, _ after: ExchangeShape) -> [Drift] {
        var drifts = headers(before.headers, after.headers)
        if before.bodies.isDisjoint(with: after.bodies) || !after.bodies.isSubset(of: before.bodies) {
            drifts.append(
                Drift(
                    .bodyChanged, key, before: Self.listed(before.bodies), after: Self.listed(after.bodies)))
        }
        if let old = before.json, let new = after.json {
            drifts += ValueComparison(key: key).drifts(old, new).map { drift in
                guard drift.kind == .memberAdded, let words = after.wording[drift.path]?.min() else { return drift }
                var drift = drift
                drift.wording = [drift.path: words]
                return drift
            }
        }
        return drifts + wording(before.wording, after.wording)
    }

    private static func listed(_ words: Set<String>) -> String { words.sorted().joined(separator: " | ") }

    // MARK: Headers

    private func headers(
        _ before: [String: ExchangeShape.HeaderShape], _ after: [String: ExchangeShape.HeaderShape]
    ) -> [Drift] {
        var drifts: [Drift] = []
        for (name, old) in before {
            guard let new = after[name] else {
                drifts.append(Drift(.headerRemoved, key, path: name, before: old.words, after: "nothing"))
                continue
            }
            if new.forms.isDisjoint(with: old.forms) {
                drifts.append(Drift(.headerChanged, key, path: name, before: old.words, after: new.words))
            } else if new.isOptional, !old.isOptional {
                drifts.append(Drift(.headerOptional, key, path: name, before: old.words, after: new.words))
            }
        }
        for (name, new) in after where before[name] == nil {
            drifts.append(Drift(.headerAdded, key, path: name, before: "nothing", after: new.words))
        }
        return drifts
    }

    // MARK: Wording

    private func wording(_ before: [String: Set<String>], _ after: [String: Set<String>]) -> [Drift] {
        before.compactMap { path, old in
            // A member that is gone or new is told of as such.
            guard let new = after[path], new.isDisjoint(with: old), let one = old.min(), let other = new.min() else {
                return nil
            }
            return Drift(.wordingChanged, key, path: path, before: one, after: other)
        }
    }
}
