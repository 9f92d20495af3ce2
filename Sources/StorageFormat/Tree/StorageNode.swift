/// One piece of a parsed body.
enum StorageNode: Sendable, Hashable {
    case element(StorageElement)
    /// Character data with its entities resolved.
    case text(String)
    /// The content of a CDATA section: the body of a code macro, mostly.
    case cdata(String)

    var element: StorageElement? {
        if case .element(let element) = self { element } else { nil }
    }

    /// Whether this is nothing but white space between elements.
    var isBlank: Bool {
        if case .text(let text) = self { text.utf8.allSatisfy(\.isXMLSpace) } else { false }
    }
}

/// An element of a parsed body; its name keeps the prefix (`ac:link`).
struct StorageElement: Sendable, Hashable {
    var name: String
    var attributes: [StorageAttribute]
    var children: [StorageNode] = []

    subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }

    func child(_ name: String) -> StorageElement? {
        for case .element(let child) in children where child.name == name { return child }
        return nil
    }
}

struct StorageAttribute: Sendable, Hashable {
    var name: String
    var value: String
}

/// What a macro's element says: its name, parameters and bodies.
extension StorageElement {
    var isMacro: Bool { name == "ac:structured-macro" || name == "ac:macro" }
    var macroName: String { self["ac:name"] ?? "" }

    /// A parameter's text; a parameter that names a resource gives the file name or title of it.
    func parameter(_ name: String) -> String? {
        for case .element(let child) in children where child.name == "ac:parameter" && child["ac:name"] == name {
            return child.parameterText
        }
        return nil
    }

    var parameterText: String {
        for case .element(let resource) in children {
            if let text = resource["ri:filename"] ?? resource["ri:content-title"] ?? resource["ri:value"] {
                return text
            }
        }
        return PlainText.text(of: children)
    }

    /// The unparsed body of a macro, as it was typed.
    var plainTextBody: String {
        guard let body = child("ac:plain-text-body") else { return "" }
        var text = ""
        for case .cdata(let part) in body.children { text += part }
        return text.isEmpty ? PlainText.text(of: body.children) : text
    }

    var richTextBody: [StorageNode] { child("ac:rich-text-body")?.children ?? [] }
}
