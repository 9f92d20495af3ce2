import ConfluenceClient
import ConfluenceWire

/// The files that a page's body shows, by the identifiers of its media and by the names in its macros.
struct AttachmentReferences {
    private var fileIDs: Set<JSON> = []
    private var names: Set<JSON> = []

    /// Macros that list attachments without naming them, so that any may be shown.
    private static let listingMacros: Set<String> = ["attachments", "gallery", "space-attachments", "recently-updated"]
    private static let parametersWithNames = ["name", "filename", "file"]

    /// Reads a document in Atlassian's format; `nil` where it is empty or shows attachments without naming them.
    init?(document: JSON) {
        guard case .object = document, document["content"]?.isTruthy == true else { return nil }
        var nodes = [document]
        while let node = nodes.popLast() {
            guard case .object = node else { continue }
            let attributes = node["attrs"] ?? .null
            if let key = attributes["extensionKey"]?.stringValue, Self.listingMacros.contains(key) { return nil }
            if node["type"]?.stringValue?.hasPrefix("media") == true, let id = attributes["id"], id.isTruthy {
                fileIDs.insert(id)
            }
            let parameters = attributes["parameters"]?["macroParams"] ?? .null
            for name in Self.parametersWithNames {
                if let value = parameters[name]?["value"], value.stringValue != nil { names.insert(value) }
            }
            nodes += node["content"]?.arrayValue ?? []
        }
    }

    /// Whether the body shows the attachment; one without an identifier can't be looked for.
    func show(_ attachment: JSON) throws(ClientError) -> Bool {
        let id = try attachment.get("extensions").orEmptyObject.get("fileId")
        guard id.isTruthy else { return true }
        let title = try attachment.get("title", otherwise: "")
        return fileIDs.contains(id) || names.contains(title)
    }
}
