import ArgumentParser

/// A space that a command line names.
enum SpaceOption {
    /// Refuses a key that is empty, as a variable that was never set leaves it.
    static func check(_ key: String?) throws {
        guard let key, key.allSatisfy(\.isWhitespace) else { return }
        throw ValidationError("--space is empty; name a space's key, or leave --space out")
    }
}
