/// Cuts what comes in into lines; of one that grows too long only its beginning is forgotten and its end awaited.
package struct LineCutter: Sendable {
    private let limit: Int
    private var rest: [UInt8] = []
    private var isDropping = false

    package init(limit: Int = 8 << 20) {
        self.limit = limit
    }

    package enum Line: Sendable, Hashable {
        case whole([UInt8])
        case tooLong(limit: Int)
    }

    package mutating func append(_ bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        for piece in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if piece.offset > 0, let line = end() { lines.append(line) }
            guard !isDropping else { continue }
            if rest.count + piece.element.count > limit {
                isDropping = true
                rest = []
            } else {
                rest += piece.element
            }
        }
        return lines
    }

    /// The last line, which may have no line end.
    package mutating func finish() -> Line? { end() }

    /// The line that is over; nothing where it is empty.
    private mutating func end() -> Line? {
        defer {
            rest = []
            isDropping = false
        }
        if isDropping { return .tooLong(limit: limit) }
        if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
        return rest.isEmpty ? nil : .whole(rest)
    }
}
