/// The text of a body as a reader selects it, each byte with the place in the source that it comes from.
struct SelectableText {
    /// White space of any kind is one blank.
    private(set) var bytes: [UInt8] = []
    /// Where in the source each byte's character begins and ends; `nil` between blocks.
    private(set) var places: [Range<Int>?] = []

    /// `nil` for a body that is not well-formed.
    init?(_ source: String) {
        var tokenizer = Tokenizer(source)
        var silent = 0
        do {
            while let token = try tokenizer.next() {
                switch token {
                case .startTag(let tag):
                    if !PlainText.inlineElements.contains(tag.name) { breakBlock() }
                    if !tag.isEmpty, Self.silentElements.contains(tag.name) { silent += 1 }
                case .endTag(let name):
                    try tokenizer.finishEndTag()
                    if !PlainText.inlineElements.contains(name) { breakBlock() }
                    if Self.silentElements.contains(name) { silent -= 1 }
                case .text where silent == 0: try add(tokenizer.tokenStart..<tokenizer.index, tokenizer)
                case .text, .cdata, .comment, .instruction: break
                }
            }
        } catch {
            return nil
        }
    }

    /// What steers macros and names resources can't be selected.
    private static let silentElements: Set<String> = [
        "ac:parameter", "ac:plain-text-body", "ac:plain-text-link-body", "ac:task-id", "ac:task-uuid", "ac:task-status",
        "ac:placeholder",
    ]

    private mutating func breakBlock() {
        guard bytes.last != Self.blank else { return }
        bytes.append(Self.blank)
        places.append(nil)
    }

    private mutating func add(_ range: Range<Int>, _ tokenizer: Tokenizer) throws(StorageFormatError) {
        var reader = tokenizer
        reader.index = range.lowerBound
        while reader.index < range.upperBound {
            let start = reader.index
            var character: [UInt8] = []
            try reader.readCharacter(into: &character)
            if character == [0xC2, 0xA0] || character.allSatisfy(\.isXMLSpace) {
                guard bytes.last != Self.blank else {
                    widenLast(to: reader.index)
                    continue
                }
                character = [Self.blank]
            }
            for byte in character {
                bytes.append(byte)
                places.append(start..<reader.index)
            }
        }
    }

    /// Lets the last blank stand for more of the source.
    private mutating func widenLast(to end: Int) {
        guard let last = places.last, let place = last else { return }
        places[places.count - 1] = place.lowerBound..<end
    }

    private static let blank = UInt8(ascii: " ")

    /// The places of a text, in order, none overlapping another.
    func matches(of selection: String) -> [Range<Int>] {
        let words = selection.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let wanted = Array(words.utf8)
        guard let first = wanted.first else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while index + wanted.count <= bytes.count {
            let end = index + wanted.count
            if bytes[index] == first, bytes[index..<end].elementsEqual(wanted) {
                found.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }
}
