import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

extension Dialect {
    /// Confluence Cloud on a site's own address, REST v1 and v2.
    static let cloud = Dialect(
        name: "cloud",
        edge: .cloud,
        routes: .cloud,
        unknownPath: cloudUnknownPath,
        // Measured on the site's own search, which the older REST layer answers: brekkylab/backlot, 2026.
        options: OptionsStyle(families: [.search, .olderRest], status: 204),
        authenticator: CloudAuthenticator(),
        withdrawnAt: [.everywhere],
        limits: .cloud,
        // The description of REST v1 asks for the older spelling, and clients have sent it since.
        tokenChecks: ["no-check", "nocheck"],
        authorisation: AuthorisationRules(
            superUsers: nil, replacesAllRestrictions: true, deactivated: .credentialRejected),
        rights: .cloud,
        inlineCommentFields: [],
        // Measured: mozilla/markfluence docs/confluence/api.md.
        readsFormsAsLatin1: true,
        search: SearchRules(
            paging: .cursor, unknownSpace: .empty, countsContent: false,
            furtherTypes: ["database", "whiteboard", "slide", "embed", "folder"], knowsCustomTypes: true,
            userRows: .meaningless, takesUserNames: false,
            textSyntax: .words, most: .init(rows: .max, content: 250, costly: 25), forgetsMiddleSiteSearch: true,
            personPath: { "/people/" + PercentEncoding.encode($0.accountID, allowed: .pathSegment) }),
        content: .cloud,
        refusals: .cloud,
        links: LinkStyle(
            webUI: { content in
                switch content.kind {
                case .page: "/spaces/\(content.spaceKey)/pages/\(content.id)/\(FormEncoding.encode(content.title))"
                case .blogpost:
                    "/spaces/\(content.spaceKey)/blog/\(CivilTime.day(of: content.createdAt))/\(content.id)/\(FormEncoding.encode(content.title))"
                case .folder, .whiteboard, .database, .embed:
                    "/spaces/\(content.spaceKey)/\(content.kind.rawValue)/\(content.id)"
                case .custom: "/spaces/\(content.spaceKey)/custom-content/\(content.id)"
                case .comment, .attachment:
                    "/spaces/\(content.spaceKey)/pages/\(content.parentID ?? 0)?focused\(content.kind.rawValue.capitalized)Id=\(content.id)"
                }
            },
            editUI: { content in
                content.status == .draft
                    ? "/pages/resumedraft.action?draftId=\(content.id)"
                    : "/spaces/\(content.spaceKey)/pages/edit-v2/\(content.id)"
            },
            space: { "/spaces/\($0)" },
            download: { "/rest/api/content/\($0.parentID ?? 0)/child/attachment/att\($0.id)/download" }
        ),
        bodies: .cloud,
        people: PeopleStyle(
            identity: { account in
                [
                    "accountId": .string(account.accountID),
                    "accountType": account.kind == .app ? "app" : "atlassian",
                    "email": .string(account.email),
                    "publicName": .string(account.displayName), "isExternalCollaborator": false,
                ]
            },
            query: { "accountId=" + PercentEncoding.encode($0.accountID, allowed: .queryItem) },
            names: [("accountId", { try $0.account(accountID: $1) })],
            authorID: \.accountID,
            expandable: ["operations", "personalSpace"],
            picture: { "/aa-avatar/" + $0.accountID },
            hasGroupIDs: true
        ),
        headers: HeaderStyle(
            always: ["Server": "AtlassianEdge", "X-Content-Type-Options": "nosniff"],
            login: { _, _ in [:] },
            deprecated: [
                "Deprecation": "Sat, 01 Feb 2025 00:00:00 GMT",
                "Link": "<https://developer.atlassian.com/cloud/confluence/changelog/#CHANGE-864>; rel=\"deprecation\"",
            ]
        )
    )

    @Sendable private static func cloudUnknownPath(_ arrival: Arrival) -> UnknownPath {
        let path = arrival.path
        let words = "no route knows \(arrival.request.method) \(path)"
        guard arrival.zones.contains(.confluence) else {
            // Outside the context path another product of the site answers.
            return .refused(
                Refusal(
                    .outsideContext, api: .site,
                    because:
                        "\(path) lies outside \(arrival.base.context.isEmpty ? "Confluence" : arrival.base.context): it is Jira that answers"
                ))
        }
        if path.hasPrefix("/api/v2") { return .refused(Refusal(.noSuchRoute, api: .v2, because: words)) }
        if path.hasPrefix("/rest/") { return .refused(Refusal(.noSuchRoute, api: .rest, because: words)) }
        let first = path.split(separator: "/").first.map(String.init) ?? ""
        return cloudPages.contains(first) ? .page : .unknownPage
    }

    /// Where browsers find pages. A client that takes one of them for the site's address gets the login page, even
    /// with a good token (atlassian-python-api issue 1132, langchain issue 15869; `content` in mcp-atlassian issue 1585).
    private static let cloudPages: Set<String> = [
        "", "content", "index.action", "dashboard.action", "display", "home", "people", "pages", "search", "spaces",
        "x",
    ]
}

/// Titles in addresses of pages: blanks become `+`.
enum FormEncoding {
    static func encode(_ title: String) -> String {
        title.split(separator: " ", omittingEmptySubsequences: false)
            .map { PercentEncoding.encode(String($0), allowed: .queryItem) }
            .joined(separator: "+")
    }
}
