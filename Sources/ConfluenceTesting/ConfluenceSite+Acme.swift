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

        /// `Fixtures/sites/` of the package that this file belongs to.
        private static var folder: String {
            #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
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
