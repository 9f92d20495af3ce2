/// The form of e-mail addresses, which name accounts.
package enum EmailForm {
    /// Whether a text is one address and nothing else.
    package static func isOne(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
            && !text.contains { $0.isWhitespace || ":/=()\"'<>".contains($0) }
    }
}
