/// Names that placeholders can hold: letters from a to z, digits, `-` and `_`.
enum PlaceholderName {
    static func isValid(_ name: String) -> Bool {
        let letters = name.utf8.map { Character(Unicode.Scalar($0)) }
        return letters.first.map { $0.isLetter || $0 == "_" } == true
            && letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }

    /// What is wrong with the name of a thing; `nil` where nothing is.
    static func problem(with name: String, of kind: String) -> String? {
        isValid(name)
            ? nil : "the name of a \(kind) is made of letters, digits, “-” and “_” and begins with a letter: “\(name)”"
    }
}
