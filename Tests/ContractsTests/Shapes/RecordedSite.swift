import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Contracts

/// Exchanges with a fixture site, as the reading tour finds them.
enum RecordedSite {
    static func kind(_ acme: ConfluenceSite.Acme) -> DeploymentKind { acme == .cloud ? .cloud : .dataCenter }

    static func samples(
        _ acme: ConfluenceSite.Acme, changing change: (inout SiteDefinition) -> Void = { _ in }
    ) async throws -> [ShapeSample] {
        let site = try ConfluenceSite.acme(acme, changing: change)
        return try await samples(of: site, kind: kind(acme))
    }

    static func samples(of site: ConfluenceSite, kind: DeploymentKind) async throws -> [ShapeSample] {
        try await ReadingTour(of: kind).samples(of: kind) { question in
            let request = try site.request(
                question.path, query: question.query, as: question.isAnonymous ? nil : "jonas")
            return try await site.send(request)
        }
    }
}
