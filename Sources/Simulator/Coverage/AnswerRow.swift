public import ConfluenceModel
public import ConfluenceWire

/// One way in which a simulated site says no: the condition, and the answer with its source.
public struct AnswerRow: Sendable, Hashable {
    public var deployment: DeploymentKind
    /// Told apart from the deployment's others by this; the journal names it.
    public var id: String
    /// What is the matter, in words.
    public var condition: String
    /// With which credentials it can happen.
    public var authentication: String
    /// The part of the API that answers so.
    public var family: String
    public var status: Int
    public var headers: Headers
    /// The body as it is worded, with names in braces for what differs.
    public var body: String
    public var source: String
    public var confidence: Confidence

    /// Every row of every deployment, in the order of the tables.
    public static let all: [AnswerRow] =
        rows(of: .cloud, on: .cloud) + rows(of: .dataCenter, on: .dataCenter)

    private static func rows(of table: RefusalTable, on deployment: DeploymentKind) -> [AnswerRow] {
        table.rows.map { row in
            let written = RefusalWriter(values: RefusalWriter.namesThemselves, accept: nil).write(row)
            return AnswerRow(
                deployment: deployment,
                id: row.id,
                condition: row.kind.words + (row.whenHidden ? ", and the caller may not know that it is there" : ""),
                authentication: row.kind.authentication,
                family: row.api.map(\.words)
                    ?? (table.rows.contains { $0.kind == row.kind && $0.api != nil }
                        ? "everywhere else" : "everywhere"),
                status: row.status,
                headers: Headers(written.headers.map { $0 } + row.headers.map { $0 }),
                body: written.text,
                source: row.source,
                confidence: row.confidence
            )
        }
    }
}

extension RefusalTable.Row {
    /// `contentMissing/v2/hidden`: the kind, the family where it has one, and whether it hides what there is.
    var id: String {
        ([kind.rawValue] + (api.map { [$0.rawValue] } ?? []) + (whenHidden ? ["hidden"] : [])).joined(separator: "/")
    }
}

extension RefusalWriter {
    /// Values that leave a wording's names where they stand.
    static let namesThemselves: [Refusal.Value: String] = Dictionary(
        uniqueKeysWithValues: Refusal.Value.allCases.map { ($0, "{\($0.rawValue)}") })
}
