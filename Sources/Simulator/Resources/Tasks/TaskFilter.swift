import ConfluenceModel
import ConfluenceStore
import StorageFormat

import struct Foundation.Date

/// Which tasks a query asks for; a part that is `nil` does not narrow it.
struct TaskFilter: Sendable {
    private var spaceIDs: Set<String>?
    private var spaceKeys: Set<String>?
    private var pages: Set<String>?
    private var posts: Set<String>?
    private var ids: Set<String>?
    private var isComplete: Bool?
    private var assignees: Set<String>?
    private var creators: Set<String>?
    private var completers: Set<String>?
    private var created: Moments
    private var due: Moments
    private var completed: Moments
    private var takesBlank = true

    /// A stretch of time with both its ends, in milliseconds since 1970.
    private struct Moments: Sendable {
        var from: Int64?
        var to: Int64?

        init(_ call: Call, from: String, to: String) throws(Refusal) {
            self.from = try call.milliseconds(from)
            self.to = try call.milliseconds(to)
        }

        func takes(_ date: Date?) -> Bool {
            if from == nil, to == nil { return true }
            guard let date else { return false }
            let moment = date.millisecondsSince1970
            return moment >= from ?? .min && moment <= to ?? .max
        }
    }

    /// The query of `/api/v2/tasks`.
    init(v2 call: Call) throws(Refusal) {
        spaceIDs = call.set("space-id")
        pages = call.set("page-id")
        posts = call.set("blogpost-id")
        ids = call.set("task-id")
        isComplete = call.item("status").map { $0 == "complete" }
        assignees = call.set("assigned-to")
        creators = call.set("created-by")
        completers = call.set("completed-by")
        created = try Moments(call, from: "created-at-from", to: "created-at-to")
        due = try Moments(call, from: "due-at-from", to: "due-at-to")
        completed = try Moments(call, from: "completed-at-from", to: "completed-at-to")
        takesBlank = call.flag("include-blank-tasks", standard: true)
    }

    /// The query of `/rest/api/inlinetasks/search`.
    init(v1 call: Call) throws(Refusal) {
        spaceKeys = call.set("spaceKey")
        pages = call.set("pageId")
        posts = pages
        isComplete = call.item("status").map { $0 == "complete" }
        assignees = call.set("assignee")
        creators = call.set("creator")
        completers = call.set("completedUser")
        created = try Moments(call, from: "createdateFrom", to: "createdateTo")
        due = try Moments(call, from: "duedateFrom", to: "duedateTo")
        completed = try Moments(call, from: "completedateFrom", to: "completedateTo")
    }

    func takes(_ content: ContentRecord) -> Bool {
        if let spaceIDs, !spaceIDs.contains("\(content.spaceID)") { return false }
        if let spaceKeys, !spaceKeys.contains(content.spaceKey) { return false }
        guard pages != nil || posts != nil else { return true }
        return (content.kind == .page ? pages : posts)?.contains("\(content.id)") ?? false
    }

    func takes(_ details: TaskDetails) -> Bool {
        if let isComplete, isComplete != details.task.isComplete { return false }
        if let ids, !ids.contains("\(details.id)") { return false }
        if let assignees, !assignees.contains(details.assignee?.accountID ?? "") { return false }
        if let creators, !creators.contains(details.creator.accountID) { return false }
        if let completers, !completers.contains(details.completion?.account.accountID ?? "") { return false }
        guard created.takes(details.createdAt), due.takes(details.dueAt),
            completed.takes(details.completion?.moment)
        else { return false }
        return takesBlank || !details.task.body.isEmpty
    }
}

extension Call {
    fileprivate func set(_ name: String) -> Set<String>? { items(name).map { Set($0) } }

    fileprivate func milliseconds(_ name: String) throws(Refusal) -> Int64? {
        guard let text = item(name) else { return nil }
        guard let number = Int64(text) else {
            throw Refusal(.numberUnreadable, [.name: name, .text: text], because: "\(name)=\(text) is no whole number")
        }
        return number
    }
}
