import ArgumentParser

/// A host that a command line names, without scheme and port.
enum HostOption {
    /// The name or IP address in small letters.
    @Sendable
    static func read(_ text: String) throws -> String {
        let stands = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.:".contains($0)) }
        guard !text.isEmpty, stands, text.filter({ $0 == ":" }).count != 1 else {
            throw ValidationError("it must be a host's name or IP address, without scheme, port and path")
        }
        return text.lowercased()
    }
}
