package import ConfluenceWire

/// A way into a JSON value: `page.title`, `[0].id`, `['space key']`, `results.length()`; `$` at its start is allowed.
package struct JSONPath: Sendable, Hashable, CustomStringConvertible {
    private enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
        case length
    }

    private let steps: [Step]
    package let description: String

    /// What is wrong with a text that should be a path.
    package struct Malformed: Error, Sendable, Hashable {
        package var message: String
    }

    package init(parsing text: String) throws(Malformed) {
        description = text
        var steps: [Step] = []
        var rest = Substring(text)
        if rest.hasPrefix("$") { rest.removeFirst() }
        while let first = rest.first {
            if first == "[" {
                guard let end = rest.firstIndex(of: "]") else {
                    throw Malformed(message: "a ] is missing in the path “\(text)”")
                }
                steps.append(try Self.bracket(rest[rest.index(after: rest.startIndex)..<end], in: text))
                rest = rest[rest.index(after: end)...]
                continue
            }
            if first == "." { rest.removeFirst() }
            let end = rest.firstIndex { $0 == "." || $0 == "[" } ?? rest.endIndex
            let word = rest[..<end]
            guard !word.isEmpty else {
                throw Malformed(message: "a name is missing after a point in the path “\(text)”")
            }
            steps.append(word == "length()" ? .length : .key(String(word)))
            rest = rest[end...]
        }
        self.steps = steps
    }

    private static func bracket(_ content: Substring, in text: String) throws(Malformed) -> Step {
        if let index = Int(content) { return .index(index) }
        for quote in ["'", "\""] where content.count >= 2 && content.hasPrefix(quote) && content.hasSuffix(quote) {
            return .key(String(content.dropFirst().dropLast()))
        }
        throw Malformed(message: "a number or a name in quotes is expected between the brackets of the path “\(text)”")
    }

    /// What stands at the end of the path; `nil` where it leads nowhere. An index below zero counts from the end.
    package func value(in root: JSON) -> JSON? {
        var value = root
        for step in steps {
            switch step {
            case .key(let key):
                guard let member = value[key] else { return nil }
                value = member
            case .index(let index):
                guard let count = value.arrayValue?.count, let element = value[index < 0 ? count + index : index]
                else { return nil }
                value = element
            case .length:
                guard let count = value.arrayValue?.count ?? value.objectValue?.count ?? value.stringValue?.count
                else { return nil }
                value = .integer(Int64(count))
            }
        }
        return value
    }
}
