import Foundation

/// The forms of tokens that nothing else has, so that one is known wherever somebody pasted it.
package enum TokenForm {
    /// The tokens in a text: of Atlassian's Cloud, of Data Center, and signed ones.
    package static func tokens(in text: String) -> [String] {
        // Every text of a configuration is asked about; few are as long.
        guard text.utf8.count >= shortest else { return [] }
        return named.all(in: text).map { String(text[$0]) }
            + runs.all(in: text).flatMap { personalAccessTokens(in: text[$0]) }
    }

    // By Unicode's rules, a dot between letters ends no word: `secret.ATATT…`.
    private static let named = Pattern(
        /\bAT[ACS]TT[A-Za-z0-9_=\-]{16,}|\beyJ[\w\-]{8,}\.eyJ[\w\-]{8,}(?:\.[\w\-]*)?/.wordBoundaryKind(.simple))
    /// Letters of base64 that are enough for a token of Data Center.
    package static let runs = Pattern(/[A-Za-z0-9+\/]{44,}/)

    /// In an address, parts of a path stand before a token, and a token of Data Center may hold the same slash.
    private static func personalAccessTokens(in run: Substring) -> [String] {
        let starts = [run.startIndex] + run.indices.filter { run[$0] == "/" }.map { run.index(after: $0) }
        return starts.map { String(run[$0...].prefix(44)) }.filter(isPersonalAccessToken)
    }

    /// A text that may be shown, with a mark in the place of each token.
    package static func masked(_ text: String) -> String {
        tokens(in: text).reduce(text) { $0.replacing($1, with: Redactor.mark) }
    }

    private static let shortest = 21

    /// Whether a whole text is base64 of a number, a colon and random bytes, as Data Center makes them.
    package static func isPersonalAccessToken(_ text: String) -> Bool {
        guard text.utf8.count == 44, let bytes = Data(base64Encoded: text) else { return false }
        let digits = bytes.prefix { (48...57).contains($0) }
        return digits.count >= 9 && bytes.dropFirst(digits.count).first == UInt8(ascii: ":")
    }
}
