import ConfluenceModel
import ConfluenceWire

extension SchemaRule {
    /// What is wrong with the value itself, not with what is inside it; `nil` where nothing is.
    func problem(with value: JSON) -> String? {
        switch self {
        case .never: return "is not allowed"
        case .types(let kinds):
            guard !kinds.contains(where: { $0.takes(value) }) else { return nil }
            return "is \(value.kindName) (\(value.brief)), expected \(kinds.map(\.rawValue).joined(separator: " or "))"
        case .oneOfValues(let values):
            guard !values.contains(where: value.means) else { return nil }
            let words = values.map(\.brief).joined(separator: ", ")
            return "is \(value.brief), expected \(values.count == 1 ? words : "one of \(words)")"
        case .number(let bound, let limit):
            guard let number = value.doubleValue, !bound.takes(number, limit) else { return nil }
            return "is \(value.brief), expected \(bound.rawValue) \(Self.plain(limit))"
        case .multiple(let factor):
            guard let number = value.doubleValue, !Self.isMultiple(number, of: factor) else { return nil }
            return "is \(value.brief), expected a multiple of \(Self.plain(factor))"
        case .size(let sized, let least, let most):
            guard let size = sized.size(of: value), size < (least ?? 0) || size > (most ?? .max) else { return nil }
            let wanted = [least.map { "at least \($0)" }, most.map { "at most \($0)" }].compactMap(\.self)
            return "has \(size) \(sized.rawValue), expected \(wanted.joined(separator: " and "))"
        case .pattern(let pattern):
            guard let text = value.stringValue, !text.hasMatch(for: pattern) else { return nil }
            return "is \(value.brief), which does not match \(pattern)"
        case .format(let format):
            guard let text = value.stringValue, !format.takes(text) else { return nil }
            return "is \(value.brief), which is no \(format.rawValue)"
        case .required(let names, let present):
            guard let object = value.objectValue, present.map({ object[$0] != nil }) ?? true else { return nil }
            let missing = names.filter { object[$0] == nil }.map { "“\($0)”" }
            guard !missing.isEmpty else { return nil }
            let reason = present.map { ", which is needed beside “\($0)”" } ?? ""
            return "has no \(missing.joined(separator: " and no "))\(reason)"
        case .unique:
            guard let elements = value.arrayValue else { return nil }
            let twin = elements.indices.first { index in elements[..<index].contains(where: elements[index].means) }
            return twin.map { "has the element \(elements[$0].brief) twice" }
        case .members, .memberNames, .elements, .contains, .all, .any, .one, .not, .conditional, .reference:
            return nil
        }
    }

    private static func isMultiple(_ number: Double, of factor: Double) -> Bool {
        let quotient = number / factor
        return abs(quotient - quotient.rounded()) < 1e-9
    }

    private static func plain(_ number: Double) -> String {
        Int64(exactly: number).map(String.init) ?? String(number)
    }
}

extension SchemaRule.Bound {
    fileprivate func takes(_ number: Double, _ limit: Double) -> Bool {
        switch self {
        case .atLeast: number >= limit
        case .atMost: number <= limit
        case .above: number > limit
        case .below: number < limit
        }
    }
}

extension SchemaRule.Sized {
    fileprivate func size(of value: JSON) -> Int? {
        switch self {
        case .characters: value.stringValue?.unicodeScalars.count
        case .elements: value.arrayValue?.count
        case .members: value.objectValue?.count
        }
    }
}

extension JSON {
    fileprivate var brief: String {
        let text = compactText
        return text.count <= 80 ? text : "\(text.prefix(79))…"
    }
}
