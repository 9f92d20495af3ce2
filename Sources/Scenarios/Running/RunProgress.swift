package import ConfluenceModel

/// How far a run has come.
package struct RunProgress: Sendable {
    package var total: Int
    package var finished = 0
    package var failed = 0
    /// The names of what is under way, the oldest first.
    package var underWay: [String] = []
    /// Results that can be told now: they come in the order of the run, whichever was done first.
    package var told: [ScenarioResult] = []

    package init(total: Int) {
        self.total = total
    }
}
