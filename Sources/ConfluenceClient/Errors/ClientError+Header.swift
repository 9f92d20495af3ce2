import ConfluenceModel
import ConfluenceWire

extension ClientError {
    /// What Python raises before anything is sent when a header's value holds characters outside of Latin-1.
    static func forText(_ text: String) -> ClientError? {
        let scalars = Array(text.unicodeScalars)
        guard let start = scalars.firstIndex(where: { $0.value > 0xFF }) else { return nil }
        // Those in a row are told of together, by their places alone.
        let end = scalars[start...].firstIndex { $0.value <= 0xFF } ?? scalars.endIndex
        let what =
            end - start > 1
            ? "characters in position \(start)-\(end - 1)"
            : "character '\(escape(scalars[start]))' in position \(start)"
        return ClientError(
            "UnicodeEncodeError", "'latin-1' codec can't encode \(what): ordinal not in range(256)")
    }

    /// The same for HTTP Basic, whose name and password are made bytes one after the other.
    static func forBasic(_ authentication: Authentication) -> ClientError? {
        guard case .basic(let user, let secret) = authentication else { return nil }
        return forText(user) ?? forText(secret.revealed(for: .authorizationHeader))
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        scalar.value > 0xFFFF
            ? "\\U" + scalar.value.hexadecimal(digits: 8).lowercased()
            : "\\u" + scalar.value.hexadecimal(digits: 4).lowercased()
    }
}
