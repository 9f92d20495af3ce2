import Foundation

/// A word that stands for several: `fend*`, `f?nder`, `fendre~`.
struct WordPattern: Hashable {
    /// The word as it was written, lower-case and without accents; wildcards are part of it.
    let text: String
    let kind: Kind

    enum Kind: Hashable {
        case wildcards
        /// Words that so many changed letters lead to.
        case similar(Int)
    }

    init(_ text: String, _ kind: Kind) {
        self.text = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        self.kind = kind
    }

    /// What every word that it stands for begins with.
    var beginning: String {
        switch kind {
        case .wildcards: String(text.prefix { $0 != "*" && $0 != "?" })
        case .similar: String(text.prefix(1))
        }
    }

    /// Whether it stands for all words of that beginning.
    var isBeginning: Bool { kind == .wildcards && text == beginning + "*" }

    /// - Parameter words: The words that it stands for, where they are known and not too many.
    func match(_ words: [String]?) -> String? {
        if let words {
            let stems = words.map { "\"\(EnglishTokenizer.stemMark)\($0)\"" }
            return stems.isEmpty ? nil : stems.joined(separator: " OR ")
        }
        switch kind {
        case .wildcards: return isBeginning ? "\"\(beginning)\"*" : nil
        case .similar: return "\"\(text)\""
        }
    }

    func stands(for word: String) -> Bool {
        switch kind {
        case .wildcards: Self.covers(Array(text.unicodeScalars), Array(word.unicodeScalars))
        case .similar(let most):
            Self.distance(Array(text.unicodeScalars), Array(word.unicodeScalars), most: most) <= most
        }
    }

    /// Whether a pattern covers a whole word; walks both once and goes back only to the last `*`.
    private static func covers(_ pattern: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Bool {
        var (place, at) = (0, 0)
        var star: (place: Int, at: Int)?
        while at < word.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, at)
                place += 1
            } else if place < pattern.count, pattern[place] == "?" || pattern[place] == word[at] {
                place += 1
                at += 1
            } else if let last = star {
                star = (last.place, last.at + 1)
                (place, at) = (last.place + 1, last.at + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }

    /// How many letters have to be added, dropped or changed to come from one word to the other.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], most: Int) -> Int {
        guard abs(one.count - other.count) <= most else { return most + 1 }
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in 1..<(other.count + 1) {
                let cost = letter == other[column - 1] ? 0 : 1
                (diagonal, row[column]) = (
                    row[column], min(diagonal + cost, row[column] + 1, row[column - 1] + 1)
                )
            }
        }
        return row[other.count]
    }
}
