/// Names that placeholders can hold: letters, digits, `-` and `_`.
enum PlaceholderName {
    static func isValid(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, !name.isEmpty else { return false }
        return !("0"..."9").contains(first)
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_".unicodeScalars.contains($0)
            }
    }

    /// What is wrong with the name of a thing; `nil` where nothing is.
    static func problem(with name: String, of kind: String) -> String? {
        isValid(name)
            ? nil : "the name of a \(kind) is made of letters, digits, “-” and “_” and begins with a letter: “\(name)”"
    }
}
