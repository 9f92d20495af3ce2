/// What came of removing what a run has created.
package struct SweepReport: Sendable, Hashable {
    package struct Removed: Sendable, Hashable {
        package var id: String
        package var title: String?
        package var purged: Bool
    }

    package struct Left: Sendable, Hashable {
        package var id: String
        package var title: String?
        package var reason: String
    }

    package var removed: [Removed] = []
    /// What the run has created and is still there.
    package var left: [Left] = []
    /// Other people's content that was found below, and left alone.
    package var foreign: [Left] = []

    package init() {}

    /// Whether nothing of the run is left on the site.
    package var isClean: Bool { left.isEmpty }

    /// One line for each thing, as a person reads it.
    package var lines: [String] {
        func name(_ id: String, _ title: String?) -> String { title.map { "“\($0)” (\(id))" } ?? id }
        return removed.map { "removed \(name($0.id, $0.title))\($0.purged ? "" : "; it is in the trash of its space")" }
            + left.map { "left \(name($0.id, $0.title)): \($0.reason)" }
            + foreign.map { "not touched: \(name($0.id, $0.title)), \($0.reason)" }
    }
}
