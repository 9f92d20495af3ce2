package import ConfluenceModel
package import Documents

/// Reads how much a site has beside what its file spells out.
package enum SizeReader {
    private enum Part: String, CaseIterable {
        case spaces, pages, depth, attachments, comments, labels, users, groups, restrictions, seed
    }

    /// Most things that can be asked for: ids stay within what clients take.
    private static let most = 10_000_000

    package static func read(_ node: DocumentNode) throws(DocumentError) -> SiteSize {
        let size = try node.mapping(keys: Part.allCases.map(\.rawValue))
        func count(_ part: Part, from least: Int = 0) throws(DocumentError) -> Int? {
            guard let value = size[part.rawValue] else { return nil }
            return try value.count(least...most)
        }
        let made = SiteSize(
            spaces: try count(.spaces), pages: try count(.pages) ?? 100, depth: try count(.depth, from: 1),
            attachments: try count(.attachments), comments: try count(.comments), labels: try count(.labels),
            users: try count(.users), groups: try count(.groups), restrictions: try count(.restrictions),
            seed: try count(.seed).map { UInt64($0) } ?? 1)
        if made.pages > 0, made.spaces == 0 { throw node.error("pages lie in spaces: ask for one space at least") }
        return made
    }

    /// Reads `pages=10000,seed=7`, the same in the words of a command line.
    package static func read(words: String, of option: String) throws(DocumentError) -> SiteSize {
        func node(_ content: DocumentNode.Content, _ field: String) -> DocumentNode {
            DocumentNode(content, from: option, field: field)
        }
        var entries: [DocumentNode.Entry] = []
        for word in words.split(separator: ",") {
            let pair = word.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else {
                throw node(.null, "").error("“\(word)” is no size; say what and how many, as in pages=10000,seed=7")
            }
            let name = String(pair[0])
            let value: DocumentNode.Content = Int64(pair[1]).map { .integer($0) } ?? .string(String(pair[1]))
            entries.append(DocumentNode.Entry(key: name, value: node(value, name)))
        }
        return try read(node(.mapping(entries), ""))
    }
}
