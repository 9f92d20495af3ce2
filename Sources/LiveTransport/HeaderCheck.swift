import ConfluenceWire

/// Refuses header fields that could not be sent as one line each; values are never part of the message.
enum HeaderCheck {
    static func check(_ request: Request) throws(TransportFailure) {
        for field in request.headers {
            guard !field.name.isEmpty, field.name.utf8.allSatisfy(isTokenByte) else {
                throw refuse(request, "“\(field.name)” is not the name of a header field")
            }
            if let bad = field.value.unicodeScalars.first(where: { $0 == "\r" || $0 == "\n" || $0 == "\0" }) {
                let kind = bad == "\0" ? "a null character" : "a line break"
                let code = "U+\(bad.value.hexadecimal(digits: 4))"
                throw refuse(
                    request, "the value of the header field \(field.name) holds \(kind) (\(code)), which can't be sent")
            }
        }
    }

    private static func refuse(_ request: Request, _ reason: String) -> TransportFailure {
        .other(host: request.url.host, reason: reason)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
