/// Cuts a stream of bytes into lines, none of which may grow beyond a limit.
struct LineBuffer: Sendable {
    private var rest: [UInt8] = []
    private let limit: Int

    /// A line is longer than the limit.
    struct Overflow: Error, Sendable, Hashable {
        var limit: Int
    }

    init(limit: Int) {
        self.limit = limit
    }

    /// The lines that are complete with these bytes; empty lines are left out.
    mutating func append(_ bytes: [UInt8]) throws(Overflow) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            rest += bytes[start..<end]
            if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
            guard rest.count <= limit else { throw Overflow(limit: limit) }
            if !rest.isEmpty { lines.append(rest) }
            rest = []
            start = bytes.index(after: end)
        }
        rest += bytes[start...]
        guard rest.count <= limit else { throw Overflow(limit: limit) }
        return lines
    }
}
