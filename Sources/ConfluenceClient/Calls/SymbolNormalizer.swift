/// Replaces some of HTML's named letters, so that a stored body compares with a new one.
enum SymbolNormalizer {
    /// The letters that the Python client knows; others stay as entities.
    private static let letters: [(accent: String, plain: String, accented: String)] = [
        ("uml", "AaEeIiOoUu", "ÄäËëÏïÖöÜü"), ("acute", "AaEeIiOoUu", "ÁáÉéÍíÓóÚú"),
        ("grave", "AaEeIiOoUu", "ÀàÈèÌìÒòÙù"), ("circ", "AaEeIiOoUu", "ÂâÊêÎîÔôÛû"), ("ring", "Aa", "Åå"),
    ]

    private static let entities: [String: String] = {
        var entities = ["&deg;": "°"]
        for (accent, plain, accented) in letters {
            for (letter, replacement) in zip(plain, accented) { entities["&\(letter)\(accent);"] = String(replacement) }
        }
        return entities
    }()

    static func normalize(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return entities.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }
}

extension String {
    /// The text in small letters without blanks at its ends, the form in which bodies are compared.
    func strippedAndLowered() -> String {
        var view = Substring(self).unicodeScalars
        while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
        while let last = view.last, last.properties.isWhitespace { view.removeLast() }
        return String(view).lowercased()
    }
}
