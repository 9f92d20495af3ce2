import ConfluenceModel
import Documents

/// What is written once for all interfaces, or as a mapping of interfaces to what is meant on each of them.
enum LawVariants {
    /// The value for an interface; `nil` where a mapping leaves this one out.
    ///
    /// - Parameter apis: The interfaces that may be named here.
    static func value(
        of node: DocumentNode, on api: SiteAPI, among apis: [SiteAPI]
    ) throws(DocumentError) -> DocumentNode? {
        guard case .mapping(let entries) = node.content, entries.contains(where: { names($0).contains(where: isAPI) })
        else { return node }
        var found: DocumentNode?
        for entry in entries {
            for name in names(entry) {
                guard let named = SiteAPI(rawValue: name) else {
                    throw entry.error(
                        DocumentNode.unknown("interface", name, among: SiteAPI.allCases.map(\.rawValue)))
                }
                guard apis.contains(named) else {
                    throw entry.error("the law is not stated for \(name); add it to “on”, or take this out")
                }
                guard named == api else { continue }
                guard found == nil else { throw entry.error("“\(name)” stands twice in this mapping") }
                found = entry.value
            }
        }
        return found
    }

    /// The interfaces of a key: one, or several with commas between them.
    private static func names(_ entry: DocumentNode.Entry) -> [String] {
        entry.key.split(separator: ",").map { $0.filter { $0 != " " } }
    }

    private static func isAPI(_ name: String) -> Bool { SiteAPI(rawValue: name) != nil }
}
