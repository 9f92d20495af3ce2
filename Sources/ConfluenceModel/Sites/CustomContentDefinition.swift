public import struct Foundation.Date

/// What an app keeps on a page of a Cloud site: content of a type of its own.
public struct CustomContentDefinition: Sendable, Hashable {
    /// The content id; `nil` lets the site number it.
    public var id: Int64?
    /// Such as `ac:tasks-app:task`.
    public var type: String
    public var title: String
    /// In storage format, or text that only the app can read.
    public var body: String
    /// Whether the body is text that only the app can read.
    public var isRaw: Bool
    /// The account that made it, by ``UserDefinition/name``; `nil` takes who made the page.
    public var author: String?
    public var createdAt: Date?

    public init(
        id: Int64? = nil, type: String, title: String, body: String = "", isRaw: Bool = false, author: String? = nil,
        createdAt: Date? = nil
    ) {
        self.id = id
        self.type = type
        self.title = title
        self.body = body
        self.isRaw = isRaw
        self.author = author
        self.createdAt = createdAt
    }

    /// Whether a type looks like one of an app's: `ac:APP:MODULE` of Connect, `forge:APP:ENVIRONMENT:MODULE` of Forge.
    ///
    /// Source: developer.atlassian.com, Custom content.
    public static func isType(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return first == "ac" && parts.count == 3 || first == "forge" && parts.count == 4
    }
}
