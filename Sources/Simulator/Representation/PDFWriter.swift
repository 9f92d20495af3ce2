import ConfluenceStore
import ConfluenceWire

/// Writes a page as a PDF that holds its title and its words; layout and pictures are left out.
enum PDFWriter {
    private static let longestLine = 90
    private static let linesOfPage = 50

    static func write(_ page: ContentRecord, text: String) -> Response {
        let name = PercentEncoding.encode("\(page.title).pdf", allowed: .pathSegment)
        return Response(
            status: 200,
            headers: [
                "Content-Type": "application/pdf", "Content-Disposition": "attachment; filename*=UTF-8''\(name)",
            ], body: document(title: page.title, text: text))
    }

    static func document(title: String, text: String) -> [UInt8] {
        let lines = [title, ""] + text.split(separator: "\n", omittingEmptySubsequences: false).flatMap(broken)
        let pages = stride(from: 0, to: lines.count, by: linesOfPage).map { lines[$0...].prefix(linesOfPage) }
        let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        for (index, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
                    + "/Contents \(5 + 2 * index) 0 R >>")
            let shown = page.map { "(\(escaped($0))) Tj T*" }.joined(separator: "\n")
            let content = "BT /F1 11 Tf 14 TL 56 780 Td\n\(shown)\nET"
            objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
        }
        return Array(file(of: objects).utf8)
    }

    /// The objects one after the other, and where each begins.
    private static func file(of objects: [String]) -> String {
        var file = "%PDF-1.4\n"
        var begins: [Int] = []
        for (index, object) in objects.enumerated() {
            begins.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = begins.map { String(repeating: "0", count: 10 - String($0).count) + "\($0) 00000 n \n" }.joined()
        return file + "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(table)"
            + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(file.utf8.count)\n%%EOF\n"
    }

    private static func broken(_ line: Substring) -> [String] {
        var parts: [String] = []
        var rest = line
        repeat {
            let head = rest.prefix(longestLine)
            let end = head.count == rest.count ? head.endIndex : head.lastIndex(of: " ") ?? head.endIndex
            parts.append(String(rest[..<end]))
            rest = rest[end...].drop { $0 == " " }
        } while !rest.isEmpty
        return parts
    }

    /// ASCII for a text of a PDF: signs beyond it as octal numbers where Windows' western code has them, else as `?`.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "(", ")", "\\": "\\\(scalar)"
            case " "..."~": String(scalar)
            case "\u{A0}"..."\u{FF}": "\\" + String(scalar.value, radix: 8)
            default: "?"
            }
        }.joined()
    }
}
