/// How the credential says that Confluence is run; the raw values are the words of the credential's form.
package enum Hosting: String, Sendable, Hashable, CaseIterable {
    /// Decided by the host name.
    case auto = "Auto"
    case cloud = "Cloud"
    /// Server and Data Center.
    case server = "Server"

    /// Reads the word with any capitals, as the toolkit does.
    package init?(ignoringCase word: String) {
        guard let match = Self.allCases.first(where: { $0.rawValue.lowercased() == word.lowercased() }) else {
            return nil
        }
        self = match
    }
}
