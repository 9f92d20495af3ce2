import Foundation

/// Text clauses and the names of people, of which there is no index: they are few.
extension TextQuery {
    /// Whether the words of a name, in their order, are what the clause looks for.
    func holds(in name: String) -> Bool {
        root?.holds(in: Self.words(of: name)) ?? false
    }

    private static func words(of name: String) -> [String] {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

extension TextNode {
    fileprivate func holds(in words: [String]) -> Bool {
        switch self {
        case .phrase(let phrase, let isPrefix): Self.holds(phrase, isPrefix: isPrefix, in: words)
        case .near(let wanted, _): wanted.allSatisfy { Self.holds([$0], isPrefix: false, in: words) }
        case .pattern(let pattern, _): words.contains(where: pattern.stands)
        case .all(let parts): parts.allSatisfy { $0.holds(in: words) }
        case .any(let parts): parts.contains { $0.holds(in: words) }
        case .without(let wanted, let unwanted): wanted.holds(in: words) && !unwanted.holds(in: words)
        }
    }

    /// Whether the words of a phrase stand one after the other in a name.
    private static func holds(_ phrase: [String], isPrefix: Bool, in words: [String]) -> Bool {
        let phrase = phrase.map { $0.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
        guard let last = phrase.last else { return false }
        return words.indices.contains { start in
            let stretch = words[start...].prefix(phrase.count)
            guard stretch.count == phrase.count, stretch.dropLast().elementsEqual(phrase.dropLast()) else {
                return false
            }
            return isPrefix ? stretch.last?.hasPrefix(last) == true : stretch.last == last
        }
    }
}
