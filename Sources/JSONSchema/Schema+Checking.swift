import ConfluenceModel
package import ConfluenceWire

extension Schema {
    /// Where the value is not as the schema says, in the order of the schema; empty where it fits.
    package func violations(of value: JSON) -> [SchemaViolation] {
        SchemaCheck(schema: self).violations(of: value, root, at: "", through: [])
    }
}

/// Holds values to the nodes of one schema.
private struct SchemaCheck {
    let schema: Schema

    /// - Parameter references: Those that were followed for this very value: a reference to itself asks for nothing.
    func violations(
        of value: JSON, _ node: SchemaNode, at place: String, through references: Set<String>
    ) -> [SchemaViolation] {
        node.rules.flatMap { rule -> [SchemaViolation] in
            switch rule {
            case .reference(let pointer):
                guard !references.contains(pointer), let target = schema.targets[pointer] else { return [] }
                return violations(of: value, target, at: place, through: references.union([pointer]))
            case .all(let nodes):
                return nodes.flatMap { violations(of: value, $0, at: place, through: references) }
            case .any(let nodes):
                return choice(value, nodes, isOne: false, at: place, references)
            case .one(let nodes):
                return choice(value, nodes, isOne: true, at: place, references)
            case .not(let other):
                let fits = violations(of: value, other, at: place, through: references).isEmpty
                return fits ? [SchemaViolation(place: place, message: "fits what “not” rules out")] : []
            case .conditional(let condition, let then, let otherwise):
                let fits = violations(of: value, condition, at: place, through: references).isEmpty
                return (fits ? then : otherwise).map { violations(of: value, $0, at: place, through: references) } ?? []
            default:
                return (rule.problem(with: value).map { [SchemaViolation(place: place, message: $0)] } ?? [])
                    + inside(value, rule, at: place)
            }
        }
    }

    /// Of several alternatives that all fail, the one that comes nearest tells why.
    private func choice(
        _ value: JSON, _ nodes: [SchemaNode], isOne: Bool, at place: String, _ references: Set<String>
    ) -> [SchemaViolation] {
        let outcomes = nodes.map { violations(of: value, $0, at: place, through: references) }
        let fitting = outcomes.count(where: \.isEmpty)
        if fitting == 1 || (fitting > 1 && !isOne) { return [] }
        if fitting > 1 {
            return [
                SchemaViolation(place: place, message: "fits \(fitting) alternatives of “oneOf”, where one must fit")
            ]
        }
        let nearest = outcomes.min { Self.rank($0, place) < Self.rank($1, place) } ?? []
        guard let first = nearest.first else { return [] }
        guard first.place == place else { return nearest }
        return [SchemaViolation(place: place, message: "fits none of \(nodes.count) alternatives: it \(first.message)")]
    }

    /// An alternative that fails deep inside the value is nearer than one that fails at the value itself.
    private static func rank(_ violations: [SchemaViolation], _ place: String) -> Int {
        (violations.contains { $0.place == place } ? 1000 : 0) + violations.count
    }

    /// What members and elements violate.
    private func inside(_ value: JSON, _ rule: SchemaRule, at place: String) -> [SchemaViolation] {
        switch (rule, value) {
        case (.members(let members), .object(let object)):
            object.flatMap { member in
                let inner = place.isEmpty ? member.key : "\(place).\(member.key)"
                return members.nodes(for: member.key).flatMap { node in
                    node == .nothing && members.named[member.key] == nil
                        ? [SchemaViolation(place: inner, message: "is not described, and nothing else is allowed")]
                        : violations(of: member.value, node, at: inner, through: [])
                }
            }
        case (.memberNames(let node), .object(let object)):
            object.keys.flatMap { key in
                violations(of: .string(key), node, at: "", through: []).map { violation in
                    SchemaViolation(place: place, message: "has the key “\(key)”, which \(violation.message)")
                }
            }
        case (.elements(let first, let rest), .array(let elements)):
            elements.enumerated().flatMap { index, element in
                let node = index < first.count ? first[index] : rest
                return node.map { violations(of: element, $0, at: "\(place)[\(index)]", through: []) } ?? []
            }
        case (.contains(let node, let least, let most), .array(let elements)):
            containing(elements, node, least, most, at: place)
        default: []
        }
    }

    private func containing(
        _ elements: [JSON], _ node: SchemaNode, _ least: Int, _ most: Int?, at place: String
    ) -> [SchemaViolation] {
        let count = elements.count { violations(of: $0, node, at: "", through: []).isEmpty }
        guard count < least || count > (most ?? .max) else { return [] }
        let wanted = most.map { least == $0 ? "\(least)" : "\(least) to \($0)" } ?? "at least \(least)"
        return [SchemaViolation(place: place, message: "has \(count) elements that fit “contains”, expected \(wanted)")]
    }
}

extension SchemaRule.Members {
    /// All schemas that a member of that name must meet.
    fileprivate func nodes(for key: String) -> [SchemaNode] {
        let described = [named[key]].compactMap(\.self) + patterns.filter { key.hasMatch(for: $0.key) }.map(\.value)
        return described.isEmpty ? [others].compactMap(\.self) : described
    }
}
