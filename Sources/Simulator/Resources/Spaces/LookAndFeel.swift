import ConfluenceWire

/// How pages look: colours and measures under the names that the API has for them.
struct LookAndFeel: Sendable, Hashable {
    let json: JSON

    /// A look that is known to have all its members.
    init(known json: JSON) {
        self.json = json
    }

    /// A look that somebody sends whole; what it has beyond the known members is left out.
    init(sent body: JSON) throws(Refusal) {
        self.init(known: try Self.kept(body, like: Self.standard.json, at: ""))
    }

    /// A look as a site keeps it.
    init(kept text: String) throws {
        self.init(known: try JSONReader.read(text))
    }

    var text: String { String(decoding: JSONWriter.compact(json), as: UTF8.self) }

    /// The parts that a look may do without: those of the header may be null, those of the content may be missing.
    private static let optional = [".header.", ".content."]

    private static func kept(_ value: JSON?, like model: JSON, at path: String) throws(Refusal) -> JSON {
        guard case .object(let members) = model else {
            guard let text = value?.stringValue else {
                throw RestrictionDraft.invalid("Invalid look and feel: \(path.dropFirst()) must be a string.")
            }
            return .string(text)
        }
        guard value?.objectValue != nil else {
            throw RestrictionDraft.invalid("Invalid look and feel: \(path.dropFirst()) must be an object.")
        }
        var kept = JSONObject()
        for member in members {
            let place = "\(path).\(member.key)"
            let given = value?[member.key]
            if given == nil || given == .null, Self.optional.contains(where: place.hasPrefix) {
                kept[member.key] = given
            } else {
                kept[member.key] = try Self.kept(given, like: member.value, at: place)
            }
        }
        return .object(kept)
    }
}

/// The looks that a space, or the site, can choose from.
struct Looks: Sendable {
    var selected: Choice
    /// What the site's administrators chose.
    var global: LookAndFeel
    var custom: LookAndFeel
    /// Whether a theme gives the space a look as well.
    var hasTheme: Bool

    enum Choice: String, Sendable {
        case global, custom, theme
    }
}
