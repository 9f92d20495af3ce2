import ConfluenceStore
import ConfluenceWire

import struct Foundation.Date

/// Writes a page as the message with a web page in it that Confluence gives word processors.
///
/// Source: exported files in public repositories, of 2025 and 2026. The style sheet and the pictures are left out.
struct WordWriter: Sendable {
    let host: String
    let now: Date

    func write(_ page: ContentRecord, html: String) -> Response {
        let number = "\(page.version.number)_\(page.id).\(Int64(now.timeIntervalSince1970 * 1000))"
        let boundary = "----=_Part_\(number)"
        let title = page.title.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let document = """
            <html xmlns:o='urn:schemas-microsoft-com:office:office'
                  xmlns:w='urn:schemas-microsoft-com:office:word'
                  xmlns:v='urn:schemas-microsoft-com:vml'
                  xmlns='urn:w3-org-ns:HTML'>
            <head>
                <meta http-equiv="Content-Type" content="text/html; charset=utf-8">
                <title>\(title)</title>
            </head>
            <body>
                <h1>\(title)</h1>
                <div class="Section1">
                    \(html)
                </div>
            </body>
            </html>
            """
        let lines = [
            "Date: \(HTTPDate.text(now).replacing("GMT", with: "+0000 (UTC)"))",
            "Message-ID: <\(number)@\(host)>", "Subject: Exported From Confluence", "MIME-Version: 1.0",
            "Content-Type: multipart/related; ", "\tboundary=\"\(boundary)\"", "", "--\(boundary)",
            "Content-Type: text/html; charset=UTF-8", "Content-Transfer-Encoding: quoted-printable",
            "Content-Location: file:///C:/exported.html", "", QuotedPrintable.encode(document), "--\(boundary)--", "",
        ]
        let name = PercentEncoding.encode("\(page.title).doc", allowed: .pathSegment)
        return Response(
            status: 200,
            headers: [
                "Content-Type": "application/vnd.ms-word",
                "Content-Disposition": "attachment; filename*=UTF-8''\(name)",
            ], body: Array(lines.joined(separator: "\r\n").utf8))
    }
}

/// Text as mail carries it: ASCII in lines of at most 76 characters (RFC 2045, 6.7).
enum QuotedPrintable {
    private static let longest = 76
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func encode(_ text: String) -> String {
        var encoded: [UInt8] = []
        var length = 0
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") {
                encoded += [UInt8(ascii: "\r"), byte]
                length = 0
                continue
            }
            let endsLine = index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "\n")
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isBlank && !endsLine
            let written = isPlain ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            // The line needs room for the sign that it goes on.
            if length + written.count >= longest {
                encoded += Array("=\r\n".utf8)
                length = 0
            }
            encoded += written
            length += written.count
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
