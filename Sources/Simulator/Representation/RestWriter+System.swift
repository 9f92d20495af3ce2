import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a site says of itself.
extension RestWriter {
    func write(_ answer: SystemAnswer) -> Response {
        switch answer {
        case .info: ok(info)
        case .server: ok(server)
        case .metrics(let counts):
            ok([
                "pages": .integer(Int64(counts.pages)), "spaces": .integer(Int64(counts.spaces)),
                "users": .integer(Int64(counts.users)),
            ])
        case .accessMode(let isReadOnly):
            Response(
                status: 200, headers: ["Content-Type": "application/json"],
                body: Array("\"\(isReadOnly ? "READ_ONLY" : "READ_WRITE")\"".utf8))
        }
    }

    private var info: JSON {
        [
            "cloudId": .string(world.site.cloudID),
            "commitHash": .string(String(StableID.hexadecimal("commit", world.site.name).prefix(40))),
            "baseUrl": .string(base.url), "fallbackBaseUrl": .string(base.url), "edition": "STANDARD",
            "siteTitle": "Confluence", "defaultLocale": "en_GB", "defaultTimeZone": "UTC",
            "microsPerimeter": "commercial",
        ]
    }

    private var server: JSON {
        guard case .dataCenter(let version) = world.site.deployment else { return [:] }
        let build = version.buildNumber
        return [
            "baseUrl": .string(base.url), "version": .string(version.description), "buildNumber": .integer(build),
            "marketplaceBuildNumber": .integer(build), "buildDate": "2026-01-15T00:00:00.000Z",
        ]
    }
}
