/// What an attachment's name and media type say about its content.
struct AttachmentFile {
    let name: String
    let mediaType: String

    /// The part after the last full stop, in small letters.
    var nameExtension: String {
        name.lowercased().lastIndex(of: ".").map { String(name.lowercased()[$0...].dropFirst()) } ?? ""
    }

    var isText: Bool {
        Self.textTypes.contains(mediaType) || Self.textExtensions.contains(nameExtension)
    }

    /// Whether the toolkit would show it to a language model.
    var isPicture: Bool {
        mediaType.hasPrefix("image/") || mediaType == "application/pdf"
            || mediaType.hasPrefix("application/vnd.jgraph.mxfile")
    }

    /// The text in the file's bytes.
    func text(of bytes: [UInt8]) -> String {
        let text = String(validating: bytes, as: UTF8.self) ?? Self.latinText(bytes)
        switch nameExtension {
        case "doc", "docx", "xls", "xlsx":
            return "[\(nameExtension) is not read by the native driver; use --driver elitea]"
        case "csv":
            return CommaSeparated.rows(of: text).map { $0.joined(separator: ", ") }.joined(separator: "\n")
        case "svg":
            return text
        case "html", "htm":
            return HTMLParser.parse(text).plainText()
        default:
            return ["text/html", "application/html"].contains(mediaType) ? HTMLParser.parse(text).plainText() : text
        }
    }

    private static func latinText(_ bytes: [UInt8]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: bytes.map { Unicode.Scalar($0) })
        return String(view)
    }

    private static let textTypes: Set<String> = [
        "application/xml", "text/xml", "application/json", "text/json", "text/markdown", "text/x-markdown",
        "text/plain",
        "text/csv", "text/html", "image/svg+xml", "application/vnd.ms-excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.ms-excel.sheet.macroEnabled.12", "application/csv", "application/x-csv", "text/x-csv",
        "application/doc", "application/docx", "application/xls", "application/xlsx", "application/svg",
        "application/html", "application/octet-stream",
    ]

    private static let textExtensions: Set<String> = [
        "xml", "json", "md", "markdown", "txt", "csv", "xls", "xlsx", "svg", "html", "htm", "doc", "docx",
    ]
}

/// Values between commas, with quotes around those that hold a comma or a line end.
enum CommaSeparated {
    static func rows(of text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var hasContent = false
        func endRow() {
            rows.append(hasContent ? row + [field] : [])
            (row, field, hasContent) = ([], "", false)
        }
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if isQuoted {
                if scalar != "\"" {
                    field.unicodeScalars.append(scalar)
                } else if index < scalars.count, scalars[index] == "\"" {
                    field.append("\"")
                    index += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch scalar {
            case "\"" where field.isEmpty:
                isQuoted = true
                hasContent = true
            case ",":
                row.append(field)
                field = ""
                hasContent = true
            case "\r" where index < scalars.count && scalars[index] == "\n":
                break
            case "\n", "\r":
                endRow()
            default:
                field.unicodeScalars.append(scalar)
                hasContent = true
            }
        }
        if hasContent { endRow() }
        return rows
    }
}
