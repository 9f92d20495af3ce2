/// A line of two texts that are laid over one another.
package enum MergedLine: Sendable, Hashable {
    case same(String)
    /// Expected, and not found.
    case missing(String)
    /// Found, and not expected.
    case surplus(String)

    /// All lines of both, in order: those in common once, and where they differ the expected ones first.
    package static func merging(expected: [String], found: [String]) -> [MergedLine] {
        var missing: Set<Int> = []
        var surplus: Set<Int> = []
        for change in found.difference(from: expected) {
            switch change {
            case .remove(let offset, _, _): missing.insert(offset)
            case .insert(let offset, _, _): surplus.insert(offset)
            }
        }
        var lines: [MergedLine] = []
        var (left, right) = (0, 0)
        while left < expected.count || right < found.count {
            if missing.contains(left) {
                lines.append(.missing(expected[left]))
                left += 1
            } else if surplus.contains(right) {
                lines.append(.surplus(found[right]))
                right += 1
            } else {
                lines.append(.same(expected[left]))
                left += 1
                right += 1
            }
        }
        return lines
    }

    package var text: String {
        switch self {
        case .same(let text), .missing(let text), .surplus(let text): text
        }
    }

    /// As patches have it: `-` before what is missing, `+` before what is surplus.
    package var mark: Character {
        switch self {
        case .same: " "
        case .missing: "-"
        case .surplus: "+"
        }
    }
}
