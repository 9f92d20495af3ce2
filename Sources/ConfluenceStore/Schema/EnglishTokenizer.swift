import GRDB

/// Cuts text into English word stems, so that `deploy` finds `deploys` and `Deployment`.
///
/// SQLite's own stemmer takes `deploy` to `deploi` but `deployment` to `deploy`; this one lets them meet.
final class EnglishTokenizer: FTS5CustomTokenizer {
    static let name = "english"

    private let stemmer: any FTS5Tokenizer

    init(db: Database, arguments: [String]) throws {
        stemmer = try db.makeTokenizer(.porter(wrapping: .unicode61(diacritics: .remove)))
    }

    /// Where a stem is to go.
    private struct Receiver {
        let context: UnsafeMutableRawPointer?
        let callback: FTS5TokenCallback
    }

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
        tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        var receiver = Receiver(context: context, callback: tokenCallback)
        return withUnsafeMutablePointer(to: &receiver) { receiver in
            // A C function can't capture: what it needs comes to it as its context. Nothing is copied but the rare
            // stem that is changed, since an index is made of very many.
            stemmer.tokenize(context: receiver, tokenization: tokenization, pText: pText, nText: nText) {
                context, flags, stem, length, start, end in
                guard let receiver = context?.assumingMemoryBound(to: Receiver.self).pointee else { return 0 }
                guard let stem, EnglishTokenizer.hasOpenEnding(stem, Int(length)) else {
                    return receiver.callback(receiver.context, flags, stem, length, start, end)
                }
                var joined = Array(UnsafeBufferPointer(start: stem, count: Int(length)))
                joined[joined.count - 1] = CChar(UInt8(ascii: "i"))
                return receiver.callback(receiver.context, flags, joined, length, start, end)
            }
        }
    }

    /// Whether a stem ends in a vowel and a `y`, which the stemmer spells with an `i` elsewhere.
    private static func hasOpenEnding(_ stem: UnsafePointer<CChar>, _ length: Int) -> Bool {
        guard length > 1, UInt8(bitPattern: stem[length - 1]) == UInt8(ascii: "y") else { return false }
        return "aeiou".utf8.contains(UInt8(bitPattern: stem[length - 2]))
    }
}
