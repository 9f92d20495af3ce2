/// Where the descriptions are not the last word.
enum Exceptions {
    /// What sites were seen to answer although a description says otherwise.
    struct Observation: Sendable {
        /// The schema that is in error; `nil` stands for each.
        var schema: String?
        /// The end of the path, such as `extensions.position`.
        var path: String
        var kind: Deviation.Kind?
        var source: String
    }

    static let observations: [Observation] = [
        Observation(
            path: "update.operation", kind: .undescribed,
            source: "the description has “operationType” where the operation's own members stand: go-atlassian"),
        Observation(
            path: "update.restrictions", kind: .undescribed,
            source: "the description has “operationType” where the operation's own members stand: go-atlassian"),
        Observation(
            path: "read.operation", kind: .undescribed,
            source: "the description has “operationType” where the operation's own members stand: go-atlassian"),
        Observation(
            path: "read.restrictions", kind: .undescribed,
            source: "the description has “operationType” where the operation's own members stand: go-atlassian"),
        Observation(
            path: "parentId", kind: .wrong, source: "at the top of a space null, with parentType: hunyadi/md2conf"),
        Observation(
            path: "parentType", kind: .wrong, source: "at the top of a space null, with parentId: hunyadi/md2conf"),
        Observation(
            schema: "SpaceDescription", path: "description", kind: .wrong,
            source: "null unless asked for: answers printed in public issues of v2 clients"),
        Observation(
            schema: "SpaceIcon", path: "icon", kind: .wrong,
            source: "null unless asked for: answers printed in public issues of v2 clients"),
        Observation(
            schema: "WhiteboardSingle", path: "createdAt", kind: .wrong,
            source: "milliseconds, as folders were seen to tell: mozilla/markfluence docs/confluence/api.md"),
        Observation(
            schema: "DatabaseSingle", path: "createdAt", kind: .wrong,
            source: "milliseconds, as folders were seen to tell: mozilla/markfluence docs/confluence/api.md"),
        Observation(
            schema: "SmartLinkSingle", path: "createdAt", kind: .wrong,
            source: "milliseconds, as folders were seen to tell: mozilla/markfluence docs/confluence/api.md"),
        Observation(
            schema: "FolderSingle", path: "createdAt", kind: .wrong,
            source: "milliseconds, as folders were seen to tell: mozilla/markfluence docs/confluence/api.md"),
        Observation(
            schema: "InlineCommentModel", path: "properties.inline-marker-ref", kind: .undescribed,
            source: "sent beside the other spelling: sooperset/mcp-atlassian, inline comments"),
        Observation(
            schema: "InlineCommentModel", path: "properties.inline-original-selection", kind: .undescribed,
            source: "sent beside the other spelling: sooperset/mcp-atlassian, inline comments"),
        Observation(
            schema: "InlineCommentModel", path: "resolutionLastModifiedAt", kind: .wrong,
            source: "inferred: v2 writes null for what is not set, as for lastOwnerId and position"),
        Observation(
            schema: "InlineCommentModel", path: "resolutionLastModifierId", kind: .wrong,
            source: "inferred: v2 writes null for what is not set, as for lastOwnerId and position"),
        Observation(
            schema: "Task", path: "assignedTo", kind: .wrong,
            source: "inferred: v2 writes null for what is not set, as for lastOwnerId and position"),
        Observation(
            schema: "Task", path: "completedAt", kind: .wrong,
            source: "inferred: v2 writes null for what is not set, as for lastOwnerId and position"),
        Observation(
            schema: "Task", path: "completedBy", kind: .wrong,
            source: "inferred: v2 writes null for what is not set, as for lastOwnerId and position"),
        Observation(
            schema: "Task", path: "dueAt", kind: .wrong,
            source: "inferred: v2 writes null for what is not set, as for lastOwnerId and position"),
        Observation(
            schema: "User", path: "personalSpaceId", kind: .wrong,
            source: "inferred: v2 writes null for what is not set, as for lastOwnerId and position"),
        Observation(
            schema: "User", path: "timeZone", kind: .wrong,
            source: "inferred: v2 writes null for what is not set, as for lastOwnerId and position"),
    ]

    private static let loose = Observation(path: "", kind: .undescribed, source: "the description leaves members out")

    /// What of Data Center's description is left alone.
    static let unvalidatedOfDataCenter: [String: String] = [
        "GET /rest/api/content/{}/child/attachment": "the description gives the status of an upload",
        "GET /rest/api/audit": "the description gives no status",
    ]

    static func observation(of deviation: Deviation, at operation: APIDescription.Operation) -> Observation? {
        // Data Center's description types little and leaves most members out: there it is held to what it does say.
        if operation.document == .dataCenter, deviation.kind == .undescribed { return loose }
        return observations.first { known in
            (known.schema == nil || known.schema == deviation.schema)
                && (known.kind == nil || known.kind == deviation.kind)
                && (deviation.path == known.path || deviation.path.hasSuffix(".\(known.path)")
                    || deviation.path.hasSuffix("].\(known.path)"))
        }
    }

    /// Operations whose answers can't be held to a schema, with the reason.
    static let unvalidated: [String: String] = [
        "GET /rest/api/content/{}/child/attachment/{}/extractedtext": "the answer is plain text",
        "GET /rest/api/webhooks/{}/latest": "answers 204 as long as nothing was sent",
        "GET /rest/api/relation/{}/from/{}/{}/to/{}": "sites answer 501: measured by the live suite of confluence.js",
        "GET /rest/api/relation/{}/to/{}/{}/from/{}": "sites answer 501: measured by the live suite of confluence.js",
        "GET /rest/api/settings/theme/{}": "the site has no theme of an app's, and answers 404",
        "GET /rest/api/settings/theme/selected": "a site without a theme of its own answers 404",
    ]
}
