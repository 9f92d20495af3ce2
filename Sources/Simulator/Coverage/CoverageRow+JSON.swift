public import ConfluenceWire

extension CoverageRow {
    /// The row as it is published: what is simulated, what lacks, and how sure it is, by the names of the dialects.
    public var json: JSON {
        var dialects = JSONObject()
        var lacks = JSONObject()
        var sure = JSONObject()
        for column in CoverageColumn.allCases {
            dialects[column.rawValue] = .string(self[column].word)
            lacks[column.rawValue] = self[column].lack.map(JSON.string)
            sure[column.rawValue] = confidence[column].map { .string($0.rawValue) }
        }
        return [
            "method": .string(method), "path": .string(path), "dialects": .object(dialects), "lacks": .object(lacks),
            "confidence": .object(sure), "source": .string(sources.joined(separator: "; ")),
        ]
    }
}

extension CoverageState {
    /// `simulated`, `partly`, `not`, or `none` where real Confluence has no such endpoint.
    public var word: String {
        switch self {
        case .simulated: "simulated"
        case .partly: "partly"
        case .not: "not"
        case .none: "none"
        }
    }

    /// What the simulator lacks, or why it has nothing.
    public var lack: String? {
        switch self {
        case .partly(let lacks): lacks
        case .not(let reason): reason
        case .simulated, .none: nil
        }
    }
}
