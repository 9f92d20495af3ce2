/// Where the settings of a toolkit stand in the document from which it was read.
struct ConfigurationPlaces: Sendable, Hashable {
    /// The way to the toolkit's settings; empty when they are the whole document.
    var settings = ""
    /// The way to the credential's fields.
    var credential = "confluence_configuration"
    /// The settings that were found, each with the way to it.
    var found: [ConfigurationField: String] = [:]

    func path(of field: ConfigurationField) -> String {
        if let path = found[field] { return path }
        let parent = field.isOfCredential ? credential : settings
        return parent.isEmpty ? field.rawValue : "\(parent).\(field.rawValue)"
    }
}
