public import ConfluenceWire

public import struct Foundation.Date

/// A request that the site sends to the address of a webhook, because something happened.
public struct WebhookDelivery: Sendable, Hashable, Identifiable {
    /// Counted from 1 over the life of the site.
    public var id: Int
    public var webhookID: Int64
    /// Such as `page_created`.
    public var event: String
    /// When it happened, by the site's clock.
    public var moment: Date
    /// What is sent: the body is signed with the webhook's secret.
    public var request: Request
}

/// What came of a delivery.
public struct WebhookOutcome: Sendable, Hashable {
    public var delivery: WebhookDelivery
    /// How often it was tried.
    public var attempts: Int
    /// The status of the answer; `nil` where none came.
    public var status: Int?
    /// Why no answer came, or why nothing was sent.
    public var failure: String?

    /// Whether the address took it.
    public var isSuccess: Bool { status.map { (200...299).contains($0) } ?? false }
}
