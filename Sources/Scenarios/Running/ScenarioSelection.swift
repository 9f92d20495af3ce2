/// Which of the scenarios that were found are run.
package struct ScenarioSelection: Sendable {
    /// A regular expression that must match in the name or in the file's path.
    package var filter: String?
    /// A scenario must have one of these tags; none lets all pass.
    package var tags: [String]

    package init(filter: String? = nil, tags: [String] = []) {
        self.filter = filter
        self.tags = tags
    }

    /// Why a selection can't be made.
    package struct Invalid: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
    }

    package func apply(to scenarios: [Scenario]) throws(Invalid) -> [Scenario] {
        let pattern: Regex<AnyRegexOutput>?
        do {
            pattern = try filter.map { try Regex($0) }
        } catch {
            throw Invalid(description: "the filter “\(filter ?? "")” is not a regular expression: \(error)")
        }
        let chosen = scenarios.filter { scenario in
            (tags.isEmpty || tags.contains(where: scenario.tags.contains))
                && (pattern.map { scenario.name.contains($0) || scenario.file.contains($0) } ?? true)
        }
        guard chosen.isEmpty, !scenarios.isEmpty else { return chosen }
        let known = Set(scenarios.flatMap(\.tags)).sorted().joined(separator: ", ")
        throw Invalid(
            description:
                "none of the \(scenarios.count) scenarios is chosen; their tags are \(known.isEmpty ? "none" : known)")
    }
}
