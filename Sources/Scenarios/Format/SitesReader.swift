import ConfluenceModel
import Documents

/// Reads `site`, or the several `sites` of a scenario.
enum SitesReader {
    /// What the only site is called that has no name of its own.
    static let onlyName = "site"
    /// Words that placeholders of the first site have, which no site can be called.
    static let facts = ["url", "host", "name"]

    static func read(_ fields: DocumentMapping, _ mistakes: inout Mistakes) -> [ScenarioSite] {
        guard let several = fields["sites"] else {
            guard
                let node = mistakes.attempt({ () throws(DocumentError) in try required(fields) }),
                let source = mistakes.attempt({ () throws(DocumentError) in try readSource(node) })
            else { return [] }
            return [ScenarioSite(name: onlyName, source: source)]
        }
        if let one = fields["site"] { mistakes.note(one.error("write either “site” or “sites”, not both")) }
        let entries = mistakes.attempt { () throws(DocumentError) in try several.mapping().entries } ?? []
        if entries.isEmpty { mistakes.note(several.error("at least one site is expected, as “NAME: FILE”")) }
        var sites: [ScenarioSite] = []
        for entry in entries {
            if let message = PlaceholderName.problem(with: entry.key, of: "site") {
                mistakes.note(entry.error(message))
            } else if facts.contains(entry.key) {
                mistakes.note(
                    entry.error("a site can't be called “\(entry.key)”, as {{site.\(entry.key)}} has a meaning"))
            }
            let source = mistakes.attempt { () throws(DocumentError) in try readSource(entry.value) }
            if let source { sites.append(ScenarioSite(name: entry.key, source: source)) }
        }
        return sites
    }

    private static func required(_ fields: DocumentMapping) throws(DocumentError) -> DocumentNode {
        // A misspelt key is named already, and what it was meant for is no second mistake.
        if fields["site"] == nil, let near = fields.entries.first(where: { isMisspelt($0.key) }) {
            throw near.error(DocumentNode.unknown("key", near.key, among: ScenarioReader.keys))
        }
        return try fields.required("site")
    }

    private static func isMisspelt(_ key: String) -> Bool {
        !ScenarioReader.keys.contains(key)
            && ["site", "sites"].contains(NearestWord.find(for: key, in: ScenarioReader.keys))
    }

    private static func readSource(_ node: DocumentNode) throws(DocumentError) -> SiteSource {
        if case .mapping = node.content { return .inline(node) }
        return .file(ScenarioPath.resolve(try node.text(), beside: node.file), namedBy: node)
    }
}
