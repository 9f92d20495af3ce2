/// Header fields in the order in which they were set; names are compared without regard to case.
public struct Headers: Sendable, Hashable, ExpressibleByDictionaryLiteral, RandomAccessCollection {
    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    private var fields: [Field]

    public init(_ fields: [Field] = []) {
        self.fields = fields
    }

    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }

    /// The first value of that name; setting replaces all of them, `nil` removes them.
    public subscript(name: String) -> String? {
        get { fields.first { $0.name.equalsIgnoringCase(name) }?.value }
        set {
            guard let newValue else {
                fields.removeAll { $0.name.equalsIgnoringCase(name) }
                return
            }
            guard let index = fields.firstIndex(where: { $0.name.equalsIgnoringCase(name) }) else {
                fields.append(Field(name: name, value: newValue))
                return
            }
            fields[index].value = newValue
            let tail = fields[(index + 1)...].filter { !$0.name.equalsIgnoringCase(name) }
            fields.replaceSubrange((index + 1)..., with: tail)
        }
    }

    public func values(_ name: String) -> [String] {
        fields.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
    }

    public mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    public var startIndex: Int { fields.startIndex }
    public var endIndex: Int { fields.endIndex }
    public subscript(position: Int) -> Field { fields[position] }
}

extension StringProtocol {
    /// Whether two ASCII texts are equal but for upper and lower case.
    public func equalsIgnoringCase(_ other: some StringProtocol) -> Bool {
        let fast = utf8.withContiguousStorageIfAvailable { mine in
            other.utf8.withContiguousStorageIfAvailable { theirs in
                mine.count == theirs.count && mine.indices.allSatisfy { mine[$0].lowered == theirs[$0].lowered }
            }
        }
        if let fast, let isEqual = fast { return isEqual }
        return utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0.0.lowered == $0.1.lowered }
    }
}

extension String {
    /// The same of two whole strings, which most are: what is generic looks its types up at run time where it is
    /// used from other modules.
    public func equalsIgnoringCase(_ other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        if self == other { return true }
        var theirs = other.utf8.makeIterator()
        return utf8.allSatisfy { mine in theirs.next().map { $0.lowered == mine.lowered } ?? false }
    }
}

extension UInt8 {
    fileprivate var lowered: UInt8 { (65...90).contains(self) ? self + 32 : self }
}
