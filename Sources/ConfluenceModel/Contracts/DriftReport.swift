/// One thing in which a site is not as it was recorded, in the words of reports.
public struct DriftFinding: Sendable, Hashable {
    /// What kind of difference it is, such as `member-removed`.
    public var kind: String
    /// The same in words: “the member is gone”.
    public var title: String
    /// The part of the API.
    public var api: SiteAPI
    /// Where it shows, such as `GET /rest/api/content/{id} 200: version.number`.
    public var place: String
    public var before: String
    public var after: String
    public var level: Level
    /// The level in the words of what was compared, such as `breaks-the-toolkit`.
    public var severity: String
    /// Who feels it.
    public var readers: [String]

    public init(
        kind: String, title: String, api: SiteAPI, place: String, before: String, after: String, level: Level,
        severity: String, readers: [String] = []
    ) {
        self.kind = kind
        self.title = title
        self.api = api
        self.place = place
        self.before = before
        self.after = after
        self.level = level
        self.severity = severity
        self.readers = readers
    }

    /// How much it weighs; the raw values are those of SARIF.
    public enum Level: String, Sendable, Hashable {
        case error
        case warning
        case note
    }
}

/// What a comparison came to.
public struct DriftReport: Sendable, Hashable {
    /// What was held against what.
    public var title: String
    /// What was compared, each with the part of the API: `cloud-v1 GET /rest/api/content/{id} 200`.
    public var compared: [String]
    public var findings: [DriftFinding]
    /// What is worth knowing beside the findings.
    public var notes: [String]
    /// The file in which the findings are to be shown.
    public var file: String?

    public init(
        title: String, compared: [String], findings: [DriftFinding], notes: [String] = [], file: String? = nil
    ) {
        self.title = title
        self.compared = compared
        self.findings = findings
        self.notes = notes
        self.file = file
    }
}
