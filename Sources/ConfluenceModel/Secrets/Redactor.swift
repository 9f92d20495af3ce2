import Foundation

/// The second wall: takes known secrets out of any text before it is written.
///
/// The first wall is ``Secret``, which can't be printed. This one also catches a site that echoes
/// what it was sent, whole or in part, and the forms in which a secret travels (trimmed, and as HTTP Basic).
public struct Redactor: Sendable {
    private let search: ByteSearch
    private let pieces: PieceSearch

    /// What stands in the place of a secret.
    public static let mark = "‹redacted›"

    /// - Parameter secrets: The texts to take out; those shorter than four characters are left alone,
    ///   because they would also be found in ordinary words.
    public init(secrets: [String]) {
        self.init(secrets: secrets, inPart: true)
    }

    /// - Parameter inPart: Whether pieces of them are taken out, too, of which some may be known words around a secret.
    package init(secrets: [String], inPart: Bool) {
        var forms: Set<String> = []
        for secret in secrets {
            for form in [secret, secret.trimmingEdges()] where !form.dropFirst(3).isEmpty {
                forms.insert(form)
            }
        }
        search = ByteSearch(forms.flatMap(Self.spellings))
        var pieces = PieceSearch()
        for form in forms where inPart { pieces.insert(form) }
        self.pieces = pieces
    }

    /// An accent travels as a letter of its own or as a part of the letter; equal strings may differ in their bytes.
    private static func spellings(_ form: String) -> [[UInt8]] {
        let given = Array(form.utf8)
        guard given.contains(where: { $0 >= 0x80 }) else { return [given] }
        let composed = Array(form.precomposedStringWithCanonicalMapping.utf8)
        let decomposed = Array(form.decomposedStringWithCanonicalMapping.utf8)
        return Array(Set([given, composed, decomposed]))
    }

    public func redact(_ text: String) -> String {
        let whole = text.masked(search.places(in: text), by: Self.mark)
        return whole.masked(pieces.places(in: whole), by: Self.mark)
    }
}
