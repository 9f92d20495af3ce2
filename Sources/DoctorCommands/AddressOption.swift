import ConfluenceWire

/// Addresses that a command line names, which may hold the password of a proxy or a site.
enum AddressOption {
    static func read(_ text: String, of option: String) throws(CommandFailure) -> WebAddress {
        do {
            return try WebAddress(parsing: text)
        } catch {
            throw .usage("\(option) \(shown(text)): \(error)")
        }
    }

    /// The address from its host on, where something stands before it that may be secret.
    static func shown(_ text: String) -> String {
        text.lastIndex(of: "@").map { "…" + text[$0...] } ?? text
    }
}
