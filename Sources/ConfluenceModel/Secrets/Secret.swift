/// A text that must never be shown: a token, a password, a session cookie.
///
/// It has no description, no encoding and no interpolation that shows it. ``revealed(for:)`` is the
/// one way out, and each call names its purpose, so that a search finds all of them.
public struct Secret: Sendable, Hashable {
    private let text: String

    public init(_ text: String) {
        self.text = text
    }

    /// Why a secret's text is needed.
    public enum Purpose: Sendable {
        /// Building the `Authorization` or `Cookie` header of a request to the configured host.
        case authorizationHeader
        /// Looking for stray characters; only names and positions of characters may leave the check.
        case lint
        /// Taking its value out of a text that is about to be written.
        case redaction
        /// Comparing it with what a simulated site knows.
        case simulation
        /// Handing it to a driver process that was asked to use it.
        case driver
    }

    /// The text itself, for one named purpose.
    public func revealed(for purpose: Purpose) -> String {
        text
    }

    public var isEmpty: Bool { text.isEmpty }
    public var count: Int { text.count }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "‹secret›" }
    public var debugDescription: String { "‹secret›" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
