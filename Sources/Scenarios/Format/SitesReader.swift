import Documents
import SiteFiles

/// Reads `site`, or the several `sites` of a scenario.
enum SitesReader {
    /// What the only site is called that has no name of its own.
    static let onlyName = "site"
    /// Words that placeholders of the first site have, which no site can be called.
    static let facts = ["url", "host", "name"]

    static func read(_ fields: DocumentMapping, _ mistakes: inout Mistakes) -> [ScenarioSite] {
        guard let several = fields["sites"] else {
            guard
                let node = mistakes.attempt({ () throws(DocumentError) in
                    try fields.required("site", or: ["sites"], among: ScenarioReader.keys)
                }),
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

    private static func readSource(_ node: DocumentNode) throws(DocumentError) -> SiteSource {
        if case .mapping = node.content {
            // Read again when it is started; what is wrong with it is said now.
            _ = try SiteFile.read(node)
            return .inline(node)
        }
        return .file(ScenarioPath.resolve(try node.text(), beside: node.file), namedBy: node)
    }
}
