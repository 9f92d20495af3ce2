/// Why a body is not well-formed, in the words of the XML parser that Confluence uses, and where.
package struct StorageFormatError: Error, Sendable, Hashable, CustomStringConvertible {
    package var message: String
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in UTF-16 code units as Java counts.
    package var column: Int

    init(_ message: String, in bytes: [UInt8], at offset: Int) {
        self.message = message
        line = 1
        column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += byte >= 0xF0 ? 2 : 1
            }
        }
    }

    /// The text that Confluence puts into the message of its 400 answer.
    package var confluenceText: String {
        "Error parsing xhtml: \(message)\n at [row,col {unknown-source}]: [\(line),\(column)]"
    }

    package var description: String { "\(message) (line \(line), column \(column))" }
}
