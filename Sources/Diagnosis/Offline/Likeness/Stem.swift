/// The part of a word that its forms have in common, for words that no concept has.
enum Stem {
    /// `nil` for words that say nothing by themselves.
    static func of(_ word: String) -> String? {
        guard word.utf8.count >= 3, !fillers.contains(word), !word.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        for ending in ["ing", "ed", "es", "ly", "s", "e"]
        where word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= 4 {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    private static let fillers: Set<String> = [
        "the", "and", "for", "that", "this", "with", "from", "our", "you", "was", "are", "has", "have", "had", "which",
        "who", "but", "its", "not", "does", "http", "https", "www", "com", "org", "net", "example", "error", "failed",
        "confluence", "atlassian",
    ]
}
