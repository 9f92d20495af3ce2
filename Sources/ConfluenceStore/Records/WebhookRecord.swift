package import struct Foundation.Date

/// An address that is told of events of the site.
package struct WebhookRecord: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var name: String
    package var url: String
    /// What its requests are signed with.
    package var secret: String?
    package var events: [String]
    package var isActive: Bool
    package var verifiesTLS: Bool
    package var createdAt: Date
    package var updatedAt: Date

    package init(
        id: Int64 = 0, name: String, url: String, secret: String?, events: [String], isActive: Bool = true,
        verifiesTLS: Bool = true, createdAt: Date, updatedAt: Date
    ) {
        self.id = id
        self.name = name
        self.url = url
        self.secret = secret
        self.events = events
        self.isActive = isActive
        self.verifiesTLS = verifiesTLS
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
