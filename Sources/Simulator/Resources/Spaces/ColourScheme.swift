import ConfluenceWire

/// The colours of a Data Center site or of one of its spaces, for its light and its dark look.
///
/// The members are those of Data Center's description; the colours themselves are inferred.
struct ColourScheme: Sendable, Hashable {
    private(set) var json: JSON

    private static let looks = ["colorSchemeModelLight", "colorSchemeModelDark"]
    private static let colours: [(name: String, light: JSON, dark: JSON)] = [
        ("topBarColor", "#FFFFFF", "#1D2125"), ("topBarMenuSelectedBgColor", "#DEEBFF", "#1C2B41"),
        ("topBarMenuSelectedTextColor", "#0052CC", "#579DFF"), ("breadcrumbsTextColor", "#6B778C", "#8C9BAB"),
        ("headerButtonBgColor", "#0052CC", "#579DFF"), ("headerButtonTextColor", "#FFFFFF", "#1D2125"),
        ("searchFieldTextColor", "#172B4D", "#B6C2CF"), ("searchFieldBgColor", "#F4F5F7", "#22272B"),
        ("menuItemSelectedBgColor", "#DEEBFF", "#1C2B41"), ("menuItemSelectedTextColor", "#0052CC", "#579DFF"),
        ("menuItemTextColor", "#172B4D", "#B6C2CF"), ("headingTextColor", "#172B4D", "#B6C2CF"),
        ("linkColor", "#0052CC", "#579DFF"),
    ]

    static let standard = ColourScheme(json: [
        looks[0]: .object(colours.reduce(into: JSONObject()) { $0[$1.name] = $1.light }),
        looks[1]: .object(colours.reduce(into: JSONObject()) { $0[$1.name] = $1.dark }),
    ])

    private init(json: JSON) { self.json = json }

    init(kept text: String) throws { json = try JSONReader.read(text) }

    var text: String { String(decoding: JSONWriter.compact(json), as: UTF8.self) }

    /// The scheme with the colours that somebody sends; what is left out stays as it is.
    func changed(by body: JSON) throws(Refusal) -> ColourScheme {
        var changed = self
        for look in Self.looks {
            for colour in Self.colours {
                guard let value = body[look]?[colour.name], value != .null else { continue }
                guard let text = value.stringValue, text.wholeMatch(of: #/#[0-9A-Fa-f]{6}/#) != nil else {
                    throw RestrictionDraft.invalid("Invalid color for \(colour.name)")
                }
                changed.json[look]?[colour.name] = .string(text)
            }
        }
        return changed
    }
}
