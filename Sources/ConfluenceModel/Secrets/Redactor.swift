import Foundation

/// The second wall: takes known secrets out of any text before it is written.
///
/// The first wall is ``Secret``, which can't be printed. This one also catches a site that echoes
/// what it was sent, and the forms in which a secret travels (trimmed, and as HTTP Basic).
public struct Redactor: Sendable {
    private let needles: [String]

    /// What stands in the place of a secret.
    public static let mark = "‹redacted›"

    /// - Parameter secrets: The texts to take out; those shorter than four characters are left alone,
    ///   because they would also be found in ordinary words.
    public init(secrets: [String]) {
        var forms: Set<String> = []
        for secret in secrets {
            let trimmed = secret.trimmingEdges()
            for form in [secret, trimmed] where form.count >= 4 {
                forms.insert(form)
            }
        }
        // The longest first, so that a secret inside another leaves no rest.
        needles = forms.sorted { ($0.count, $0) > ($1.count, $1) }
    }

    public func redact(_ text: String) -> String {
        var text = text
        for needle in needles where text.contains(needle) {
            text = text.replacingOccurrences(of: needle, with: Self.mark)
        }
        return text
    }
}
