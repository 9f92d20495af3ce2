/// What the panels of storage are called in documents, which name them by colour.
enum PanelNames {
    private static let macros = [("info", "info"), ("tip", "success"), ("note", "warning"), ("warning", "error")]

    /// What storage calls a note is the document's yellow “warning”.
    static func node(_ macro: String) -> String {
        macros.first { $0.0 == macro }?.1 ?? "info"
    }

    /// The macro of a panel type; the purple “note” has none.
    static func macro(_ type: String) -> String? {
        macros.first { $0.1 == type }?.0
    }

    /// A custom panel's attributes and the parameters that hold them.
    static let customParameters = [
        ("panelIcon", "panelIcon"), ("panelIconId", "panelIconId"), ("panelIconText", "panelIconText"),
        ("panelColor", "bgColor"),
    ]
}

/// What the editor calls the macros of Confluence itself.
enum MacroTitles {
    private static let titles = [
        "anchor": "Anchor", "attachments": "Attachments", "children": "Child pages", "excerpt": "Excerpt",
        "details": "Page Properties", "detailssummary": "Page Properties Report", "gallery": "Gallery",
        "excerpt-include": "Excerpt Include", "include": "Include Page", "jira": "Jira", "noformat": "No Format",
        "toc": "Table of Contents", "contentbylabel": "Content by Label", "recently-updated": "Recently Updated",
        "section": "Section", "column": "Column", "view-file": "View File",
    ]

    static func title(of macro: String) -> String { titles[macro] ?? macro }
}

/// A macro's parameter that names a resource: an element in storage, one text in a document.
enum MacroParameter {
    private enum Kind { case page, file, person, space }

    private static let kinds: [String: Kind] = [
        "include.": .page, "excerpt-include.": .page, "children.page": .page, "pagetree.root": .page,
        "view-file.name": .file, "viewpdf.name": .file, "profile.user": .person, "livesearch.spaceKey": .space,
    ]

    /// The text that stands for a parameter: `KEY:Title` for a page of another space.
    static func text(_ parameter: StorageElement) -> String {
        let holder = parameter.child("ac:link") ?? parameter
        if let page = holder.child("ri:page") ?? holder.child("ri:blog-post") {
            let title = page["ri:content-title"] ?? ""
            return page["ri:space-key"].map { "\($0):\(title)" } ?? title
        }
        if let user = holder.child("ri:user") {
            return user["ri:account-id"] ?? user["ri:userkey"] ?? user["ri:username"] ?? ""
        }
        return holder.child("ri:space")?["ri:space-key"] ?? parameter.parameterText
    }

    /// The content of a parameter's element for such a text.
    static func nodes(_ text: String, of parameter: String, macro: String) -> [StorageNode] {
        guard let kind = kinds["\(macro).\(parameter)"] else { return text.isEmpty ? [] : [.text(text)] }
        switch kind {
        case .file: return [.element("ri:attachment", [("ri:filename", text)])]
        case .person: return [.element("ri:user", [("ri:account-id", text)])]
        case .space: return [.element("ri:space", [("ri:space-key", text)])]
        case .page:
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            let attributes =
                parts.count == 2 && !parts[0].contains(" ")
                ? [("ri:space-key", parts[0]), ("ri:content-title", parts[1])] : [("ri:content-title", text)]
            return [.element("ac:link", [], [.element("ri:page", attributes)])]
        }
    }
}

extension StorageNode {
    static func element(
        _ name: String, _ attributes: [(String, String)] = [], _ children: [StorageNode] = []
    ) -> StorageNode {
        .element(
            StorageElement(
                name: name, attributes: attributes.map { StorageAttribute(name: $0.0, value: $0.1) },
                children: children))
    }
}
