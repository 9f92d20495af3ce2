/// A template from which people begin pages, of a space or of the whole site.
public struct TemplateDefinition: Sendable, Hashable {
    public var name: String
    public var description: String

    /// The body in storage format.
    public var body: String
    public var labels: [String]

    public init(name: String, description: String = "", body: String = "", labels: [String] = []) {
        self.name = name
        self.description = description
        self.body = body
        self.labels = labels
    }
}
