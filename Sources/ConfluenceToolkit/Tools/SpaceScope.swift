import ConfluenceClient
import ConfluenceWire

/// The space to which a toolkit is restricted, and what follows from it for each call.
struct SpaceScope: Sendable {
    /// `nil` means every space that the account can reach.
    let space: String?

    /// The space that a call is about: the toolkit's own, or the one that the call names.
    func resolve(_ requested: String?, isRequired: Bool = false) throws(ClientError) -> String? {
        let requested = SpaceKey.normalize(requested)
        guard let space else {
            if isRequired, requested == nil {
                throw ToolError.refusal(
                    "A Confluence space key is required for this operation because the toolkit has no space "
                        + "configured. Provide the 'space' parameter.")
            }
            return requested
        }
        if let requested, !SpaceKey.same(requested, space) {
            throw ToolError.refusal(
                "This toolkit is restricted to Confluence space '\(space)'; space '\(requested)' is outside its scope.")
        }
        return space
    }

    /// Whether a page, asked for with its space, may be touched.
    func contains(_ page: JSON) throws(ClientError) -> Bool {
        guard let space else { return true }
        return SpaceKey.same(try key(of: page).stringValue, space)
    }

    private func key(of page: JSON) throws(ClientError) -> JSON {
        try page.orEmptyObject.get("space").orEmptyObject.get("key")
    }

    /// Refuses a page that lies in another space; the page must have been asked for with its space.
    func check(_ page: JSON, id: String) throws(ClientError) {
        guard let space, try !contains(page) else { return }
        let key = try key(of: page)
        let found = key.isTruthy ? "space '\(PythonText.str(key))'" : "an unknown space"
        throw ToolError.refusal(
            "Page '\(id)' belongs to \(found), but this toolkit is restricted to Confluence space '\(space)'.")
    }
}

/// Parts of CQL as the toolkit builds them.
package enum SearchClause {
    /// The pages of a space, or of the whole site.
    package static func pages(in space: String?) -> String {
        guard let space else { return "type=page" }
        return "type=page and space=\"\(escape(space))\""
    }

    /// A text for a place between double quotes; wildcards and other operators stay as they are.
    static func escape(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}
