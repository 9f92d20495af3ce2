import ConfluenceWire
import Documents
import Simulator

extension AdminRoute {
    private static let filters: [Field] = [
        Field("since", "only exchanges after the one of this number"),
        Field("before", "only exchanges before the one of this number"),
        Field("method", "such as `GET`"),
        Field("path", "words that path or query hold, as they were sent"),
        Field("status", "such as `404`"),
        Field("account", "a user's name in the site file, or `anonymous`"),
        Field("stage", JournalEntry.Stage.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")),
    ]
    private static let newest = Field("limit", "only so many of the newest")

    static let journal: [AdminRoute] = [
        AdminRoute(
            .get, "/sites/{site}/journal",
            "Gives what was asked of the site, oldest first, with the trail of each decision.",
            query: filters + [newest]
        ) { call in
            let site = try call.site()
            let entries = try call.entries(of: site)
            let last = try entries.last?.number ?? call.filter().after
            return ["entries": .array(entries.map(EntryForm.json)), "last": .integer(Int64(last))]
        },
        AdminRoute(.delete, "/sites/{site}/journal", "Empties the journal; its numbering goes on.") { call in
            try call.site().clearJournal()
            return ["done": true]
        },
        AdminRoute(
            .get, "/sites/{site}/journal.har", "Gives the journal as an HTTP archive (HAR 1.2).",
            query: filters + [newest]
        ) { call in
            HTTPArchive.write(try call.entries(of: call.site()))
        },
        AdminRoute(
            .post, "/sites/{site}/journal/verify",
            """
            Compares the journal with the calls that are expected of it, all of them or those that the query leaves. In a \
            path `{…}` stands for one segment and `*` for anything; `status`, `account` and `count` may be left out.
            """,
            query: filters,
            body: """
                {"calls": [{"method": "GET", "path": "/rest/api/content/{id}", "status": 200, "count": 2}], \
                "inOrder": false, "allowsOthers": false}
                """
        ) { call in
            let site = try call.site()
            let expectation = try call.body(ExpectationReader.read)
            return VerdictForm.json(site.verify(expectation, among: try call.filter()))
        },
    ]
}

extension AdminCall {
    fileprivate func entries(of site: Simulator) throws -> [JournalEntry] {
        var filter = try filter()
        guard let limit = try number("limit", in: query()) else { return site.journal(matching: filter) }
        // An exchange is put into words when it is first read: of an unfiltered journal only the newest are.
        if filter == JournalFilter(after: filter.after) {
            filter.after = max(filter.after, site.exchangeCount - limit)
        }
        return site.journal(matching: filter).suffix(limit)
    }

    fileprivate func filter() throws(AdminError) -> JournalFilter {
        let values = try query()
        var stage: JournalEntry.Stage?
        if let text = values["stage"] {
            stage = JournalEntry.Stage(rawValue: text)
            let words = JournalEntry.Stage.allCases.map(\.rawValue)
            guard stage != nil else { throw AdminError(400, DocumentNode.unknown("stage", text, among: words)) }
        }
        return JournalFilter(
            after: try number("since", in: values) ?? 0, before: try number("before", in: values),
            method: values["method"], target: values["path"], status: try number("status", in: values),
            account: values["account"], stage: stage)
    }
}

/// Reads what is expected of a journal.
private enum ExpectationReader {
    static func read(_ node: DocumentNode) throws(DocumentError) -> JournalExpectation {
        let fields = try node.mapping(keys: ["calls", "inOrder", "allowsOthers"])
        var calls: [ExpectedCall] = []
        for element in try fields.required("calls").list() { calls.append(try call(element)) }
        return JournalExpectation(
            calls, inOrder: try fields.bool("inOrder") ?? false,
            allowsOthers: try fields.bool("allowsOthers") ?? false)
    }

    private static func call(_ node: DocumentNode) throws(DocumentError) -> ExpectedCall {
        let call = try node.mapping(keys: ["method", "path", "status", "account", "count"])
        return ExpectedCall(
            try call.text("method")?.uppercased() ?? "GET", try call.required("path").text(),
            status: try call["status"]?.count(100...999), account: try call.text("account"),
            count: try call["count"]?.count(0...JournalExpectation.limit) ?? 1)
    }
}
