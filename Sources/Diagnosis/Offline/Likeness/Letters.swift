/// Runs of four letters of a word, of which its beginning and its end are two: `_page`, “page_” and what is between.
enum Letters {
    private static let length = 4
    /// Longer words are cut.
    private static let longest = 18

    static func of(_ word: String) -> [String] {
        let scalars = ["_" as Unicode.Scalar] + word.unicodeScalars.prefix(longest) + ["_"]
        // Arrows, frames and invisible characters are no letters.
        guard scalars.count >= length, scalars.allSatisfy({ $0.isASCII || $0.properties.isAlphabetic }) else {
            return []
        }
        return (0...(scalars.count - length)).map { start in
            String(String.UnicodeScalarView(scalars[start..<(start + length)]))
        }
    }
}
