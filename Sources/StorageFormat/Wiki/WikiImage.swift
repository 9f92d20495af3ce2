/// An image of wiki markup: `!plan.png|width=300,align=right!`, of this page, another one or another site.
struct WikiImage {
    private var source: String
    private var attributes: [(name: String, value: String)] = []

    init?(_ content: String) {
        guard !WikiMacros.areIn(content) else { return nil }
        let parts = content.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        source = String(parts[0])
        guard source.contains("."), source.contains("://") || !source.contains(" ") || source.contains("^") else {
            return nil
        }
        guard parts.count > 1 else { return }
        for part in parts[1].split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces() }
            guard let name = pair.first?.lowercased() else { continue }
            let value = pair.count > 1 ? pair[1].filter { $0 != "\"" } : "true"
            switch name {
            case "width", "height":
                let digits = value.prefix { $0.isNumber }
                if !digits.isEmpty { attributes.append(("ac:\(name)", String(digits))) }
            case "align", "alt", "title", "vspace", "hspace", "class": attributes.append(("ac:\(name)", value))
            case "thumbnail": attributes.append(("ac:thumbnail", "true"))
            case "border": attributes.append(("ac:border", value == "0" ? "false" : "true"))
            default: break
            }
        }
    }

    var storage: String {
        let resource: StorageNode
        if source.contains("://") {
            resource = .element("ri:url", [("ri:value", source)])
        } else if let mark = source.lastIndex(of: "^") {
            let page = StorageNode.element("ri:page", [("ri:content-title", String(source[..<mark]))])
            let name = String(source[source.index(after: mark)...])
            resource = .element("ri:attachment", [("ri:filename", name)], [page])
        } else {
            resource = .element("ri:attachment", [("ri:filename", source)])
        }
        return StorageWriter.source(of: [.element("ac:image", attributes.map { ($0.name, $0.value) }, [resource])])
    }
}
