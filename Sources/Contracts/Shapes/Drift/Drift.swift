/// One way in which the answers of two recordings differ.
package struct Drift: Sendable, Hashable {
    package var kind: Kind
    /// The exchange as it was, with the status that it had before.
    package var exchange: ExchangeKey
    /// Where in the answer: a path into the JSON, the name of a header; empty for the answer as a whole.
    package var path: String
    package var before: String
    package var after: String
    package var severity: Severity
    /// What names the place: the toolkit, or laws and scenarios.
    package var readers: [String]
    /// What the refusal says that came in the place of an answer, or the new member, by the paths of the members.
    package var wording: [String: String] = [:]

    package init(
        _ kind: Kind, _ exchange: ExchangeKey, path: String = "", before: String, after: String,
        severity: Severity = .harmless, readers: [String] = []
    ) {
        self.kind = kind
        self.exchange = exchange
        self.path = path
        self.before = before
        self.after = after
        self.severity = severity
        self.readers = readers
    }

    /// What changed; the raw values stand in reports.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case statusChanged = "status-changed"
        case statusAdded = "status-added"
        case bodyChanged = "body-changed"
        case headerRemoved = "header-removed"
        case headerOptional = "header-became-optional"
        case headerChanged = "header-changed"
        case headerAdded = "header-added"
        case memberRemoved = "member-removed"
        case memberRenamed = "member-renamed"
        case memberOptional = "member-became-optional"
        case memberAdded = "member-added"
        case typeChanged = "type-changed"
        case typeAdded = "type-added"
        case nullAdded = "null-added"
        case formatChanged = "format-changed"
        case formatAdded = "format-added"
        case wordChanged = "word-changed"
        case wordAdded = "word-added"
        case wordingChanged = "wording-changed"

        /// Whether nothing that was there before is missing or other now.
        var isAddition: Bool {
            switch self {
            case .headerAdded, .memberAdded, .formatAdded, .wordAdded: true
            default: false
            }
        }

        var title: String {
            switch self {
            case .statusChanged: "the status changed"
            case .statusAdded: "a further status"
            case .bodyChanged: "the body is of another kind"
            case .headerRemoved: "the header is gone"
            case .headerOptional: "the header is not always there"
            case .headerChanged: "the header has another form"
            case .headerAdded: "a new header"
            case .memberRemoved: "the member is gone"
            case .memberRenamed: "the member has another name"
            case .memberOptional: "the member is not always there"
            case .memberAdded: "a new member"
            case .typeChanged: "a value of another type"
            case .typeAdded: "values of a further type"
            case .nullAdded: "the value can be null"
            case .formatChanged: "the text has another form"
            case .formatAdded: "texts of a further form"
            case .wordChanged: "other words"
            case .wordAdded: "a new word"
            case .wordingChanged: "other wording"
            }
        }
    }

    /// Who feels it.
    package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
        case breaksToolkit = "breaks-the-toolkit"
        case breaksScenario = "breaks-a-scenario"
        case harmless

        package static func < (one: Self, other: Self) -> Bool {
            (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
        }
    }

    /// `GET /rest/api/content/{id} 200: version.number`
    package var place: String { "\(exchange)" + (path.isEmpty ? "" : ": \(path)") }

    /// Whether the path is the name of a header.
    package var isOfHeader: Bool {
        [.headerRemoved, .headerOptional, .headerChanged, .headerAdded].contains(kind)
    }
}
