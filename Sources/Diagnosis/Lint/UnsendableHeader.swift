import ConfluenceModel
import ConfluenceToolkit

/// A custom header with which no request of the toolkit's client arrives as it should.
package struct UnsendableHeader: Sendable, Hashable {
    package var name: String
    package var trouble: Trouble

    /// Measured with requests 2.32.5 and urllib3 2.8.0.
    package enum Trouble: Sendable, Hashable {
        case nameInvalid
        case lineBreak
        case blankBefore
        case letters
        case framing

        package var words: String {
            switch self {
            case .nameInvalid: "has a name that no header may have, so that the client sends nothing"
            case .lineBreak: "holds a line break, so that the client sends nothing"
            case .blankBefore: "begins with a blank, so that the client sends nothing"
            case .letters: "holds letters that Latin-1 doesn't have, and the client can send no others"
            case .framing: "tells of a body that no request has, so that the site waits for it"
            }
        }
    }

    static func evidence(in configuration: ToolkitConfiguration) -> [Evidence] {
        configuration.customHeaders.flatMap { header -> [Evidence] in
            guard let trouble = trouble(header.name, header.value.revealed(for: .lint)) else { return [] }
            return [
                .ownAuthorization(header: header.name), .unsendableHeader(.init(name: header.name, trouble: trouble)),
            ]
        }
    }

    private static func trouble(_ name: String, _ value: String) -> Trouble? {
        if name.isEmpty || name.contains(where: { $0 == ":" || $0.isNewline }) || name.first?.isWhitespace == true {
            return .nameInvalid
        }
        if value.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) { return .lineBreak }
        if value.first?.isWhitespace == true { return .blankBefore }
        if (name + value).unicodeScalars.contains(where: { $0.value > 0xFF }) { return .letters }
        return ["content-length", "transfer-encoding"].contains(name.lowercased()) ? .framing : nil
    }
}
