/// The query in CQL that a macro which lists content stands for.
///
/// Source: confluence.atlassian.com, the pages of the macros.
enum ListingQuery {
    /// What “Content by Label” lists: by its query, or as pages of older releases name labels, spaces and kinds.
    static func labelled(_ macro: StorageElement, spaceKey: String) -> String? {
        guard let condition = condition(macro, spaceKey) else { return nil }
        let isReversed = macro.parameter("reverse") == "true"
        let order =
            switch macro.parameter("sort") {
            case "title": "title \(isReversed ? "desc" : "asc")"
            case "creation": "created \(isReversed ? "asc" : "desc")"
            default: "lastmodified \(isReversed ? "asc" : "desc")"
            }
        return "\(condition) order by \(order)"
    }

    /// The same without an order.
    static func condition(_ macro: StorageElement, _ spaceKey: String) -> String? {
        macro.parameter("cql") ?? labels(macro, spaceKey)
    }

    private static func labels(_ macro: StorageElement, _ spaceKey: String) -> String? {
        let names = words(macro.parameter("labels") ?? macro.parameter("label") ?? macro.parameter(""))
        guard !names.isEmpty else { return nil }
        let isEvery = macro.parameter("operator")?.uppercased() == "AND"
        var parts = [
            isEvery
                ? names.map { "label = \(quoted($0))" }.joined(separator: " and ")
                : "label in (\(names.map(quoted).joined(separator: ", ")))"
        ]
        parts += spaces(macro, spaceKey)
        parts += types(macro.parameter("type"))
        return parts.joined(separator: " and ")
    }

    /// What “Recently Updated” lists: the space that it stands in, unless it names others.
    static func recent(_ macro: StorageElement, spaceKey: String) -> String {
        var parts = spaces(macro, spaceKey, standard: spaceKey)
        parts += types(macro.parameter("types") ?? macro.parameter("type") ?? "page, blogpost, comment, attachment")
        let labels = words(macro.parameter("labels"))
        if !labels.isEmpty { parts.append("label in (\(labels.map(quoted).joined(separator: ", ")))") }
        return (parts.isEmpty ? "type in (page, blogpost)" : parts.joined(separator: " and "))
            + " order by lastmodified desc"
    }

    /// What “Blog Posts” lists.
    static func posts(_ macro: StorageElement, spaceKey: String) -> String {
        (["type = blogpost"] + spaces(macro, spaceKey, standard: spaceKey)).joined(separator: " and ")
            + " order by created \(macro.parameter("reverse") == "true" ? "asc" : "desc")"
    }

    // MARK: Parts

    private static func spaces(_ macro: StorageElement, _ spaceKey: String, standard: String? = nil) -> [String] {
        let named = macro.spaceKeys(of: "spaces") + macro.spaceKeys(of: "space")
        guard !named.contains("@all"), !named.contains("*") else { return [] }
        var keys = named.filter { $0 != "@self" }
        if named.contains("@self") || named.isEmpty && standard != nil { keys.append(spaceKey) }
        return keys.isEmpty ? [] : ["space in (\(keys.map(quoted).joined(separator: ", ")))"]
    }

    private static func types(_ text: String?) -> [String] {
        let known = words(text).compactMap { word -> String? in
            switch word.lowercased() {
            case "page", "pages": "page"
            case "blogpost", "blogposts", "blog", "news": "blogpost"
            case "comment", "comments": "comment"
            case "attachment", "attachments": "attachment"
            default: nil
            }
        }
        return known.isEmpty ? [] : ["type in (\(known.joined(separator: ", ")))"]
    }

    private static func words(_ text: String?) -> [String] {
        (text ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension StorageElement {
    /// The spaces that a parameter names, as resources or by their keys.
    func spaceKeys(of parameter: String) -> [String] {
        for case .element(let child) in children where child.name == "ac:parameter" && child["ac:name"] == parameter {
            let resources = child.children.compactMap(\.element).compactMap { $0["ri:space-key"] }
            if !resources.isEmpty { return resources }
            return PlainText.text(of: child.children).split { $0 == "," || $0.isWhitespace }.map(String.init)
        }
        return []
    }
}
