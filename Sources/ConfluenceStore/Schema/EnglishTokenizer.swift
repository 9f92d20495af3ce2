import GRDB

/// Cuts text into English word stems, so that `deploy` finds `deploys` and `Deployment`.
///
/// SQLite's own stemmer takes `deploy` to `deploi` but `deployment` to `deploy`; this one lets them meet.
final class EnglishTokenizer: FTS5WrapperTokenizer {
    static let name = "english"

    let wrappedTokenizer: any FTS5Tokenizer

    init(db: Database, arguments: [String]) throws {
        wrappedTokenizer = try db.makeTokenizer(.porter(wrapping: .unicode61(diacritics: .remove)))
    }

    func accept(
        token: String, flags: FTS5TokenFlags, for tokenization: FTS5Tokenization,
        tokenCallback: FTS5WrapperTokenCallback
    ) throws {
        try tokenCallback(Self.joiningEndings(of: token), flags)
    }

    private static func joiningEndings(of stem: String) -> String {
        let bytes = stem.utf8
        guard bytes.last == UInt8(ascii: "y"), let before = bytes.dropLast().last, "aeiou".utf8.contains(before) else {
            return stem
        }
        return stem.dropLast() + "i"
    }
}
