import Foundation

/// How storage format names a page that it links to: by title, and by space key where it is another space's.
struct PageReference: Sendable, Hashable {
    var title: String
    var spaceKey: String

    /// All that a body links to.
    static func references(in body: String, spaceKey: String) -> [PageReference] {
        body.components(separatedBy: "<ri:page").dropFirst().compactMap { piece in
            let tag = piece.prefix { $0 != ">" }
            guard let title = attribute("ri:content-title", of: tag) else { return nil }
            return PageReference(title: title, spaceKey: attribute("ri:space-key", of: tag) ?? spaceKey)
        }
    }

    private static func attribute(_ name: String, of tag: Substring) -> String? {
        guard let start = tag.firstRange(of: "\(name)=\"")?.upperBound else { return nil }
        let value = tag[start...].prefix { $0 != "\"" }
        let entities = [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&"),
        ]
        return entities.reduce(String(value)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}
