import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

import struct Foundation.Date

/// Cloud's store of files: a host of its own, to which downloads are sent on with a ticket in the address.
enum MediaStore {
    static let host = "api.media.atlassian.com"

    /// What stands in for the host at this machine's own addresses, where no client could follow its name.
    static let stand = "/api.media.atlassian.com"

    /// Whether a request goes to the store: under its name, or at this machine under its path.
    static func takes(_ url: WebAddress) -> Bool {
        if url.host.equalsIgnoringCase(host) { return true }
        return Loopback.isHost(url.host) && url.path.hasPrefix(stand + "/")
    }

    /// Whether an address of the store names that site.
    static func names(_ site: SiteDefinition, in url: WebAddress) -> Bool {
        url.queryItems.first { $0.name == "client" }?.value == site.cloudID
    }
}

/// Leave to fetch one version of a file for a while, whoever does.
struct MediaTicket: Sendable, Hashable {
    var attachmentID: Int64
    var version: Int
    /// In seconds since 1970.
    var ends: Int64
    private var signature: String

    /// How long a ticket lasts; real ones say it in their token.
    private static let lifetime: Int64 = 3600

    init(attachmentID: Int64, version: Int, site: SiteDefinition, now: Date) {
        self.attachmentID = attachmentID
        self.version = version
        ends = Int64(now.timeIntervalSince1970) + Self.lifetime
        signature = Self.sign(attachmentID, version, ends, site)
    }

    /// The ticket of a token; `nil` for one that the site did not give.
    init?(token: String, site: SiteDefinition) {
        let parts = token.split(separator: ".").map(String.init)
        guard parts.count == 4, let id = Int64(parts[0]), let version = Int(parts[1]), let ends = Int64(parts[2]),
            parts[3] == Self.sign(id, version, ends, site)
        else { return nil }
        attachmentID = id
        self.version = version
        self.ends = ends
        signature = parts[3]
    }

    var token: String { "\(attachmentID).\(version).\(ends).\(signature)" }

    func isValid(at now: Date) -> Bool { Int64(now.timeIntervalSince1970) < ends }

    private static func sign(_ id: Int64, _ version: Int, _ ends: Int64, _ site: SiteDefinition) -> String {
        StableID.hexadecimal("media", site.cloudID, site.name, "\(id)", "\(version)", "\(ends)")
    }
}

extension Dialect {
    /// What Cloud's store of files answers: one path, open to whoever has a ticket.
    static let mediaStore: Dialect = {
        var dialect = cloud
        dialect.name = "media store"
        dialect.edge = .mediaStore
        dialect.routes = RouteTable([mediaRoute("/file/{file}/binary"), mediaRoute("/file/{file}/image")])
        dialect.unknownPath = { arrival in
            .refused(Refusal(.noSuchRoute, api: .media, because: "the store of files has no \(arrival.path)"))
        }
        dialect.authenticator = TicketAuthenticator()
        dialect.withdrawnAt = []
        dialect.headers.always = ["X-Content-Type-Options": "nosniff"]
        return dialect
    }()

    private static func mediaRoute(_ path: PathTemplate) -> Route {
        Route(
            .get, path, .storedFile, api: .media, zone: .siteRoot, door: .everybody,
            "mozilla/markfluence docs/confluence/api.md; sooperset/mcp-atlassian, attachments", .measured)
    }
}

extension EdgeRules {
    static let mediaStore = EdgeRules(
        answersAtRootOfLoopback: false,
        locate: { (request, _) throws(Refusal) -> Arrival in
            let path = request.url.path
            let isStand = path.hasPrefix(MediaStore.stand + "/")
            return Arrival(
                request: request, path: isStand ? String(path.dropFirst(MediaStore.stand.count)) : path,
                zones: [.siteRoot], base: SiteBase(origin: request.url.origin, context: ""))
        },
        refusal: { _ in nil }
    )
}

/// Takes no notice of credentials: the ticket in the address is all that counts.
struct TicketAuthenticator: Authenticator {
    func identify(_ call: Call, in world: World) throws -> Caller { .anonymous }
}
