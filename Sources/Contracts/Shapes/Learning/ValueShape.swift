/// What was seen of a value at one place of an answer: a lattice, so that neither order nor number of samples counts.
package struct ValueShape: Sendable, Hashable {
    package var kinds: Set<Kind> = []
    /// How texts are written; empty where only empty ones were seen.
    package var formats: Set<TextFormat> = []
    /// Words of the product that were seen in the place of free text.
    package var words: Set<String> = []
    /// What the elements of a list have in common.
    package var element: [ValueShape] = []
    package var members: [String: Member] = [:]

    package init() {}

    /// What kinds of JSON value there are; the order is that of locks.
    package enum Kind: String, Sendable, Hashable, Comparable, CaseIterable {
        case object
        case list
        case text
        case integer
        case number
        case boolean
        case null
        /// Data that somebody else formed, such as the value of a content property.
        case anything

        package static func < (one: Self, other: Self) -> Bool {
            (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
        }
    }

    /// A member of an object, and whether there were objects without it.
    package struct Member: Sendable, Hashable {
        package var shape: ValueShape
        package var isOptional: Bool
    }

    /// What two shapes have seen together.
    package mutating func merge(_ other: ValueShape) {
        let wereObjects = (kinds.contains(.object), other.kinds.contains(.object))
        kinds.formUnion(other.kinds)
        formats.formUnion(other.formats)
        words.formUnion(other.words)
        if let theirs = other.element.first {
            if element.isEmpty { element = [theirs] } else { element[0].merge(theirs) }
        }
        guard wereObjects.1 else { return }
        guard wereObjects.0 else {
            members = other.members
            return
        }
        for name in members.keys where other.members[name] == nil { members[name]?.isOptional = true }
        for (name, theirs) in other.members {
            if members[name] == nil {
                members[name] = Member(shape: theirs.shape, isOptional: true)
            } else {
                members[name]?.shape.merge(theirs.shape)
                if theirs.isOptional { members[name]?.isOptional = true }
            }
        }
    }

    package func merged(with other: ValueShape) -> ValueShape {
        var merged = self
        merged.merge(other)
        return merged
    }
}
