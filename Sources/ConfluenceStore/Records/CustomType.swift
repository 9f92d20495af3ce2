/// What an app says of content of its own: a type, and in which form the body is kept.
package struct CustomType: Sendable, Hashable {
    /// Such as `ac:tasks-app:task`.
    package var name: String

    /// Whether the body is text that only the app can read, in place of the storage format.
    package var isRaw: Bool

    package init(_ name: String, isRaw: Bool = false) {
        self.name = name
        self.isRaw = isRaw
    }
}
