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

    /// Whether a type looks like one of an app's: `ac:APP:MODULE` of Connect, `forge:APP:ENVIRONMENT:MODULE` of Forge.
    ///
    /// Source: developer.atlassian.com, Custom content.
    package static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return first == "ac" && parts.count == 3 || first == "forge" && parts.count == 4
    }
}
