import ArgumentParser

/// A length of time as people write it: `30s`, `5m`, `1h`, `2d`.
struct Span: Codable, Sendable, Hashable, CustomStringConvertible {
    var duration: Duration

    init(_ duration: Duration) {
        self.duration = duration
    }

    var description: String {
        let seconds = duration.components.seconds
        if seconds % 3600 == 0 { return "\(seconds / 3600)h" }
        return seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
    }

    /// Reads the value of an option.
    init(option text: String) throws {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let last = text.last, let unit = units[last], let count = Int(text.dropLast()),
            (1...1_000_000).contains(count)
        else { throw ValidationError("a length of time is a number with s, m, h or d behind it, such as 30s or 5m") }
        duration = .seconds(count * unit)
    }
}
