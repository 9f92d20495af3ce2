import ConfluenceWire

/// The lines of a document as they were written, and how a value of it is spelt in them.
package struct DocumentText: Sendable, Hashable {
    private let lines: [[Unicode.Scalar]]

    package init(_ bytes: [UInt8]) {
        lines = UnicodeBytes.utf8(bytes).text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
            return scalars.last == "\r" ? scalars.dropLast() : scalars
        }
    }

    /// The characters of a line, which counts from 1.
    package func line(_ number: Int) -> [Unicode.Scalar]? {
        lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }

    /// How a text, number or truth value is spelt; `nil` where it spans several lines, or is no such value.
    package func spelling(of node: DocumentNode) -> Spelling? {
        guard let value = try? node.text(), let line = line(node.place.line) else { return nil }
        // YAML's reader counts code points, JSON's what a person counts as characters.
        let starts = [node.place.column - 1, Self.offset(ofCharacter: node.place.column - 1, in: line)]
        for start in starts where start < line.count {
            var found = ScalarReader.read(line, from: start, value: value)
            found?.line = node.place.line
            if found == nil, line[start] == "|" || line[start] == ">" {
                found = block(below: node.place.line, value: value)
            }
            if let found { return found }
        }
        return nil
    }

    private static func offset(ofCharacter number: Int, in line: [Unicode.Scalar]) -> Int {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: line)
        return String(view).prefix(number).unicodeScalars.count
    }

    /// The one line of a block scalar; the line feeds at its end have no column of their own.
    private func block(below header: Int, value: String) -> Spelling? {
        let number = header + 1
        let scalars = Array(value.unicodeScalars)
        guard let line = line(number), let start = line.firstIndex(where: { $0 != " " }) else { return nil }
        let ends = scalars.reversed().prefix { $0 == "\n" }.count
        guard Array(line[start...]) == Array(scalars.dropLast(ends)) else { return nil }
        let columns = (start..<line.count).map { $0..<($0 + 1) }
        return Spelling(
            line: number, columns: start..<line.count,
            scalars: columns + Array(repeating: line.count..<line.count, count: ends))
    }
}

/// Where the characters of a value stand in its line; columns count code points from 0.
package struct Spelling: Sendable, Hashable {
    package var line: Int
    /// Of the whole value, quotation marks of the language with it.
    package var columns: Range<Int>
    /// Of each code point of the value, several columns where it is written as an escape.
    package var scalars: [Range<Int>]
}
