/// A query's condition with denials carried down to its tests, and everything that it names looked up.
indirect enum SearchCondition {
    case all([SearchCondition])
    case any([SearchCondition])
    case test(RowTest)
    case denied(RowTest)

    /// The parts that every row must meet.
    var conjuncts: [SearchCondition] {
        if case .all(let parts) = self { parts } else { [self] }
    }

    /// Parts joined by `AND`, those that are such lists themselves taken apart.
    static func conjunction(_ parts: [SearchCondition]) -> SearchCondition {
        let flat = parts.flatMap(\.conjuncts)
        return flat.count == 1 ? flat[0] : .all(flat)
    }

    /// Parts joined by `OR`; tests that name spaces or labels become one test of all that they name.
    static func disjunction(_ parts: [SearchCondition]) -> SearchCondition {
        var flat = parts.flatMap { part in if case .any(let inner) = part { inner } else { [part] } }
        var spaces: [Int64]?
        var labels: [Int64]?
        flat.removeAll { part in
            switch part {
            case .test(.spaces(let ids)): spaces = (spaces ?? []) + ids
            case .test(.labels(let ids)): labels = (labels ?? []) + ids
            default: return false
            }
            return true
        }
        if let spaces { flat.append(.test(.spaces(spaces))) }
        if let labels { flat.append(.test(.labels(labels))) }
        return flat.count == 1 ? flat[0] : .any(flat)
    }
}

// MARK: Kinds

extension SearchCondition {
    /// The kinds that rows can have; `nil` for any.
    var kinds: Set<String>? {
        switch self {
        case .test(let test): return test.kinds
        case .denied: return nil
        case .all(let parts):
            return parts.compactMap(\.kinds).reduce(nil as Set<String>?) { $0?.intersection($1) ?? $1 }
        case .any(let parts):
            let kinds = parts.compactMap(\.kinds)
            return kinds.count == parts.count ? kinds.reduce(into: []) { $0.formUnion($1) } : nil
        }
    }
}
