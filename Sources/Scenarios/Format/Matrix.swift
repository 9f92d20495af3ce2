import Documents

/// The axes of a scenario's matrix, and which of their combinations are left out.
struct Matrix: Sendable {
    private var axes: [Axis] = []
    private var excluded: [[String: String]] = []

    private struct Axis: Sendable {
        var name: String
        var values: [Value]
    }

    private struct Value: Sendable {
        var name: String
        var node: DocumentNode
    }

    /// One choice of a value for each axis.
    struct Choice: Sendable {
        var combination: MatrixCombination
        var values: [String: DocumentNode]
    }

    static let largest = 1000

    init(_ node: DocumentNode) throws(DocumentError) {
        let mapping = try node.mapping()
        for entry in mapping.entries where entry.key != "exclude" {
            axes.append(Axis(name: entry.key, values: try Self.values(entry.value)))
        }
        guard !axes.isEmpty else { throw node.error("a matrix needs at least one axis, such as “deployment: [cloud]”") }
        for element in try mapping.list("exclude") { excluded.append(try exclusion(element)) }
        let count = axes.reduce(1) { min($0 * $1.values.count, Self.largest + 1) }
        guard count <= Self.largest else { throw node.error("this matrix has more than \(Self.largest) combinations") }
        guard !choices.isEmpty else { throw node.error("every combination of this matrix is excluded") }
    }

    /// All combinations that are not excluded; the last axis changes first.
    var choices: [Choice] {
        var choices = [Choice(combination: MatrixCombination(), values: [:])]
        for axis in axes {
            choices = choices.flatMap { choice in
                axis.values.map { value in
                    var choice = choice
                    choice.combination.values.append(.init(axis: axis.name, name: value.name))
                    choice.values[axis.name] = value.node
                    return choice
                }
            }
        }
        return choices.filter { choice in
            !excluded.contains { exclusion in
                exclusion.allSatisfy { choice.combination[$0.key] == $0.value }
            }
        }
    }

    private static func values(_ node: DocumentNode) throws(DocumentError) -> [Value] {
        var values: [Value] = []
        for element in try node.list() {
            let name = try name(of: element)
            guard !values.contains(where: { $0.name == name }) else {
                throw element.error("the value “\(name)” stands twice in this axis")
            }
            values.append(Value(name: name, node: element))
        }
        guard !values.isEmpty else { throw node.error("an axis needs at least one value") }
        return values
    }

    private static func name(of node: DocumentNode) throws(DocumentError) -> String {
        guard case .mapping = node.content else { return try node.text() }
        guard let name = try node.mapping()["name"] else {
            throw node.error("a mapping in a matrix needs a “name”, by which its scenarios are told apart")
        }
        return try name.text()
    }

    private func exclusion(_ node: DocumentNode) throws(DocumentError) -> [String: String] {
        var exclusion: [String: String] = [:]
        for entry in try node.mapping().entries {
            guard let axis = axes.first(where: { $0.name == entry.key }) else {
                throw entry.error(DocumentNode.unknown("axis", entry.key, among: axes.map(\.name)))
            }
            let name = try entry.value.text()
            guard axis.values.contains(where: { $0.name == name }) else {
                let known = axis.values.map(\.name)
                throw entry.value.error(DocumentNode.unknown("value of \(axis.name)", name, among: known))
            }
            exclusion[axis.name] = name
        }
        guard !exclusion.isEmpty else { throw node.error("at least one axis is expected, such as {deployment: cloud}") }
        return exclusion
    }
}
