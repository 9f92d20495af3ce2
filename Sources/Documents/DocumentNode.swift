import ConfluenceModel
package import ConfluenceWire

/// A value of a YAML or JSON document that remembers where it was written.
package struct DocumentNode: Sendable, Hashable {
    package indirect enum Content: Sendable, Hashable {
        case null
        case bool(Bool)
        case integer(Int64)
        case number(Double)
        case string(String)
        case list([DocumentNode])
        case mapping([Entry])
    }

    /// One `key: value` of a mapping.
    package struct Entry: Sendable, Hashable {
        package var key: String
        package var keyPlace: JSONReader.Place
        package var value: DocumentNode

        /// - Parameter keyPlace: That of the value where the key has none of its own.
        package init(key: String, keyPlace: JSONReader.Place? = nil, value: DocumentNode) {
            self.key = key
            self.keyPlace = keyPlace ?? value.place
            self.value = value
        }

        /// An error that points at the key.
        package func error(_ message: String) -> DocumentError {
            DocumentError(
                file: value.file, line: keyPlace.line, column: keyPlace.column, field: value.field, message: message)
        }
    }

    package var content: Content
    package var file: String
    package var place: JSONReader.Place
    /// The way to this value, such as `spaces[0].pages[2].title`.
    package var field: String

    package init(content: Content, file: String, place: JSONReader.Place, field: String) {
        self.content = content
        self.file = file
        self.place = place
        self.field = field
    }

    /// A value that comes from no document, such as one of a command line.
    package init(_ content: Content, from source: String, field: String = "") {
        self.init(content: content, file: source, place: JSONReader.Place(line: 1, column: 1), field: field)
    }

    /// An error that points at this value.
    package func error(_ message: String) -> DocumentError {
        DocumentError(file: file, line: place.line, column: place.column, field: field, message: message)
    }

    package var isNull: Bool { content == .null }

    package func string() throws(DocumentError) -> String {
        guard case .string(let value) = content else { throw mismatch("a text") }
        return value
    }

    /// A text, or a number or truth value as it would be written: for fields such as titles and ids, where
    /// YAML's guess at a type is not what the writer meant.
    package func text() throws(DocumentError) -> String {
        switch content {
        case .string(let value): return value
        case .integer(let value): return String(value)
        case .number(let value): return String(value)
        case .bool(let value): return String(value)
        default: throw mismatch("a text")
        }
    }

    package func bool() throws(DocumentError) -> Bool {
        guard case .bool(let value) = content else { throw mismatch("true or false") }
        return value
    }

    package func integer() throws(DocumentError) -> Int64 {
        switch content {
        case .integer(let value): return value
        case .number(let value):
            guard let whole = Int64(exactly: value) else { throw mismatch("a whole number") }
            return whole
        default: throw mismatch("a whole number")
        }
    }

    package func list() throws(DocumentError) -> [DocumentNode] {
        guard case .list(let value) = content else { throw mismatch("a list") }
        return value
    }

    /// One of a fixed set of words; another word gets the nearest right one named.
    package func word<Word: RawRepresentable & CaseIterable>(
        _: Word.Type
    ) throws(DocumentError) -> Word where Word.RawValue == String {
        let text = try text()
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        throw error(Self.unknown("value", text, among: words))
    }

    /// The mapping's entries, of which no other key than those named may exist.
    package func mapping(keys: [String]) throws(DocumentError) -> DocumentMapping {
        let mapping = try self.mapping()
        for entry in mapping.entries where !keys.contains(entry.key) {
            throw entry.error(Self.unknown("key", entry.key, among: keys))
        }
        return mapping
    }

    /// The mapping's entries, whatever their keys.
    package func mapping() throws(DocumentError) -> DocumentMapping {
        guard case .mapping(let entries) = content else { throw mismatch("a mapping of keys to values") }
        return DocumentMapping(node: self, entries: entries)
    }

    /// "unknown key “spce”, did you mean “space”?", or the list of what is known where nothing is near.
    package static func unknown(_ kind: String, _ word: String, among known: [String]) -> String {
        if let nearest = NearestWord.find(for: word, in: known) {
            return "unknown \(kind) “\(word)”, did you mean “\(nearest)”?"
        }
        let akin = known.filter { word.count > 2 && $0.lowercased().contains(word.lowercased()) }
        if (1...5).contains(akin.count) {
            return "unknown \(kind) “\(word)”, did you mean \(akin.map { "“\($0)”" }.joined(separator: " or "))?"
        }
        return "unknown \(kind) “\(word)”; known are \(known.joined(separator: ", "))"
    }

    /// The value to which a way such as `spaces[0].key` leads.
    package func node(at field: String) -> DocumentNode? {
        if self.field == field { return self }
        switch content {
        case .list(let elements): return elements.lazy.compactMap { $0.node(at: field) }.first
        case .mapping(let entries): return entries.lazy.compactMap { $0.value.node(at: field) }.first
        default: return nil
        }
    }

    private func mismatch(_ expected: String) -> DocumentError {
        error("\(expected) is expected, found \(json.kindName)")
    }

    /// The value without its places.
    package var json: JSON {
        switch content {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .string(let value): .string(value)
        case .list(let nodes): .array(nodes.map(\.json))
        case .mapping(let entries):
            .object(entries.reduce(into: JSONObject()) { $0[$1.key] = $1.value.json })
        }
    }
}

/// The entries of a mapping, with readers that name the field when something is wrong.
package struct DocumentMapping: Sendable, Hashable {
    package let node: DocumentNode
    package let entries: [DocumentNode.Entry]

    /// The value of a key; `nil` where the key is absent or its value is null.
    package subscript(key: String) -> DocumentNode? {
        guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else { return nil }
        return value
    }

    package func required(_ key: String) throws(DocumentError) -> DocumentNode {
        guard let value = self[key] else { throw node.error("the key “\(key)” is missing") }
        return value
    }

    package func text(_ key: String) throws(DocumentError) -> String? {
        guard let node = self[key] else { return nil }
        return try node.text()
    }

    package func bool(_ key: String) throws(DocumentError) -> Bool? {
        guard let node = self[key] else { return nil }
        return try node.bool()
    }

    package func integer(_ key: String) throws(DocumentError) -> Int64? {
        guard let node = self[key] else { return nil }
        return try node.integer()
    }

    /// The elements of a list; an absent key gives none.
    package func list(_ key: String) throws(DocumentError) -> [DocumentNode] {
        guard let node = self[key] else { return [] }
        return try node.list()
    }

    /// A list of texts; an absent key gives none.
    package func texts(_ key: String) throws(DocumentError) -> [String] {
        var texts: [String] = []
        for node in try list(key) { texts.append(try node.text()) }
        return texts
    }
}
