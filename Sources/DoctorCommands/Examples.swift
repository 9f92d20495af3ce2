import ArgumentParser

extension CommandConfiguration {
    /// The same with command lines to begin with at the end of its help.
    ///
    /// - Parameter examples: What follows `confluence-doctor`.
    func showing(_ examples: String...) -> CommandConfiguration {
        var shown = self
        let title = examples.count == 1 ? "Example:" : "Examples:"
        let lines = [title] + examples.map { "  confluence-doctor " + $0 }
        shown.discussion += (discussion.isEmpty ? "" : "\n\n") + lines.joined(separator: "\n")
        return shown
    }
}
