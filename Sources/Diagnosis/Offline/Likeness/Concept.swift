/// A thing or a state with the words that people have for it, so that texts are compared by what they tell.
struct Concept: Sendable, Hashable {
    var name: String
    var words: [String]

    /// - Parameter words: Divided by commas; `*` stands for any ending, or before a word for any beginning.
    init(_ name: String, _ words: String) {
        self.name = name
        self.words = words.split(separator: ",").map { $0.trimmingPrefix { $0 == " " }.lowercased() }
    }
}

/// What a text may tell, by words of several languages and programs; the words are our own, none is of one report.
enum Concepts {
    static let all = things + states + otherLanguages + eastern
    static let index = ConceptIndex(all)
    static let namesOfThings = Set(things.map(\.name))
}

/// Finds the concepts of which a text speaks.
struct ConceptIndex: Sendable {
    private struct Entry: Sendable {
        var words: [String]
        /// Whether the last word may go on.
        var isOpen: Bool
        var concept: String
    }

    /// By their first word.
    private var entries: [String: [Entry]] = [:]
    /// By how a word begins.
    private var beginnings: [String: [String]] = [:]
    private var shortestBeginning = Int.max
    private var longestBeginning = 0
    /// What a long word, such as the name of an error's class, may hold.
    private var parts = WordParts()

    init(_ concepts: [Concept]) {
        for concept in concepts {
            for text in concept.words { add(text, concept.name) }
        }
    }

    private mutating func add(_ text: String, _ concept: String) {
        let isOpen = text.hasSuffix("*")
        let words = WordReader.words(of: FoldedText(Paste(text), joinsWrappedLines: false)).map(\.text)
        guard let first = words.first else { return }
        if text.hasPrefix("*") {
            parts.add(first, concept)
        } else if isOpen, words.count == 1 {
            beginnings[first, default: []].append(concept)
            shortestBeginning = min(shortestBeginning, first.utf8.count)
            longestBeginning = max(longestBeginning, first.utf8.count)
        } else {
            entries[first, default: []].append(Entry(words: words, isOpen: isOpen, concept: concept))
        }
    }

    /// The concepts that begin with the word of that number, each with how many words it takes.
    func concepts(at index: Int, of words: [Word]) -> [(name: String, count: Int)] {
        let word = words[index].text
        var found: [(name: String, count: Int)] = []
        for entry in entries[word] ?? [] where matches(entry, at: index, of: words) {
            found.append((entry.concept, entry.words.count))
        }
        let length = word.utf8.count
        if length >= shortestBeginning {
            for count in shortestBeginning...min(length, max(longestBeginning, shortestBeginning)) {
                guard let known = beginnings[String(decoding: Array(word.utf8.prefix(count)), as: UTF8.self)] else {
                    continue
                }
                found += known.map { ($0, 1) }
            }
        }
        if word.hasSuffix("n't") { found.append(("not", 1)) }
        if length >= Self.lengthOfNames {
            for concept in parts.concepts(in: word) { found.append((concept, 1)) }
        }
        return found
    }

    /// Shorter words hold no other.
    private static let lengthOfNames = 7

    private func matches(_ entry: Entry, at index: Int, of words: [Word]) -> Bool {
        guard index + entry.words.count <= words.count else { return false }
        for (offset, expected) in entry.words.enumerated() {
            let word = words[index + offset]
            guard word.sentence == words[index].sentence else { return false }
            let isLast = offset == entry.words.count - 1
            guard word.text == expected || (isLast && entry.isOpen && word.text.hasPrefix(expected)) else {
                return false
            }
        }
        return true
    }
}
