import ConfluenceWire
import Documents
import Testing

/// A key of a site file with its value, said by a line of Swift.
///
/// Sites that are built are read by the reader of site files: both ways of writing have the same words, the same
/// standard values and the same errors, which name the line of Swift.
public struct SitePhrase: Sendable {
    let key: String
    let value: DocumentNode

    init(_ key: String, _ value: DocumentNode) {
        self.key = key
        self.value = value
    }

    /// A list that other phrases of the same key go on with.
    init(_ key: String, elements: [DocumentNode], at place: SourceLocation) {
        self.init(key, DocumentNode(.list(elements), at: place))
    }

    /// A list of one.
    init(_ key: String, element: DocumentNode) {
        var list = element
        list.content = .list([element])
        self.init(key, list)
    }
}

/// A mapping of a site file in the making.
struct SiteOutline {
    private let place: SourceLocation
    private var entries: [DocumentNode.Entry] = []

    init(at place: SourceLocation) {
        self.place = place
    }

    var node: DocumentNode { DocumentNode(.mapping(entries), at: place) }

    /// Whether nothing was said yet.
    var isEmpty: Bool { entries.isEmpty }

    mutating func set(_ key: String, _ text: String?) { set(key, text.map { .string($0) }) }

    mutating func set(_ key: String, _ flag: Bool?) { set(key, flag.map { .bool($0) }) }

    mutating func set(_ key: String, _ number: Int64?) { set(key, number.map { .integer($0) }) }

    /// A list of texts; none leaves the key out.
    mutating func set(_ key: String, _ texts: [String]) {
        set(key, texts.isEmpty ? nil : .list(texts.map { DocumentNode(.string($0), at: place) }))
    }

    mutating func set(_ key: String, _ content: DocumentNode.Content?) {
        guard let content else { return }
        add(SitePhrase(key, DocumentNode(content, at: place)))
    }

    /// Adds a value even where the key has one already, as headers may.
    mutating func append(_ key: String, _ text: String) {
        let value = DocumentNode(.string(text), at: place)
        entries.append(DocumentNode.Entry(key: key, value: value))
    }

    mutating func add(_ phrases: [SitePhrase]) {
        for phrase in phrases { add(phrase) }
    }

    /// Adds a value; lists and mappings of the same key are joined.
    mutating func add(_ phrase: SitePhrase) {
        guard let index = entries.firstIndex(where: { $0.key == phrase.key }) else {
            entries.append(DocumentNode.Entry(key: phrase.key, value: phrase.value))
            return
        }
        switch (entries[index].value.content, phrase.value.content) {
        case (.list(let some), .list(let more)): entries[index].value.content = .list(some + more)
        case (.mapping(let some), .mapping(let more)): entries[index].value.content = .mapping(some + more)
        default: entries[index].value = phrase.value
        }
    }
}

extension DocumentNode {
    /// A value whose place is a line of Swift.
    init(_ content: Content, at place: SourceLocation) {
        self.init(
            content: content, file: place.fileID, place: .init(line: place.line, column: place.column), field: "")
    }

    /// The same value, knowing the way to itself and to all below it.
    func settled(in field: String = "") -> DocumentNode {
        var node = self
        node.field = field
        switch content {
        case .list(let elements):
            node.content = .list(elements.enumerated().map { $1.settled(in: "\(field)[\($0)]") })
        case .mapping(let entries):
            node.content = .mapping(
                entries.map { entry in
                    var entry = entry
                    entry.value = entry.value.settled(in: field.isEmpty ? entry.key : "\(field).\(entry.key)")
                    return entry
                })
        default: break
        }
        return node
    }
}

extension DocumentNode.Content {
    /// A length of time as people write it.
    static func time(_ duration: Duration) -> Self {
        let (seconds, attoseconds) = duration.components
        guard attoseconds != 0 else { return .string("\(seconds) s") }
        return .string("\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms")
    }
}
