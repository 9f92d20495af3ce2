import ConfluenceWire

/// Turns the bytes of a file or of standard input into a text to look at, within bounds.
package enum PasteReader {
    /// Why the bytes can't be looked at.
    package enum Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
        case empty
        case binary(String)

        package var description: String {
            switch self {
            case .empty: "there is nothing in it; paste the error message, the log around it, or a HAR file"
            case .binary(let what): "this is \(what), not text; \(Self.advice)"
            }
        }

        private static let advice = "unpack it or save it as text, and pass the part around the error"
    }

    /// How much of a text is looked at: errors stand at the end of a log, and what began them at its start.
    package static let headLimit = 256 << 10
    package static let tailLimit = 768 << 10
    package static let limit = headLimit + tailLimit

    /// - Parameter omitted: How many bytes between head and tail were already left out by whoever read the file.
    package static func read(_ bytes: [UInt8], omitted: Int = 0) throws(Unreadable) -> Paste {
        if let what = kindOfBinary(bytes) { throw .binary(what) }
        var (text, wasUTF16) = UnicodeBytes.utf8(bytes)
        var notes = wasUTF16 ? ["the text was read as UTF-16"] : []
        guard text.contains(where: { $0 > 0x20 }) else { throw .empty }
        if omitted == 0, let entries = HARReader.read(text) {
            var paste = entries
            paste.notes = notes + paste.notes
            return paste
        }
        var leftOut = omitted
        if text.count > limit {
            leftOut += text.count - limit
            text.removeSubrange(headLimit..<(text.count - tailLimit))
        }
        if leftOut > 0 {
            notes.append("the text is long: \(leftOut) bytes between its beginning and its end were left out")
        }
        var paste = Paste(notes: notes)
        for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            paste.append(Array(line), at: .line(index + 1))
        }
        return paste
    }

    /// What a file without text is, by its first bytes or by the zeros in it.
    private static func kindOfBinary(_ bytes: [UInt8]) -> String? {
        let known: [([UInt8], String)] = [
            ([0x1F, 0x8B], "a gzip file"), ([0x50, 0x4B, 0x03, 0x04], "a zip file"),
            ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
            ([0x47, 0x49, 0x46, 0x38], "a picture"),
            ([0x25, 0x50, 0x44, 0x46], "a PDF file"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
            ([0xD4, 0xC3, 0xB2, 0xA1], "a network capture"), ([0x0A, 0x0D, 0x0D, 0x0A], "a network capture"),
        ]
        for (start, what) in known where bytes.starts(with: start) { return what }
        guard UnicodeBytes.byteOrder(bytes) == nil else { return nil }
        let zeros = bytes.prefix(1 << 16).count { $0 == 0 }
        return zeros > 0 && zeros * 200 > min(bytes.count, 1 << 16) ? "a file of bytes" : nil
    }
}
