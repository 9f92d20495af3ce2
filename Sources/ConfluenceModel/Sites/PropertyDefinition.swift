/// A property of a site file: what an app keeps on a page or on a space under a key.
public struct PropertyDefinition: Sendable, Hashable {
    public var key: String

    /// The value as JSON text.
    public var value: String

    public init(_ key: String, value: String) {
        self.key = key
        self.value = value
    }
}
