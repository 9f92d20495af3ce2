public import ConfluenceModel
import Documents
import SiteFiles
public import Testing

/// A site described in Swift, with the words of a site file.
///
///     Site(.cloud) {
///         User("mira") { Token("mira-token", kind: .apiToken, value: "ATATT3x") }
///         Space("DOCS", name: "Documentation") {
///             Permission(.user("mira"), .all)
///             Page("Home") { Page("Refund policy") { Label("policy") } }
///         }
///     }
public struct Site: Sendable {
    private let node: DocumentNode

    /// - Parameters:
    ///   - name: A short name for logs and lists.
    ///   - host: The host name that clients are told.
    ///   - contextPath: `/wiki` on Cloud and none on Data Center unless said otherwise.
    ///   - cloudID: Cloud only; made from the name when left out.
    public init(
        _ deployment: Deployment,
        name: String = "example",
        host: String? = nil,
        contextPath: String? = nil,
        cloudID: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation,
        @Parts<any SitePart> parts: () -> [any SitePart] = { [] }
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("name", name)
        switch deployment {
        case .cloud:
            outline.set("deployment", "cloud")
            outline.set("host", host ?? "example.atlassian.net")
        case .dataCenter(let version):
            outline.set("deployment", "data-center")
            outline.set("version", version)
            outline.set("host", host ?? "confluence.example.com")
        }
        outline.set("context-path", contextPath)
        outline.set("cloud-id", cloudID)
        outline.add(parts().map(\.sitePhrase))
        node = outline.node.settled()
    }

    /// The two ways Confluence is run.
    public enum Deployment: Sendable, Hashable {
        case cloud
        /// A release such as `9.2.0`.
        case dataCenter(String)
    }

    /// The site as values.
    ///
    /// - Throws: An error that names the line of Swift and the field, in the words of site files.
    public func definition() throws -> SiteDefinition { try SiteFile.read(node) }
}
