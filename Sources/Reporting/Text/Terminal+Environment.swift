extension Terminal {
    /// Longer lines than these are hard to read, narrower ones leave no room for the text.
    private static let widths = 40...120

    /// What an environment asks for: `COLUMNS` sets the width, `NO_COLOR` (https://no-color.org) and a dumb terminal
    /// take colour away.
    ///
    /// - Parameters:
    ///   - isTerminal: Whether a terminal will show the text; colour is for nothing else.
    ///   - columns: How wide that terminal says it is.
    package init(environment: [String: String], isTerminal: Bool, columns: Int?) {
        let asked = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        let width = asked ?? (isTerminal ? columns ?? 80 : 100)
        let usesColor = isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
        self.init(width: min(max(width, Self.widths.lowerBound), Self.widths.upperBound), usesColor: usesColor)
    }
}
