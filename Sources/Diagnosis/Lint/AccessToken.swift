package import ConfluenceModel
import ConfluenceWire
package import Foundation

/// A signed token (JWT), as OAuth makes, with what it says of itself to everybody who has it.
package struct AccessToken {
    /// When it ends, where it says so.
    package let end: Date?
    /// Whether Atlassian's own authorisation server made it.
    package let isOfAtlassian: Bool

    /// `nil` for a text of another form.
    package init?(_ secret: Secret) {
        let parts = secret.revealed(for: .lint).trimmingEdges().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, Self.read(parts[0])?["alg"] != nil, let claims = Self.read(parts[1]) else { return nil }
        let issuer = claims["iss"]?.stringValue.flatMap { try? WebAddress(parsing: $0).host }
        isOfAtlassian = issuer == "auth.atlassian.com"
        end = claims["exp"]?.integerValue.map { Date(timeIntervalSince1970: TimeInterval($0)) }
    }

    private static func read(_ part: Substring) -> JSON? {
        let padding = String(repeating: "=", count: (4 - part.utf8.count % 4) % 4)
        let text = part.replacing("-", with: "+").replacing("_", with: "/") + padding
        return Data(base64Encoded: String(text)).flatMap { try? JSONReader.read(Array($0), depthLimit: 16) }
    }
}
