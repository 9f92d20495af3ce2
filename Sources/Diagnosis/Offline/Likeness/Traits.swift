/// What of a text counts when it is held against others: what it speaks of, and where each of that stands.
package struct Traits: Sendable {
    /// Something of which a text speaks.
    package struct Trait: Sendable, Hashable {
        package var name: String
        package var kind: Kind
        /// How much it counts beside the others.
        package var amount: Double
        var ranges: [Range<Int>]
        /// In words, for people.
        var title: String
    }

    package enum Kind: Sendable, Hashable {
        /// A thing or a state, by whatever word.
        case concept
        /// Two concepts in one sentence.
        case pair
        /// What an address is for.
        case address
        /// A symptom that was found.
        case symptom
        /// A word as it stands.
        case word
        /// A few letters of a word, which its forms and its kin of other languages share.
        case letters
    }

    package private(set) var all: [Trait] = []
    private var known: Set<String> = []

    /// Two concepts further apart than so many words say nothing together.
    private static let reach = 9
    /// Pairs repeat what their concepts say, and letters are met by chance.
    private static let amounts: [Kind: Double] = [
        .concept: 1, .address: 1, .pair: 0.5, .symptom: 2, .word: 0.7, .letters: 0.35,
    ]
    /// What the name of a trait of letters begins with.
    package static let markOfLetters = "="
    /// And that of a trait of a word.
    private static let markOfWords = "'"
    static func name(ofSymptom name: String) -> String { "!\(name)" }
    /// Words beyond so many are left out, with their letters.
    private static let mostSpelt = 1200

    init(_ text: FoldedText, _ addresses: [AddressClue], _ clues: [Clue], _ settings: [SettingsReader.Setting]) {
        let words = WordReader.words(of: text, without: addresses)
        var hits: [Hit] = []
        for index in words.indices {
            for found in Concepts.index.concepts(at: index, of: words) {
                let range = words[index].range.lowerBound..<words[index + found.count - 1].range.upperBound
                hits.append(Hit(concept: found.name, position: index, sentence: words[index].sentence, range: range))
            }
        }
        for hit in hits { add(hit.concept, .concept, [hit.range], "“\(hit.concept)”") }
        addPairs(hits)
        for address in addresses where address.owner != .documentation {
            for name in address.traits {
                add(name, .address, [address.range], "a request \(name.replacing("-", with: " "))")
            }
        }
        for setting in settings { add(setting.trait, .address, [setting.range], setting.meaning) }
        for clue in clues where clue.trust > Self.leastTrust {
            add(Self.name(ofSymptom: clue.name), .symptom, [clue.range], clue.meaning, trust: clue.trust)
        }
        addWords(words)
    }

    private static let leastTrust = 0.1

    /// The traits of a text of our own.
    package init(_ text: String) { self = PasteReading(Paste(text)).traits }

    /// What is left of them outside some lines of the text.
    func outside(_ lines: Set<Int32>, of text: FoldedText) -> Traits {
        var left = self
        left.all = all.filter { trait in
            trait.kind != .symptom && !trait.ranges.contains { lines.contains(text.lines[$0.lowerBound]) }
        }
        return left
    }

    /// Whether it speaks of any of these concepts.
    func speaks(of concepts: Set<String>) -> Bool { !known.isDisjoint(with: concepts) }

    /// Whether it names anything that a wiki, its clients or the way to it have; everyday sentences only tell of states.
    var speakOfThings: Bool {
        speaks(of: Concepts.namesOfThings) || all.contains { [.address, .symptom].contains($0.kind) }
    }

    private struct Hit {
        var concept: String
        var position: Int
        var sentence: Int
        var range: Range<Int>
    }

    private mutating func add(
        _ name: String, _ kind: Kind, _ ranges: [Range<Int>], _ title: @autoclosure () -> String, trust: Double = 1
    ) {
        guard known.insert(name).inserted else { return }
        let amount = (Self.amounts[kind] ?? 1) * trust
        all.append(Trait(name: name, kind: kind, amount: amount, ranges: ranges, title: title()))
    }

    private mutating func addPairs(_ hits: [Hit]) {
        for (number, first) in hits.enumerated() {
            for second in hits[(number + 1)...] {
                guard second.sentence == first.sentence, second.position - first.position <= Self.reach else { break }
                guard second.concept != first.concept, second.position != first.position else { continue }
                let names = [first.concept, second.concept].sorted()
                add(
                    "\(names[0])+\(names[1])", .pair, [first.range, second.range],
                    "“\(names[0])” with “\(names[1])”")
            }
        }
    }

    private mutating func addWords(_ words: [Word]) {
        var spelt: Set<String> = []
        for word in words where spelt.count < Self.mostSpelt && spelt.insert(word.text).inserted {
            if let common = word.common {
                add(Self.markOfWords + common, .word, [word.range], "“\(word.text)”")
            }
            for letters in Letters.of(word.text) {
                add(Self.markOfLetters + letters, .letters, [word.range], "“\(word.text)”")
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
