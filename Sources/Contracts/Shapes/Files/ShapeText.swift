/// Writes a shape as lines of a path and a few words each, and reads them again.
package enum ShapeText {
    /// `text digits or null`, with “optional” before it where there were objects without the member.
    package static func words(of shape: ValueShape, isOptional: Bool = false) -> String {
        let kinds = shape.kinds.sorted().map { $0 == .text ? text(shape) : $0.rawValue }
        return (isOptional ? "optional " : "") + kinds.joined(separator: " or ")
    }

    /// The shape's places with their words, sorted by path.
    static func lines(of shape: ValueShape) -> [(path: String, words: String)] {
        var lines: [(String, String)] = []
        collect(shape, path: "", isOptional: false, into: &lines)
        return lines.sorted { $0.0 < $1.0 }
    }

    private static func collect(
        _ shape: ValueShape, path: String, isOptional: Bool, into lines: inout [(String, String)]
    ) {
        lines.append((path.isEmpty ? root : path, words(of: shape, isOptional: isOptional)))
        if let element = shape.element.first {
            collect(element, path: path + "[*]", isOptional: false, into: &lines)
        }
        for (name, member) in shape.members {
            collect(
                member.shape, path: path.isEmpty ? name : "\(path).\(name)", isOptional: member.isOptional, into: &lines
            )
        }
    }

    /// What stands in the place of an empty path.
    static let root = "$"

    private static func text(_ shape: ValueShape) -> String {
        if shape.isFreeText { return "text" }
        if !shape.words.isEmpty { return "one of " + shape.words.sorted().joined(separator: ", ") }
        if shape.formats.isEmpty { return "empty text" }
        return "text " + shape.formats.sorted().map(\.rawValue).joined(separator: ", ")
    }

    // MARK: Reading

    /// The shape that lines stand for; `nil` where the words of one are none of a shape's.
    static func shape(of lines: [(path: String, words: String)]) throws(Unreadable) -> ValueShape {
        var shape = ValueShape()
        for line in lines.sorted(by: { $0.path.utf8.count < $1.path.utf8.count }) {
            guard let (seen, isOptional) = read(line.words) else { throw Unreadable(path: line.path) }
            let steps = steps(of: line.path)
            guard place(seen, isOptional, at: steps[...], in: &shape) else { throw Unreadable(path: line.path) }
        }
        return shape
    }

    struct Unreadable: Error {
        var path: String
    }

    /// The names on the way to a place, with `*` for the elements of a list.
    static func steps(of path: String) -> [String] {
        guard path != root else { return [] }
        return path.replacing("[*]", with: ".*").split(separator: ".").map(String.init)
    }

    private static func place(
        _ seen: ValueShape, _ isOptional: Bool, at steps: ArraySlice<String>, in shape: inout ValueShape
    ) -> Bool {
        guard let step = steps.first else {
            shape.kinds = seen.kinds
            shape.formats = seen.formats
            shape.words = seen.words
            return true
        }
        if step == "*" {
            if steps.count == 1 { shape.element = [ValueShape()] }
            guard !shape.element.isEmpty else { return false }
            return place(seen, isOptional, at: steps.dropFirst(), in: &shape.element[0])
        }
        var member = shape.members[step] ?? ValueShape.Member(shape: ValueShape(), isOptional: isOptional)
        guard steps.count == 1 || shape.members[step] != nil else { return false }
        let isPlaced = place(seen, isOptional, at: steps.dropFirst(), in: &member.shape)
        shape.members[step] = member
        return isPlaced
    }

    package static func read(_ words: String) -> (ValueShape, isOptional: Bool)? {
        let isOptional = words.hasPrefix("optional ")
        var shape = ValueShape()
        for part in words.dropFirst(isOptional ? 9 : 0).components(separatedBy: " or ") {
            if part.hasPrefix("one of ") {
                shape.kinds.insert(.text)
                shape.words = Set(part.dropFirst(7).split(separator: ", ").map(String.init))
            } else if part.hasPrefix("text ") {
                shape.kinds.insert(.text)
                let formats = part.dropFirst(5).split(separator: ", ").map { TextFormat(rawValue: String($0)) }
                guard formats.allSatisfy({ $0 != nil }) else { return nil }
                shape.formats = Set(formats.compactMap(\.self))
            } else if part == "empty text" {
                shape.kinds.insert(.text)
            } else {
                guard let kind = ValueShape.Kind(rawValue: part) else { return nil }
                shape.kinds.insert(kind)
                if kind == .text { shape.formats = [.other] }
            }
        }
        return (shape, isOptional)
    }
}

extension ValueShape {
    /// Whether its texts say nothing by their form: what is neither always a word nor always of a format.
    var isFreeText: Bool { formats.contains(.other) || (!formats.isEmpty && !words.isEmpty) }
}

extension Substring {
    /// The pieces between each occurrence of a text.
    fileprivate func components(separatedBy text: String) -> [String] {
        split(separator: text, omittingEmptySubsequences: false).map(String.init)
    }
}
