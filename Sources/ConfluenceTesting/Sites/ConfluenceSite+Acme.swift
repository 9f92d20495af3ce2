public import ConfluenceModel
import SiteFiles

extension ConfluenceSite {
    /// The fixture sites: one company on Cloud and on Data Center.
    public enum Acme: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
        case cloud = "acme-cloud"
        case dataCenter = "acme-datacenter"

        public var description: String { rawValue }

        /// The site as `Fixtures/sites` defines it.
        public func definition() throws -> SiteDefinition {
            try SiteFile.read(path: Self.folder + "\(rawValue).yaml")
        }

        /// The fixture site of a deployment, as a release of Data Center where one is named.
        package static func definition(on deployment: Site.Deployment) throws -> SiteDefinition {
            switch deployment {
            case .cloud: return try Self.cloud.definition()
            case .dataCenter(let text):
                guard let version = ProductVersion(text) else {
                    throw Unknown("“\(text)” is no release of Data Center, such as 9.2.0")
                }
                var definition = try Self.dataCenter.definition()
                definition.deployment = .dataCenter(version)
                return definition
            }
        }

        /// `Fixtures/sites/` of the package that this file belongs to.
        private static var folder: String {
            #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
                + "/Fixtures/sites/"
        }
    }

    /// A fixture site of one's own.
    ///
    /// - Parameter change: What is to differ from the site file.
    public static func acme(
        _ kind: Acme,
        changing change: (inout SiteDefinition) -> Void = { _ in }
    ) throws -> ConfluenceSite {
        var definition = try kind.definition()
        change(&definition)
        return try ConfluenceSite(definition)
    }
}
