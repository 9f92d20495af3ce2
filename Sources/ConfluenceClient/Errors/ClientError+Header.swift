import ConfluenceWire

extension ClientError {
    /// What Python raises before anything is sent when a header holds a character outside of Latin-1.
    static func forHeader(_ field: Headers.Field) -> ClientError? {
        for (position, scalar) in field.value.unicodeScalars.enumerated() where scalar.value > 0xFF {
            let escape =
                scalar.value > 0xFFFF
                ? "\\U" + scalar.value.hexadecimal(digits: 8).lowercased()
                : "\\u" + scalar.value.hexadecimal(digits: 4).lowercased()
            return ClientError(
                "UnicodeEncodeError",
                "'latin-1' codec can't encode character '\(escape)' in position \(position): ordinal not in range(256)")
        }
        return nil
    }
}
