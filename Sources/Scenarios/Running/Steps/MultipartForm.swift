import ConfluenceWire

/// The body of a form with files, as browsers and clients send it.
struct MultipartForm: Sendable {
    let parts: [RawRequest.FormPart]

    /// A line that stands in none of the parts.
    private var boundary: String {
        var boundary = "form-of-confluence-doctor"
        while parts.contains(where: { $0.text.contains(boundary) }) { boundary += "-" }
        return boundary
    }

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }

    var body: [UInt8] {
        var text = ""
        for part in parts {
            let file = part.fileName.map { "; filename=\"\(Self.quoted($0))\"" } ?? ""
            text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.quoted(part.field))\"\(file)\r\n"
            if let type = part.contentType { text += "Content-Type: \(type)\r\n" }
            text += "\r\n\(part.text)\r\n"
        }
        return Array((text + "--\(boundary)--\r\n").utf8)
    }

    /// As the HTML standard writes what would end a name.
    private static func quoted(_ name: String) -> String {
        name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "%22")
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "%0A")
    }
}
