import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

extension Dialect {
    /// Confluence Data Center as a release answers; where nothing tells them apart, as 9.2.
    static func dataCenter(_ version: ProductVersion) -> Dialect {
        Dialect(
            name: "data-center \(version)",
            edge: .dataCenter,
            routes: RouteTable.dataCenter.of(version),
            unknownPath: dataCenterUnknownPath,
            // As JAX-RS has it; Jersey may write a description (WADL) below it, which is left out.
            options: OptionsStyle(
                families: [.rest, .properties, .users, .search, .states, .tasks, .inlineComments], status: 200),
            authenticator: DataCenterAuthenticator(),
            withdrawnAt: [],
            limits: .dataCenter,
            tokenChecks: ["no-check", "nocheck"],
            authorisation: AuthorisationRules(
                superUsers: "confluence-administrators", replacesAllRestrictions: false, deactivated: .loginFailed),
            rights: .dataCenter,
            // Observed on 8.5.30: github.com/sooperset/mcp-atlassian/pull/1151.
            inlineCommentFields: ["matchIndex", "lastFetchTime", "serializedHighlights"],
            readsFormsAsLatin1: false,
            search: SearchRules(
                paging: .offset, unknownSpace: .failure, countsContent: true, furtherTypes: [], userRows: .found,
                takesUserNames: true,
                textSyntax: .lucene, most: .init(rows: 250, content: 250, costly: 250), forgetsMiddleSiteSearch: false,
                personPath: { "/display/~" + PercentEncoding.encode($0.name, allowed: .pathSegment) }),
            content: .dataCenter,
            refusals: .dataCenter,
            links: LinkStyle(
                webUI: dataCenterPath,
                editUI: { content in
                    content.status == .draft
                        ? "/pages/resumedraft.action?draftId=\(content.id)"
                        : "/pages/editpage.action?pageId=\(content.id)"
                },
                space: { "/display/\($0)" },
                download: LinkStyle.file
            ),
            bodies: .dataCenter,
            people: PeopleStyle(
                identity: { ["username": .string($0.name), "userKey": .string($0.userKey)] },
                query: { "key=" + PercentEncoding.encode($0.userKey, allowed: .queryItem) },
                names: [
                    ("username", { try $0.account(name: $1) }), ("userName", { try $0.account(name: $1) }),
                    ("userKey", { try $0.account(userKey: $1) }), ("key", { try $0.account(userKey: $1) }),
                ],
                authorID: \.userKey,
                expandable: ["status"],
                picture: { _ in SitePicture.personPath },
                hasGroupIDs: false
            ),
            headers: HeaderStyle(
                // Tomcat has sent none since 8.5 (its documentation, sendReasonPhrase; seen in iamjackg/md2cf#12).
                reason: "",
                always: ["X-Content-Type-Options": "nosniff", "X-Frame-Options": "SAMEORIGIN"],
                login: dataCenterLoginHeaders,
                deprecated: [:]
            )
        )
    }

    /// A title that an address can hold names the page, a blog post with its day; any other page goes by its number.
    @Sendable private static func dataCenterPath(_ content: ContentRecord) -> String {
        guard content.kind == .page || content.kind == .blogpost else {
            return
                "/pages/viewpage.action?pageId=\(content.parentID ?? 0)&focused\(content.kind.rawValue.capitalized)Id=\(content.id)"
        }
        let isPlain = content.title.unicodeScalars.allSatisfy {
            $0.isASCII && !"/\\?&+%;\"#:.".unicodeScalars.contains($0)
        }
        let day = content.kind == .blogpost ? CivilTime.day(of: content.createdAt) + "/" : ""
        return isPlain && content.status == .current
            ? "/display/\(content.spaceKey)/\(day)\(FormEncoding.encode(content.title))"
            : "/pages/viewpage.action?pageId=\(content.id)"
    }

    /// How Seraph, the login filter, tells a client what it made of the credential.
    @Sendable private static func dataCenterLoginHeaders(_ caller: Caller, _ session: String?) -> Headers {
        switch caller.login {
        case .none: return [:]
        case .failed: return ["X-Seraph-LoginReason": "AUTHENTICATED_FAILED", "X-AUSERNAME": "anonymous"]
        case .session: return ["X-AUSERNAME": caller.account?.name ?? "anonymous"]
        case .succeeded:
            var headers: Headers = [
                "X-Seraph-LoginReason": "OK", "X-AUSERNAME": caller.account?.name ?? "anonymous",
            ]
            if let session { headers["Set-Cookie"] = "JSESSIONID=\(session); Path=/; HttpOnly" }
            return headers
        }
    }

    @Sendable private static func dataCenterUnknownPath(_ arrival: Arrival) -> UnknownPath {
        let path = arrival.path
        let words = "no route knows \(arrival.request.method) \(path)"
        guard arrival.zones.contains(.confluence) else {
            return .refused(
                Refusal(.outsideContext, api: .site, because: "\(path) lies outside the context path of Confluence"))
        }
        if path.hasPrefix("/rest/") { return .refused(Refusal(.noSuchRoute, api: .rest, because: words)) }
        let pages = ["", "index.action", "dashboard.action", "display", "spaces", "pages", "x"]
        let first = path.split(separator: "/").first.map(String.init) ?? ""
        return pages.contains(first) ? .page : .refused(Refusal(.noSuchRoute, api: .pages, because: words))
    }
}
