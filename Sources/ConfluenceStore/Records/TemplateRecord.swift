/// A template from which people begin pages, of a space or of the whole site.
package struct TemplateRecord: Sendable, Hashable, Identifiable {
    package var id: Int64
    /// `nil` for one of the whole site.
    package var spaceID: Int64?
    package var name: String
    package var description: String
    /// In storage format.
    package var body: String
    package var labels: [String]

    package init(
        id: Int64, spaceID: Int64?, name: String, description: String = "", body: String, labels: [String] = []
    ) {
        self.id = id
        self.spaceID = spaceID
        self.name = name
        self.description = description
        self.body = body
        self.labels = labels
    }
}
