import ConfluenceStore
import ConfluenceWire

import struct Foundation.Data

/// The pictures that a site has for people and spaces without their own. They are drawn here: Atlassian's are not copied.
enum SitePicture: Sendable {
    /// Cloud's picture of an account: its initials.
    case initials(AccountRecord)
    case person
    case nobody
    case space
    /// The space's picture without loss of sharpness.
    case spaceDrawing

    /// Where the pictures that belong to nobody lie below the context.
    static let personPath = "/images/icons/profilepics/default.svg"
    static let nobodyPath = "/images/icons/profilepics/anonymous.svg"
    static let spacePath = "/images/logo/default-space-logo-256.png"
    static let spaceDrawingPath = "/images/logo/default-space-logo.svg"

    /// The picture that lies at a path below the context.
    init?(path: String) {
        switch path {
        case Self.personPath: self = .person
        case Self.nobodyPath: self = .nobody
        case Self.spacePath: self = .space
        case Self.spaceDrawingPath: self = .spaceDrawing
        default: return nil
        }
    }

    var response: Response {
        let isDrawing = if case .space = self { false } else { true }
        return Response(
            status: 200, headers: ["Content-Type": isDrawing ? "image/svg+xml" : "image/png"], body: bytes)
    }

    private var bytes: [UInt8] {
        switch self {
        case .initials(let account):
            let letters = account.displayName.split(separator: " ").compactMap(\.first)
            let initials = String([letters.first, letters.count > 1 ? letters.last : nil].compactMap(\.self))
            return Self.drawing(
                "<text x=\"24\" y=\"31\" font-family=\"sans-serif\" font-size=\"20\" text-anchor=\"middle\" "
                    + "fill=\"#FFFFFF\">\(RefusalWriter.escaped(initials.uppercased()))</text>")
        case .person, .nobody:
            return Self.drawing(
                "<circle cx=\"24\" cy=\"18\" r=\"9\" fill=\"#FFFFFF\"/>"
                    + "<path d=\"M6 48a18 18 0 0 1 36 0z\" fill=\"#FFFFFF\"/>")
        case .spaceDrawing: return Self.drawing("<circle cx=\"24\" cy=\"24\" r=\"15\" fill=\"#FFFFFF\"/>")
        case .space: return Array(Data(base64Encoded: Self.spaceImage) ?? Data())
        }
    }

    private static func drawing(_ content: String) -> [UInt8] {
        Array(
            ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"48\" height=\"48\" viewBox=\"0 0 48 48\">"
                + "<rect width=\"48\" height=\"48\" fill=\"#0052CC\"/>\(content)</svg>").utf8)
    }

    /// A white disc on blue, 48 pixels wide.
    private static let spaceImage =
        "iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAQMAAABtzGvEAAAABlBMVEUAUsz////bkVLIAAAAT0lEQVR42mNgoBTwfwBT9f/A1P//IJL5//8DQIr9//"
        + "8HIBX//39AUPL///8AUvb////BoOr///9HDoXVMKhFqLZDnQR1INS5MMdDvUIJAAAN7FWNu8lvWQAAAABJRU5ErkJggg=="
}
