import ConfluenceModel
import Documents
import Foundation

/// Reads the rows that an export wrote.
enum RecordsReader {
    static func read(_ node: DocumentNode) throws(DocumentError) -> SiteRecords {
        let records = try node.mapping(keys: ["made-up-to", "tables"])
        var tables: [SiteRecords.Table] = []
        for entry in try records.required("tables").mapping().entries {
            var rows: [SiteRecords.Row] = []
            for row in try entry.value.list() { rows.append(try read(row: row)) }
            tables.append(SiteRecords.Table(name: entry.key, rows: rows))
        }
        return SiteRecords(madeUpTo: try records.required("made-up-to").text(), tables: tables)
    }

    private static func read(row: DocumentNode) throws(DocumentError) -> SiteRecords.Row {
        var fields: [SiteRecords.Field] = []
        for entry in try row.mapping().entries where !entry.value.isNull {
            fields.append(SiteRecords.Field(column: entry.key, value: try value(entry.value)))
        }
        return SiteRecords.Row(fields)
    }

    private static func value(_ node: DocumentNode) throws(DocumentError) -> SiteRecords.Value {
        switch node.content {
        case .integer(let number): return .integer(number)
        case .number(let number): return .number(number)
        case .string(let text): return .text(text)
        case .bool(let flag): return .integer(flag ? 1 : 0)
        case .mapping:
            let bytes = try node.mapping(keys: ["file", "base64"])
            if let file = bytes["file"] { return .bytes(try AttachedBytes.read(file)) }
            return .bytes(try AttachedBytes.decode(bytes.required("base64")))
        case .null, .list: throw node.error("a number, a text or a file is expected")
        }
    }
}

/// Bytes that a site file holds or names.
enum AttachedBytes {
    static func decode(_ node: DocumentNode) throws(DocumentError) -> [UInt8] {
        guard let data = Data(base64Encoded: try node.text(), options: .ignoreUnknownCharacters) else {
            throw node.error("this is not Base64")
        }
        return Array(data)
    }

    /// A path is taken from the folder of the file that names it.
    static func read(_ node: DocumentNode) throws(DocumentError) -> [UInt8] {
        let path = try node.text()
        let folder = URL(filePath: node.file).deletingLastPathComponent()
        guard let data = FileManager.default.contents(atPath: URL(filePath: path, relativeTo: folder).path()) else {
            throw node.error("the file “\(path)” can't be read; it is looked for beside this one")
        }
        return Array(data)
    }
}
