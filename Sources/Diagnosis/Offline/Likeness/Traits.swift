/// What of a text counts when it is held against others: what it speaks of, and where each of that stands.
package struct Traits: Sendable {
    /// Something of which a text speaks: a concept, two of them in one sentence, what an address is for, or another word.
    package struct Trait: Sendable, Hashable {
        package var name: String
        package var kind: Kind
        var ranges: [Range<Int>]

        /// In words, for people.
        var title: String {
            switch kind {
            case .pair: name.split(separator: "+").map { "“\($0)”" }.joined(separator: " with ")
            case .concept: "“\(name)”"
            case .word: "“\(name.dropFirst())…”"
            case .address: "a request \(name.replacing("-", with: " "))"
            }
        }
    }

    package enum Kind: Sendable, Hashable {
        case concept
        case pair
        case address
        case word
    }

    package private(set) var all: [Trait] = []
    private var known: Set<String> = []

    /// Two concepts further apart than so many words say nothing together.
    private static let reach = 9

    init(_ text: FoldedText, _ addresses: [AddressClue]) {
        let words = WordReader.words(of: text, without: addresses)
        var hits: [Hit] = []
        var covered: Set<Int> = []
        for index in words.indices {
            for found in Concepts.index.concepts(at: index, of: words) {
                let range = words[index].range.lowerBound..<words[index + found.count - 1].range.upperBound
                hits.append(Hit(concept: found.name, position: index, sentence: words[index].sentence, range: range))
                covered.formUnion(index..<(index + found.count))
            }
        }
        for hit in hits { add(hit.concept, .concept, [hit.range]) }
        addPairs(hits)
        for (index, word) in words.enumerated() where !covered.contains(index) {
            if let stem = Stem.of(word.text) { add("=\(stem)", .word, [word.range]) }
        }
        for address in addresses where address.owner != .documentation {
            for name in address.traits { add(name, .address, [address.range]) }
        }
    }

    /// The traits of a text of our own.
    package init(_ text: String) {
        let folded = FoldedText(Paste(text), joinsWrappedLines: false)
        self.init(folded, AddressReader.addresses(in: folded.bytes))
    }

    /// Whether it speaks of any of these concepts.
    func speaks(of concepts: Set<String>) -> Bool { !known.isDisjoint(with: concepts) }

    private struct Hit {
        var concept: String
        var position: Int
        var sentence: Int
        var range: Range<Int>
    }

    private mutating func add(_ name: String, _ kind: Kind, _ ranges: [Range<Int>]) {
        if known.insert(name).inserted { all.append(Trait(name: name, kind: kind, ranges: ranges)) }
    }

    private mutating func addPairs(_ hits: [Hit]) {
        for (number, first) in hits.enumerated() {
            for second in hits[(number + 1)...] {
                guard second.sentence == first.sentence, second.position - first.position <= Self.reach else { break }
                guard second.concept != first.concept, second.position != first.position else { continue }
                let names = [first.concept, second.concept].sorted()
                add("\(names[0])+\(names[1])", .pair, [first.range, second.range])
            }
        }
    }
}

extension AddressClue {
    /// What a request to this address is for, as traits.
    fileprivate var traits: [String] {
        var traits: [String] = []
        if isGateway {
            traits.append("at-gateway")
        } else if host?.hasSuffix(".atlassian.net") ?? false {
            traits.append("at-cloud")
        }
        if isVersion2 { traits.append("at-v2") }
        switch target {
        case .user: traits.append("at-user")
        case .page: traits.append("at-page")
        case .pages: traits.append("at-pages")
        case .space: traits.append("at-space")
        case .search: traits.append("at-search")
        case .attachment: traits.append("at-attachment")
        case .other: break
        }
        return traits
    }
}
