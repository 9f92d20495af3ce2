/// Why a body is not well-formed, in the words of the XML parser that Confluence uses, and where.
package struct StorageFormatError: Error, Sendable, Hashable, CustomStringConvertible {
    package var message: String
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in UTF-16 code units as Java counts.
    package var column: Int

    /// - Parameter offset: Where the character begins that the parser read last.
    init(_ message: String, in bytes: [UInt8], at offset: Int) {
        self.message = message
        line = 1
        column = 1
        for index in 0..<min(offset, bytes.count) {
            let byte = bytes[index]
            let isLineEnd =
                byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r") && (index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
            if isLineEnd {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += byte >= 0xF0 ? 2 : 1
            }
        }
    }

    /// The text that Confluence puts into the message of its 400 answer.
    package func confluenceText(behind header: StorageHeader) -> String {
        let shown = line == 1 ? column + header.length : column
        return "Error parsing xhtml: \(message)\n at [row,col {unknown-source}]: [\(line),\(shown)]"
    }

    package var description: String { "\(message) (line \(line), column \(column))" }
}

/// What Confluence puts before a body to parse it; it stands on the body's first line and counts in its columns.
package struct StorageHeader: Sendable, Hashable {
    /// In characters.
    package var length: Int

    /// A document type without a line end and `<xml>` with six namespaces, as Confluence's own reader has them.
    package static let dataCenter = StorageHeader(length: 320)
    /// From one refusal with a known body (chesshacker/terraform-provider-confluence#7): 405 less 45.
    package static let cloud = StorageHeader(length: 360)
}
