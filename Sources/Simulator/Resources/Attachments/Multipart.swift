import ConfluenceWire

/// A form with files as browsers and clients upload them (RFC 7578).
struct Multipart: Sendable {
    struct Part: Sendable {
        var name: String
        var fileName: String?
        var mediaType: String?
        var content: [UInt8]

        var text: String { String(decoding: content, as: UTF8.self) }

        /// Whether a null character stands in what is kept as text: the name of a file, or a field.
        var hasNullInText: Bool { fileName?.hasNullCharacter ?? content.contains(0) }
    }

    let parts: [Part]

    subscript(name: String) -> Part? { parts.first { $0.name == name } }

    /// `nil` when the request is not such a form, or breaks off.
    init?(_ request: Request) {
        guard let type = request.headers["Content-Type"], type.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: type)
        else { return nil }
        let pieces = Self.split(request.body, at: Array("--\(boundary)".utf8))
        guard pieces.count >= 3 else { return nil }
        var parts: [Part] = []
        for piece in pieces[1..<(pieces.count - 1)] {
            guard let part = Self.part(piece) else { return nil }
            parts.append(part)
        }
        self.parts = parts
    }

    /// One part: headers, an empty line, content; a line break stands at each end.
    private static func part(_ piece: ArraySlice<UInt8>) -> Part? {
        let pieces = split(Array(piece.dropFirst(2)), at: Array("\r\n\r\n".utf8), most: 1)
        guard pieces.count == 2, piece.count >= 4 else { return nil }
        var part = Part(name: "", content: Array(pieces[1].dropLast(2)))
        for line in String(decoding: pieces[0], as: UTF8.self).split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = String(line[line.index(after: colon)...].drop { $0 == " " })
            switch line[..<colon].lowercased() {
            case "content-disposition":
                part.name = parameter("name", of: value) ?? ""
                part.fileName = parameter("filename", of: value)
            case "content-type": part.mediaType = value
            default: break
            }
        }
        return part
    }

    /// The value of `; name="value"` in a header. Between quotes a semicolon is part of the value, and a backslash
    /// takes a quote or itself into it.
    private static func parameter(_ name: String, of header: String) -> String? {
        var rest = header.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest[key.endIndex...]
            let value = rest.first == "=" ? takeValue(from: &rest) : ""
            if key.filter({ $0 != " " }) == name { return value }
            rest = rest.drop { $0 != ";" }
        }
        return nil
    }

    private static func takeValue(from rest: inout Substring) -> String {
        rest = rest.dropFirst()
        guard rest.first == "\"" else {
            let value = rest.prefix { $0 != ";" }
            rest = rest[value.endIndex...]
            return String(value)
        }
        rest = rest.dropFirst()
        var value = ""
        while let character = rest.popFirst(), character != "\"" {
            // Browsers of old sent whole paths, whose backslashes stand for themselves.
            let isEscape = character == "\\" && (rest.first == "\"" || rest.first == "\\")
            value.append(isEscape ? rest.removeFirst() : character)
        }
        return value
    }

    private static func split(_ bytes: [UInt8], at mark: [UInt8], most: Int = .max) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index + mark.count <= bytes.count, pieces.count < most {
            if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
                pieces.append(bytes[start..<index])
                index += mark.count
                start = index
            } else {
                index += 1
            }
        }
        pieces.append(bytes[start...])
        return pieces
    }
}
