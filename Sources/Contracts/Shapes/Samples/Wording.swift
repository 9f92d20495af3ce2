import ConfluenceWire

/// What a refusal says, as a template: words of the product stay, all else gives way to `{id}` or `{text}`.
package enum Wording {
    /// The members of refusals that hold sentences.
    static let members: Set<String> = ["message", "title", "detail", "error", "reason", "errorMessages", "code", "key"]

    /// The template of a sentence; a template's own is itself.
    package static func template(of text: String) -> String {
        var written = ""
        for chunk in chunks(of: text) {
            // What is data for sure stands once, however many words it had.
            if chunk == place, written.hasSuffix(place) { continue }
            if chunk == place, written.hasSuffix(place + " ") {
                written.removeLast()
                continue
            }
            written += chunk
        }
        return written
    }

    static let place = "{text}"
    static let number = "{id}"

    /// Words, each kept or replaced, and what stands between them.
    private static func chunks(of text: String) -> [String] {
        var chunks: [String] = []
        var rest = Substring(text.prefix(2000))
        while let first = rest.first {
            if let mark = [place, number].first(where: rest.hasPrefix) {
                chunks.append(mark)
                rest = rest.dropFirst(mark.count)
            } else if first.isASCII, first.isLetter || first.isNumber {
                let run = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || "_-".contains($0) && $0 != " " }
                chunks.append(kept(run))
                rest = rest.dropFirst(run.count)
            } else {
                chunks.append(isPlain(first) ? String(first) : place)
                rest = rest.dropFirst()
            }
        }
        return chunks
    }

    private static func kept(_ run: Substring) -> String {
        if run.allSatisfy(\.isNumber) { return run.count <= 3 && statuses.contains(String(run)) ? String(run) : number }
        let words = humps(of: run)
        return !words.isEmpty && words.allSatisfy { vocabulary.contains($0) } ? String(run) : place
    }

    /// `NotFoundException` as not, found and exception; empty where there is anything but letters in it.
    private static func humps(of run: Substring) -> [String] {
        var words: [String] = []
        var wasCapital = false
        for character in run {
            guard character.isLetter || character == "_" || character == "-" else { return [] }
            if character == "_" || character == "-" {
                words.append("")
            } else if words.isEmpty || (character.isUppercase && !wasCapital) {
                words.append(character.lowercased())
            } else {
                words[words.count - 1] += character.lowercased()
            }
            wasCapital = character.isUppercase
        }
        return words.filter { !$0.isEmpty }
    }

    private static func isPlain(_ character: Character) -> Bool {
        " .,:;!?()[]{}'\"=/<>|&#*+-_“”‘’…".contains(character)
    }

    /// Numbers that are words of the product: those of HTTP.
    private static let statuses: Set<String> = [
        "400", "401", "403", "404", "405", "406", "409", "410", "412", "413", "415", "422", "429", "500", "501", "502",
        "503",
    ]

    private static let vocabulary: Set<String> = WordingVocabulary.words
}
