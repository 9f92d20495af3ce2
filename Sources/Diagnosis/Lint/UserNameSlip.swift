import ConfluenceModel

/// What was pasted along with a user name.
enum UserNameSlip {
    private static let label = Pattern(/[\p{L} _\-]{2,30}\s*[:=]\s*/)
    /// As Slack writes it.
    private static let link = Pattern(/<mailto:[^|<>]+\|[^|<>]+>/)
    private static let word = Pattern(/[^\s,;:<>]+/)
    private static let email = Pattern(/[^\s:<>"',;\[\(|=]+@[^\s:<>"',;@\]\)|]+\.[^\s:<>"',;@\]\)|]+/)

    /// The name alone, and what is wrong around it; `nil` where nothing is.
    static func find(in text: String) -> (name: String, slip: SecretSlip)? {
        let text = text.trimmingEdges()
        if let inner = SecretSlip.unquoted(text) { return (inner, .quoted) }
        // What a list writes between its entries ends no name.
        let bare = String(text.reversed().drop { ",;".contains($0) }.reversed())
        if bare != text, word.isWhole(bare) { return (bare, .surrounded("a user name")) }
        let email = Self.email.first(in: text).map { String(text[$0]) }
        guard let email, email != text else { return nil }
        // A link's “mailto:”, a mail program's “Name <address>”, and a pair of which the name alone belongs here.
        let isKnown =
            text.lowercased() == "mailto:" + email.lowercased() || text.hasSuffix("<\(email)>")
            || text.hasSuffix("(\(email))")
            || text.hasPrefix(email + ":") || label.isWhole(String(text.dropLast(email.count)))
            || link.isWhole(text) || text.lowercased() == "[\(email)](mailto:\(email))".lowercased()
        return isKnown ? (email, .surrounded("an e-mail address")) : nil
    }
}
