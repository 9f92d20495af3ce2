/// Reads one value of a line again, to learn which columns spell which of its characters.
enum ScalarReader {
    /// The spelling that gives exactly that value; `nil` where there is none in this line.
    static func read(_ line: [Unicode.Scalar], from start: Int, value: String) -> Spelling? {
        let wanted = Array(value.unicodeScalars)
        switch line[start] {
        case "\"": return quoted(line, from: start, wanted, next: doubleQuoted)
        case "'": return quoted(line, from: start, wanted, next: singleQuoted)
        default:
            let end = start + wanted.count
            guard end <= line.count, Array(line[start..<end]) == wanted else { return nil }
            return Spelling(line: 0, columns: start..<end, scalars: (start..<end).map { $0..<($0 + 1) })
        }
    }

    /// A character with the column behind it; `nil` for the character at the closing mark.
    private typealias Step = (scalar: Unicode.Scalar?, end: Int)

    private static func quoted(
        _ line: [Unicode.Scalar], from start: Int, _ wanted: [Unicode.Scalar],
        next: ([Unicode.Scalar], Int) -> Step?
    ) -> Spelling? {
        var columns: [Range<Int>] = []
        var scalars: [Unicode.Scalar] = []
        var index = start + 1
        while index < line.count, let step = next(line, index) {
            guard let scalar = step.scalar else {
                guard scalars == wanted else { return nil }
                return Spelling(line: 0, columns: start..<step.end, scalars: columns)
            }
            scalars.append(scalar)
            columns.append(index..<step.end)
            index = step.end
        }
        return nil
    }

    private static func singleQuoted(_ line: [Unicode.Scalar], _ index: Int) -> Step? {
        guard line[index] == "'" else { return (line[index], index + 1) }
        let isDoubled = index + 1 < line.count && line[index + 1] == "'"
        return isDoubled ? ("'", index + 2) : (nil, index + 1)
    }

    private static func doubleQuoted(_ line: [Unicode.Scalar], _ index: Int) -> Step? {
        if line[index] == "\"" { return (nil, index + 1) }
        guard line[index] == "\\" else { return (line[index], index + 1) }
        guard index + 1 < line.count else { return nil }
        let letter = line[index + 1]
        if let plain = escapes[letter] { return (plain, index + 2) }
        let lengths: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
        guard let length = lengths[letter], let unit = number(line, index + 2, length) else { return nil }
        let end = index + 2 + length
        guard (0xD800...0xDBFF).contains(unit) else { return Unicode.Scalar(unit).map { ($0, end) } }
        // JSON writes what lies beyond 16 bits as two escapes.
        guard end + 1 < line.count, line[end] == "\\", line[end + 1] == "u", let low = number(line, end + 2, 4),
            (0xDC00...0xDFFF).contains(low)
        else { return nil }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)).map { ($0, end + 6) }
    }

    private static func number(_ line: [Unicode.Scalar], _ start: Int, _ length: Int) -> UInt32? {
        guard start + length <= line.count else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: line[start..<(start + length)])
        return UInt32(String(view), radix: 16)
    }

    /// The escapes of YAML, of which JSON's are a part.
    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
        "0": "\0", "a": "\u{7}", "v": "\u{B}", "e": "\u{1B}", " ": " ", "N": "\u{85}", "_": "\u{A0}",
        "L": "\u{2028}", "P": "\u{2029}",
    ]
}
