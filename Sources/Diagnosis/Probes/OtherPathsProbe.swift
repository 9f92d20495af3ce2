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
        guard !AddressForm.isService(address) else { return .otherPaths(found: nil) }
        let isCloud = evidence.identity?.kind == .cloud
        let linked = isCloud || evidence.isSiteObstructed ? [] : await Landing.links(atRootOf: address, &wire)
        // A site's own redirects know best: a root that leads to the context path, or on to the login page there.
        let led = (linked + wire.targets.filter { !$0.path.hasPrefix("/_edge/") }.map { $0.replacing(path: $0.path) })
            .map {
                AddressForm.withoutPage($0) ?? AddressForm.withoutSlash($0)
            }
        let usual = AddressForm.otherPaths(than: address, asWritten: configuration.credential.baseURL)
        var seen: Set<WebAddress> = [address]
        let candidates =
            led.filter { seen.insert($0).inserted }.prefix(2) + usual.filter { seen.insert($0).inserted }
        for candidate in candidates.prefix(limit) {
            guard wire.remaining > 0 else { return nil }
            if await SiteProbe.answers(at: candidate, isCloud: isCloud, &wire) {
                return .otherPaths(found: candidate)
            }
        }
        return .otherPaths(found: nil)
    }
}

extension [Evidence] {
    /// Whether something in front answers in the site's place: its root would be answered no better.
    fileprivate var isSiteObstructed: Bool {
        contains { if case .obstructed(_, .site) = $0 { true } else { false } }
    }
}
