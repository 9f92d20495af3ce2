import ConfluenceModel
import Documents
import Foundation

/// Reads the JSON, YAML and CSV files that scenarios keep beside them.
enum DataFileReader {
    static let largest = 16 << 20

    static func read(_ file: DataFile) throws(DocumentError) -> DocumentNode.Content {
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw file.namedBy.error("there is no data file at \(file.path)")
        }
        guard data.count <= largest else { throw file.namedBy.error("\(file.path) is larger than \(largest) bytes") }
        guard file.path.lowercased().hasSuffix(".csv") else {
            return try DocumentReader.read(Array(data), file: file.path).content
        }
        return .list(try CommaSeparatedTable.read(String(decoding: data, as: UTF8.self), file: file.path))
    }
}

/// A table as spreadsheets write it: the first row names the columns, each other row is a mapping.
enum CommaSeparatedTable {
    static func read(_ text: String, file: String) throws(DocumentError) -> [DocumentNode] {
        let rows = try rows(text, file: file)
        guard let names = rows.first?.fields else {
            throw DocumentError(file: file, line: 1, column: 1, message: "the table has no row of names")
        }
        var nodes: [DocumentNode] = []
        for (index, row) in rows.dropFirst().enumerated() {
            guard row.fields.count == names.count else {
                throw DocumentError(
                    file: file, line: row.line, column: 1,
                    message: "this row has \(row.fields.count) fields, the row of names \(names.count)")
            }
            let entries = zip(names, row.fields).map { name, field in
                DocumentNode.Entry(key: name, value: DocumentNode(.string(field), from: file))
            }
            nodes.append(DocumentNode(.mapping(entries), from: file, field: "[\(index)]"))
        }
        return nodes
    }

    private typealias Row = (line: Int, fields: [String])

    /// The rows by RFC 4180: a field in quotes may hold commas, line ends and doubled quotes.
    private static func rows(_ text: String, file: String) throws(DocumentError) -> [Row] {
        var rows: [Row] = []
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var line = 1
        var start = 1
        var rest = Substring(text)
        if rest.unicodeScalars.first == "\u{FEFF}" { rest.unicodeScalars.removeFirst() }
        func ended() -> [Row] { fields.isEmpty && field.isEmpty ? [] : [(start, fields + [field])] }
        while let letter = rest.popFirst() {
            if letter.isNewline { line += 1 }
            if isQuoted {
                if letter != "\"" {
                    field.append(letter)
                } else if rest.first == "\"" {
                    field.append(rest.removeFirst())
                } else {
                    isQuoted = false
                }
            } else if letter == "\"", field.isEmpty {
                isQuoted = true
            } else if letter == "," {
                fields.append(field)
                field = ""
            } else if letter.isNewline {
                rows += ended()
                (fields, field, start) = ([], "", line)
            } else {
                field.append(letter)
            }
        }
        guard !isQuoted else {
            throw DocumentError(file: file, line: start, column: 1, message: "a quoted field of this row has no end")
        }
        return rows + ended()
    }
}
