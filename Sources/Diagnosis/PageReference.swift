import ConfluenceWire
import Foundation

/// A page that somebody names: by its id, or by its address as a browser shows it.
package enum PageReference: Sendable, Hashable {
    case id(String)
    /// By its title, as the addresses of most pages do on Data Center before 9.
    case titled(String, space: String)

    /// Reads an id or an address; `nil` where that names no page.
    package init?(_ text: String) {
        if Self.isID(text) {
            self = .id(text)
        } else if text.contains("/"), let page = Self.inAddress(text) {
            self = page
        } else {
            return nil
        }
    }

    /// A text that is read as this page again.
    package var text: String {
        switch self {
        case .id(let id): id
        case .titled(let title, let space):
            "/display/" + [space, title].map { PercentEncoding.encode($0, allowed: .queryItem) }.joined(separator: "/")
        }
    }

    /// The host that an address names, in small letters; `nil` for an id and for a path alone.
    package static func host(in text: String) -> String? {
        guard text.contains("://") else { return nil }
        return (try? WebAddress(parsing: text))?.host.lowercased()
    }

    /// The id, or the title with its space.
    package var words: String {
        switch self {
        case .id(let id): id
        case .titled(let title, let space): "“\(title)” of the space \(space)"
        }
    }

    private static func inAddress(_ text: String) -> PageReference? {
        let address = text.prefix { $0 != "#" }
        let path = address.prefix { $0 != "?" }
        let items = QueryItem.parse(String(address[path.endIndex...].dropFirst()))
        func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
        if let id = value("pageId") ?? value("draftId") ?? value("homepageId"), isID(id) { return .id(id) }
        if let title = value("title"), let space = value("spaceKey") { return .titled(title, space: space) }
        let parts = path.split(separator: "/")
        for (index, part) in parts.enumerated() {
            let rest = parts[(index + 1)...]
            switch (part, rest.count) {
            // The second is in the editor's address.
            case ("pages", 1...) where rest.first.map(isID) == true,
                ("edit-v2", 1...) where rest.first.map(isID) == true:
                return rest.first.map { .id(String($0)) }
            case ("x", 1): return rest.first.flatMap(id(inShortLink:)).map { .id($0) }
            // More than a title stands behind the key of a blog post: its day.
            case ("display", 2):
                let decoded = rest.map { PercentEncoding.decode($0, plusIsSpace: true) }
                return .titled(decoded[1], space: decoded[0])
            default: continue
            }
        }
        return nil
    }

    /// The id that a short link holds: its bytes from the least one up, in Base64 that is written for addresses and cut
    /// where nothing but zeros would follow.
    private static func id(inShortLink code: Substring) -> String? {
        let letters = code.map { $0 == "-" ? "/" : $0 == "_" ? "+" : $0 }
        guard !letters.isEmpty, letters.count <= 11,
            let bytes = Data(base64Encoded: String(letters) + String(repeating: "A", count: 11 - letters.count) + "="),
            bytes.count == 8
        else { return nil }
        let number = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return number > 0 && number <= Int64.max ? String(number) : nil
    }

    private static func isID(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= 19 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
