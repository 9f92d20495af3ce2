/// A text that somebody pasted, in lines, without the colours of a terminal.
package struct Paste: Sendable {
    /// What stands before the quote of a line: its number, or the entry of a HAR file it was taken from.
    package enum Place: Sendable, Hashable {
        case line(Int)
        case entry(Int)
    }

    package struct Line: Sendable, Hashable {
        package var place: Place
        package var bytes: [UInt8]

        package var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    package private(set) var lines: [Line]
    /// What a reader of the result should know: what was left out, how the bytes were read.
    package var notes: [String]

    package init(lines: [Line] = [], notes: [String] = []) {
        self.lines = lines
        self.notes = notes
    }

    /// A text as it is, for tests and other programs.
    package init(_ text: String) {
        self.init()
        for (index, line) in Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            append(Array(line), at: .line(index + 1))
        }
    }

    /// Adds a line; what colours it or moves the cursor is taken out.
    package mutating func append(_ bytes: [UInt8], at place: Place) {
        // Bytes that are no UTF-8 are shown as such, and count as what is shown.
        let text = String(decoding: TerminalCodes.removed(from: bytes), as: UTF8.self)
        lines.append(Line(place: place, bytes: Array(text.utf8)))
    }

    package var isBlank: Bool {
        lines.allSatisfy { $0.bytes.allSatisfy { $0 <= 0x20 } }
    }
}

/// The codes by which programs colour their output.
enum TerminalCodes {
    /// The bytes without escape sequences, also those that lost their escape character on the way, and carriage returns.
    static func removed(from bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 == 0x1B || $0 == 0x0D || $0 == UInt8(ascii: "[") || $0 == 0x08 }) else {
            return bytes
        }
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x1B {
                index = endOfSequence(bytes, from: index + 1)
            } else if byte == UInt8(ascii: "["), let end = endOfColour(bytes, from: index + 1) {
                index = end
            } else {
                if byte != 0x0D, byte != 0x08 { kept.append(byte) }
                index += 1
            }
        }
        return kept
    }

    /// Where a sequence after an escape character ends: `[…m` and its like, `]…BEL`, or one character.
    private static func endOfSequence(_ bytes: [UInt8], from start: Int) -> Int {
        guard start < bytes.count else { return start }
        var index = start + 1
        if bytes[start] == UInt8(ascii: "[") {
            while index < bytes.count, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
            return min(index + 1, bytes.count)
        }
        guard bytes[start] == UInt8(ascii: "]") else { return index }
        while index < bytes.count, bytes[index] != 0x07, bytes[index] != 0x1B { index += 1 }
        return min(index + 1, bytes.count)
    }

    /// The end of `[1;31m`: a colour whose escape character got lost in the copying.
    private static func endOfColour(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count, index - start < 12 {
            let byte = bytes[index]
            if byte == UInt8(ascii: "m") { return index > start ? index + 1 : nil }
            guard (48...57).contains(byte) || byte == UInt8(ascii: ";") else { return nil }
            index += 1
        }
        return nil
    }
}
