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
    ]

    private static let loose = Observation(path: "", kind: .undescribed, source: "the description leaves members out")

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
    static let unvalidated: [String: String] = [:]
}
