import Synchronization

/// A regular expression that is kept: one that is written where it is used is read and compiled anew each time, which takes
/// longer than most texts take to be looked through.
package struct Pattern<Output>: ~Copyable, Sendable {
    /// A compiled expression may be used by one thread at a time.
    private let regex: Mutex<Regex<Output>>

    package init(_ regex: sending Regex<Output>) {
        self.regex = Mutex(regex)
    }

    /// Whether the whole text has that form.
    package func isWhole(_ text: String) -> Bool {
        regex.withLock { text.wholeMatch(of: $0) != nil }
    }

    /// What is read out of a text that has that form as a whole.
    package func whole<Read: Sendable>(_ text: String, read: @Sendable (Output) -> Read) -> Read? {
        regex.withLock { text.wholeMatch(of: $0).map { read($0.output) } }
    }

    package func first(in text: String) -> Range<String.Index>? {
        regex.withLock { text.firstMatch(of: $0)?.range }
    }

    /// What is read out of each place that has that form.
    package func all<Read: Sendable>(in text: String, read: @Sendable (Output) -> Read) -> [Read] {
        regex.withLock { text.matches(of: $0).map { read($0.output) } }
    }

    package func all(in text: String) -> [Range<String.Index>] {
        regex.withLock { text.matches(of: $0).map(\.range) }
    }
}
