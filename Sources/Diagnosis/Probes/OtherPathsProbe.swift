import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Looks for Confluence under the other paths of the configured host, without showing a secret.
enum OtherPathsProbe {
    /// So many paths are tried at most.
    private static let limit = 5

    static func run(
        _ configuration: ToolkitConfiguration,
        _ evidence: [Evidence],
        _ wire: inout Wire
    ) async -> Evidence? {
        guard let address = try? configuration.clientAddress() else { return nil }
        // A site's own redirects know best: a root that leads to the context path, or on to the login page there.
        let led = wire.targets.map { AddressForm.withoutPage($0) ?? AddressForm.withoutSlash($0) }.prefix(2)
        let usual = AddressForm.otherPaths(than: address, asWritten: configuration.credential.baseURL)
        var seen: Set<WebAddress> = [address]
        let candidates = (led + usual).filter { seen.insert($0).inserted }
        let isCloud = evidence.identity?.kind == .cloud
        for candidate in candidates.prefix(limit) {
            guard wire.remaining > 0 else { return nil }
            if await SiteProbe.answers(at: candidate, isCloud: isCloud, &wire) {
                return .otherPaths(found: candidate)
            }
        }
        return .otherPaths(found: nil)
    }
}
