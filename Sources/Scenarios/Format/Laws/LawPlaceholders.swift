import ConfluenceModel
import Documents

/// Finds placeholders of a law that would not mean anything on a site that is not simulated.
enum LawPlaceholders {
    private static let roots = ["var", "word", "run", "scratch", "account", "site", "text"]

    static func check(_ node: DocumentNode) throws(DocumentError) {
        switch node.content {
        case .string(let text): try check(text, at: node)
        case .list(let elements): for element in elements { try check(element) }
        case .mapping(let entries):
            for entry in entries {
                try check(entry.key, at: entry.value)
                try check(entry.value)
            }
        case .null, .bool, .integer, .number: break
        }
    }

    private static func check(_ text: String, at node: DocumentNode) throws(DocumentError) {
        guard text.holds("{{") else { return }
        for name in PlaceholderText(text).names {
            let root = PlaceholderWay(name).root
            guard !roots.contains(root) else { continue }
            guard !Placeholders.roots.contains(root) else {
                throw node.error(
                    "“{{\(name)}}” is known on simulated sites alone; a law takes what it needs by a request, or makes it"
                )
            }
            throw node.error(DocumentNode.unknown("placeholder", root, among: roots))
        }
    }
}
