/// A form with one file, written as the `requests` library writes it (RFC 7578).
package struct FormBody: Sendable, Hashable {
    package let contentType: String
    package let bytes: [UInt8]

    /// - Parameter file: Its name stands in quotes in the head of its part; line ends and quotes are escaped as browsers do.
    package init(fields: [(name: String, value: String)], file: (name: String, mediaType: String, content: [UInt8])) {
        var body: [UInt8] = []
        let boundary = Self.boundary(for: file.content)
        for field in fields {
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(field.value)\r\n".utf8
            )
        }
        let head =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(Self.quoted(file.name))\"\r\n"
            + "Content-Type: \(file.mediaType)\r\n\r\n"
        body += Array(head.utf8) + file.content + Array("\r\n--\(boundary)--\r\n".utf8)
        bytes = body
        contentType = "multipart/form-data; boundary=\(boundary)"
    }

    private static func quoted(_ name: String) -> String {
        name.replacing("\"", with: "%22").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    /// A line that does not stand in the content.
    private static func boundary(for content: [UInt8]) -> String {
        var number = 0
        while true {
            let boundary = "confluence-toolkit-\(number)"
            if !content.contains(Array(boundary.utf8)) { return boundary }
            number += 1
        }
    }
}
