/// Takes the macros out of wiki markup, so that lines and marks can be read without them, and puts them back.
///
/// A character of the private use area stands for each; those that a text itself holds are dropped.
struct WikiMacros {
    private static let places: ClosedRange<UInt32> = 0xE000...0xF8FF

    private let depth: Int
    private var storages: [String] = []
    private var blocks: Set<Character> = []

    init(depth: Int) {
        self.depth = depth
    }

    /// Whether a text holds a place where a macro goes; no such text can become an attribute.
    static func areIn(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains { places.contains($0.value) }
    }

    /// Whether a line is nothing but macros that stand for themselves.
    func isBlock(_ line: String) -> Bool {
        !line.isEmpty && line.allSatisfy { blocks.contains($0) }
    }

    func restoring(_ storage: String) -> String {
        guard !storages.isEmpty else { return storage }
        var restored = ""
        for character in storage {
            if let place = place(of: character), place < storages.count {
                restored += storages[place]
            } else {
                restored.append(character)
            }
        }
        return restored
    }

    private func place(of character: Character) -> Int? {
        guard let scalar = character.unicodeScalars.first, Self.places.contains(scalar.value),
            character.unicodeScalars.count == 1
        else { return nil }
        return Int(scalar.value - Self.places.lowerBound)
    }

    /// - Parameter onOneLine: Whether block macros too stay inside the line in which they stand.
    mutating func replacing(_ source: String, onOneLine: Bool = false) -> String {
        let characters = source.filter { place(of: $0) == nil }.map(\.self)
        let tags = WikiTag.all(in: characters)
        guard !tags.isEmpty else { return String(characters) }
        var closing: [String: [Int]] = [:]
        for (index, tag) in tags.enumerated() where tag.parameters.isEmpty {
            closing[tag.name, default: []].append(index)
        }
        var text: [Character] = []
        var position = 0
        var index = 0
        while index < tags.count {
            let tag = tags[index]
            text += characters[position..<tag.range.lowerBound]
            position = tag.range.lowerBound
            let end = tag.kind == .bodiless ? nil : Self.next(after: index, in: closing[tag.name] ?? [])
            guard storages.count < Self.places.count, tag.kind == .bodiless || WikiConverter.mayNest(at: depth),
                let storage = storage(of: tag, body: body(of: tag, end.map { tags[$0] }, characters))
            else {
                text += characters[tag.range]
                position = tag.range.upperBound
                index += 1
                continue
            }
            add(storage, isBlock: tag.isBlock && !onOneLine, to: &text)
            if tag.kind == .bodiless {
                position = tag.range.upperBound
                index += 1
            } else if let end {
                position = tags[end].range.upperBound
                index = end + 1
            } else {
                // A macro that nobody closes goes on to the end.
                position = characters.count
                index = tags.count
            }
        }
        return String(text + characters[position...])
    }

    private static func next(after index: Int, in closing: [Int]) -> Int? {
        var low = 0
        var high = closing.count
        while low < high {
            let middle = (low + high) / 2
            if closing[middle] <= index { low = middle + 1 } else { high = middle }
        }
        return low < closing.count ? closing[low] : nil
    }

    private func body(of tag: WikiTag, _ end: WikiTag?, _ characters: [Character]) -> String {
        guard tag.kind != .bodiless else { return "" }
        return String(characters[tag.range.upperBound..<(end?.range.lowerBound ?? characters.count)])
    }

    private func storage(of tag: WikiTag, body: String) -> String? {
        switch tag.kind {
        case .bodiless: return tag.storage
        case .verbatim: return tag.storage(plainBody: body)
        case .inline: return tag.storage(inlineBody: WikiConverter.inline(body, depth: depth + 1))
        case .rich:
            var converter = WikiConverter(depth: depth + 1)
            return tag.storage(richBody: converter.convert(body))
        }
    }

    /// Puts a macro into the text: on a line of its own, unless the line is a table's or a list's.
    private mutating func add(_ storage: String, isBlock: Bool, to text: inout [Character]) {
        guard let scalar = Unicode.Scalar(Self.places.lowerBound + UInt32(storages.count)) else { return }
        let mark = Character(scalar)
        storages.append(storage)
        guard isBlock, !Self.endsInRowOrItem(text) else {
            text.append(mark)
            return
        }
        blocks.insert(mark)
        text += ["\n", mark, "\n"]
    }

    private static func endsInRowOrItem(_ text: [Character]) -> Bool {
        let start = text.lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
        let line = text[start...].drop { $0.isWhitespace }
        guard let first = line.first else { return false }
        return first == "|" || "*#-".contains(first) && WikiLists.item(String(line) + " x") != nil
    }
}
