import ConfluenceModel
import ConfluenceWire

/// A condition on the elements of a list: `@.type == 'page' && @.labels`.
indirect enum JSONPathFilter: Sendable, Hashable {
    case and(JSONPathFilter, JSONPathFilter)
    case or(JSONPathFilter, JSONPathFilter)
    case not(JSONPathFilter)
    /// Whether the path leads anywhere.
    case exists(Operand)
    case compares(Operand, Comparison, Operand)
    case matches(Operand, String)

    enum Operand: Sendable, Hashable {
        case ofElement(JSONPath)
        case ofRoot(JSONPath)
        case value(JSON)

        fileprivate func value(for element: JSON, root: JSON) -> JSON? {
            switch self {
            case .ofElement(let path): path.value(in: element)
            case .ofRoot(let path): path.value(in: root)
            case .value(let value): value
            }
        }
    }

    enum Comparison: String, Sendable, Hashable, CaseIterable {
        case equal = "=="
        case different = "!="
        case atMost = "<="
        case atLeast = ">="
        case below = "<"
        case above = ">"
    }

    func holds(for element: JSON, root: JSON) -> Bool {
        switch self {
        case .and(let one, let other): one.holds(for: element, root: root) && other.holds(for: element, root: root)
        case .or(let one, let other): one.holds(for: element, root: root) || other.holds(for: element, root: root)
        case .not(let other): !other.holds(for: element, root: root)
        case .exists(let operand): operand.isFound(for: element, root: root)
        case .compares(let left, let comparison, let right):
            comparison.holds(left.value(for: element, root: root), right.value(for: element, root: root))
        case .matches(let operand, let pattern):
            operand.value(for: element, root: root)?.plainText?.hasMatch(for: pattern) == true
        }
    }
}

extension JSONPathFilter.Operand {
    fileprivate func isFound(for element: JSON, root: JSON) -> Bool {
        switch self {
        case .ofElement(let path): path.places(in: element, of: root).isEmpty == false
        case .ofRoot(let path): path.places(in: root, of: root).isEmpty == false
        case .value(let value): value == .bool(true)
        }
    }
}

extension JSONPathFilter.Comparison {
    /// Only numbers and texts have an order; what is not there is equal to nothing but what is not there.
    fileprivate func holds(_ left: JSON?, _ right: JSON?) -> Bool {
        switch self {
        case .equal: Self.areEqual(left, right)
        case .different: !Self.areEqual(left, right)
        case .below: Self.isBelow(left, right)
        case .above: Self.isBelow(right, left)
        case .atMost: Self.isBelow(left, right) || Self.areEqual(left, right)
        case .atLeast: Self.isBelow(right, left) || Self.areEqual(left, right)
        }
    }

    private static func areEqual(_ left: JSON?, _ right: JSON?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return left.means(right)
    }

    private static func isBelow(_ left: JSON?, _ right: JSON?) -> Bool {
        if let left = left?.doubleValue, let right = right?.doubleValue { return left < right }
        if let left = left?.stringValue, let right = right?.stringValue { return left < right }
        return false
    }
}
