package import ConfluenceWire

extension Response {
    /// The body as the Python client reads JSON; `nil` where it takes it for text.
    ///
    /// Where the answer names a charset, or is called `application/json`, the text is decoded by that before it is read, and
    /// Python's reader refuses the byte order mark that then stands before it.
    package func clientJSON(depthLimit: Int = 200) -> JSON? {
        if beginsWithByteOrderMark, headers["Content-Type"].map(Self.namesCharset) == true { return nil }
        return try? JSONReader.read(body, depthLimit: depthLimit)
    }

    package var beginsWithByteOrderMark: Bool { body.starts(with: [0xEF, 0xBB, 0xBF]) }

    private static func namesCharset(_ type: String) -> Bool {
        let type = type.lowercased()
        return ["charset=", "text", "application/json"].contains(where: type.contains)
    }
}
