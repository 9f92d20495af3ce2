import GRDB

/// The words that the indexes hold, as stems without accents.
extension StoreReader {
    /// Beyond so many words, a pattern is left to the index, which knows beginnings only.
    private static let mostWords = 100
    /// How many words are looked at for one pattern.
    private static let mostLooked = 5000

    /// The words that a pattern stands for, or `nil` when they are too many.
    ///
    /// Words are kept as stems, so what a pattern begins with is looked for as it is and as a stem.
    func words(for pattern: WordPattern) throws -> [String]? {
        var found: [String] = []
        var looked = 0
        for beginning in try beginnings(of: pattern) {
            var next = beginning
            while let word = try word(from: next), word.hasPrefix(beginning) {
                looked += 1
                if pattern.isBeginning || pattern.stands(for: word) { found.append(word) }
                if found.count > Self.mostWords || looked > Self.mostLooked {
                    return pattern.isBeginning ? nil : Array(found.prefix(Self.mostWords))
                }
                next = word + "\u{1}"
            }
        }
        return found
    }

    private func beginnings(of pattern: WordPattern) throws -> [String] {
        let beginning = pattern.beginning
        guard pattern.isBeginning else { return [beginning] }
        let tokenizer = try db.makeTokenizer(FTS5TokenizerDescriptor(components: [EnglishTokenizer.name]))
        guard let stem = try tokenizer.tokenize(query: beginning).first?.token, stem != beginning else {
            return [beginning]
        }
        // Of two beginnings of which one begins the other, the shorter finds all.
        if beginning.hasPrefix(stem) { return [stem] }
        return stem.hasPrefix(beginning) ? [beginning] : [beginning, stem]
    }

    /// The first word that is not before a text; the indexes find it without counting what lies between.
    private func word(from text: String) throws -> String? {
        let found: [String] = try ["content_terms", "space_terms"].compactMap { words in
            try one("SELECT term FROM \(words) WHERE term >= ? LIMIT 1", [text]) { $0[0] }
        }
        return found.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
