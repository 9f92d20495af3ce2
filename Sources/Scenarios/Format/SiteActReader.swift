import ConfluenceModel
import Documents

/// Reads what a site's administrator does: `revoke-token: NAME`, `withdraw: {operations, from, space}`, ….
enum SiteActReader {
    private enum Word: String, CaseIterable {
        case revokeToken = "revoke-token"
        case expireToken = "expire-token"
        case setPassword = "set-password"
        case setLicensed = "set-licensed"
        case setActive = "set-active"
        case grant
        case withdraw
        case restrictViewing = "restrict-viewing"
        case restrictEditing = "restrict-editing"
        case trash
        case advanceClock = "advance-clock"
    }

    static func read(_ node: DocumentNode) throws(DocumentError) -> SiteAct {
        let mapping = try node.mapping(keys: Word.allCases.map(\.rawValue))
        guard mapping.entries.count == 1, let entry = mapping.entries.first, let word = Word(rawValue: entry.key) else {
            throw node.error("one act is expected, such as “revoke-token: NAME”, found \(mapping.entries.count)")
        }
        let value = entry.value
        switch word {
        case .revokeToken: return .revokeToken(try value.text())
        case .expireToken: return .expireToken(try value.text())
        case .setPassword:
            let fields = try value.mapping(keys: ["user", "password"])
            return .setPassword(
                user: try fields.required("user").text(), password: try fields.required("password").text())
        case .setLicensed:
            let fields = try value.mapping(keys: ["user", "licensed"])
            return .setLicensed(
                user: try fields.required("user").text(), isLicensed: try fields.required("licensed").bool())
        case .setActive:
            let fields = try value.mapping(keys: ["user", "active"])
            return .setActive(user: try fields.required("user").text(), isActive: try fields.required("active").bool())
        case .grant:
            let fields = try value.mapping(keys: ["operations", "to", "space"])
            return .grant(
                try operations(fields), to: try subject(fields.required("to")),
                space: try fields.required("space").text())
        case .withdraw:
            let fields = try value.mapping(keys: ["operations", "from", "space"])
            return .withdraw(
                try operations(fields), from: try subject(fields.required("from")),
                space: try fields.required("space").text())
        case .restrictViewing:
            let (page, subjects) = try restriction(value)
            return .restrictViewing(page: page, to: subjects)
        case .restrictEditing:
            let (page, subjects) = try restriction(value)
            return .restrictEditing(page: page, to: subjects)
        case .trash: return .trash(page: try value.contentID())
        case .advanceClock: return .advanceClock(seconds: try value.seconds())
        }
    }

    private static func operations(_ fields: DocumentMapping) throws(DocumentError) -> Set<SpaceOperation> {
        var operations: Set<SpaceOperation> = []
        for node in try fields.required("operations").list() { operations.insert(try node.word(SpaceOperation.self)) }
        return operations
    }

    private static func restriction(_ node: DocumentNode) throws(DocumentError) -> (Int64, [Subject]) {
        let fields = try node.mapping(keys: ["page", "to"])
        var subjects: [Subject] = []
        for element in try fields.list("to") { subjects.append(try subject(element)) }
        return (try fields.required("page").contentID(), subjects)
    }

    /// `anonymous`, `{user: NAME}` or `{group: NAME}`.
    private static func subject(_ node: DocumentNode) throws(DocumentError) -> Subject {
        if case .string("anonymous") = node.content { return .anonymous }
        guard case .mapping = node.content else {
            throw node.error("“anonymous”, {user: NAME} or {group: NAME} is expected")
        }
        let fields = try node.mapping(keys: ["user", "group"])
        if let user = try fields.text("user") { return .user(user) }
        return .group(try fields.required("group").text())
    }
}

extension DocumentNode {
    /// A content id, written as a number or in quotes.
    func contentID() throws(DocumentError) -> Int64 {
        guard let id = Int64(try text()), id > 0 else { throw error("the number of a page is expected") }
        return id
    }

    /// A length of time: a number of seconds, or a text such as `90 days`, `2 h`, `15 min`, `30 s`.
    func seconds() throws(DocumentError) -> Int {
        let words = try text().split(whereSeparator: { $0 == " " }).map(String.init)
        let units = [
            "s": 1, "seconds": 1, "second": 1, "min": 60, "minutes": 60, "minute": 60, "h": 3600, "hours": 3600,
            "hour": 3600, "d": 86400, "days": 86400, "day": 86400,
        ]
        guard let first = words.first, let number = Int(first), number >= 0, words.count <= 2 else {
            throw error("a length of time is expected, such as “90 days” or a number of seconds")
        }
        guard words.count == 2 else { return number }
        guard let unit = units[words[1]] else {
            throw error(DocumentNode.unknown("unit of time", words[1], among: ["s", "min", "h", "days"]))
        }
        let (seconds, overflows) = number.multipliedReportingOverflow(by: unit)
        guard !overflows else { throw error("this is too long a time") }
        return seconds
    }
}
