import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// A task of a task list, with the page or blog post that has it.
struct TaskDetails: Sendable {
    var content: ContentRecord
    var task: InlineTask
    var assignee: AccountRecord?

    /// Told from the tasks of other content by the content's number in front.
    var id: Int64 { content.id * Self.most + (Int64(task.localID) ?? 0) }

    /// More tasks than one body has.
    static let most: Int64 = 10_000
}

enum TaskAnswer: Sendable {
    case list(Rows<TaskDetails>)
    case one(TaskDetails)
}

/// The tasks that stand in the bodies of pages and blog posts.
extension Resource {
    static let inlineTasks = Resource.reading({ _, _ in .list }) { grant, store, _ in
        let call = grant.call
        let paging = try call.paging(most: 250)
        let wanted = TaskFilter(call)
        var found: [TaskDetails] = []
        for content in try store.contentsWithTasks(visibleTo: grant.viewer) where wanted.takes(content) {
            found += try store.tasks(of: content).filter(wanted.takes)
        }
        let rows = found.dropFirst(paging.start).prefix(paging.limit + 1)
        return .tasks(.list(Rows(Array(rows), paging: paging)))
    }

    static let inlineTask = Resource.reading({ call, store in
        .view(try store.task(call).content)
    }) { grant, store, _ in
        .tasks(.one(try store.task(grant.call)))
    }

    /// Ticking a task off changes the body in the version that it has.
    static let updateInlineTask = Resource(
        demand: { call, store in .edit(try store.task(call).content) },
        carryOut: { grant, world in
            let status = try grant.call.body()["status"]?.stringValue
            guard let status, ["complete", "incomplete"].contains(status) else {
                throw Refusal(
                    .requestInvalid, [.text: "The status is complete or incomplete."],
                    because: "the task is to become neither complete nor incomplete")
            }
            return try world.change(by: grant) { writer, _ in
                let task = try writer.reader.task(grant.call)
                if let body = StorageFormat.settingTask(
                    task.task.localID, complete: status == "complete", in: task.content.body)
                {
                    try writer.replaceBody(of: task.content.id, with: body)
                }
                return .tasks(.one(try writer.reader.task(grant.call)))
            }
        }
    )
}

/// What a query for tasks asks for.
private struct TaskFilter {
    private let call: Call

    init(_ call: Call) { self.call = call }

    func takes(_ content: ContentRecord) -> Bool {
        if let spaces = call.items("space-id"), !spaces.contains("\(content.spaceID)") { return false }
        let pages = call.items("page-id"), posts = call.items("blogpost-id")
        guard pages != nil || posts != nil else { return true }
        return (content.kind == .page ? pages : posts)?.contains("\(content.id)") ?? false
    }

    func takes(_ details: TaskDetails) -> Bool {
        if let status = call.item("status"), (status == "complete") != details.task.isComplete { return false }
        if let ids = call.items("task-id"), !ids.contains("\(details.id)") { return false }
        if let people = call.items("assigned-to"), !people.contains(details.assignee?.accountID ?? "") { return false }
        if let people = call.items("created-by"), !people.contains(details.content.creator.accountID) { return false }
        return details.task.body.isEmpty ? call.flag("include-blank-tasks", standard: true) : true
    }
}

extension StoreReader {
    fileprivate func tasks(of content: ContentRecord) throws -> [TaskDetails] {
        try StorageFormat.tasks(in: content.body).map { task in
            let assignee = try task.assignee.flatMap { try account(accountID: $0) ?? account(userKey: $0) }
            return TaskDetails(content: content, task: task, assignee: assignee)
        }
    }

    fileprivate func task(_ call: Call) throws -> TaskDetails {
        let id = try call.numericID()
        guard let content = try content(id: id / TaskDetails.most), content.status == .current,
            let task = try tasks(of: content).first(where: { $0.id == id })
        else {
            throw Refusal(
                .contentMissing, [.id: String(id), .contentType: "task"], because: "there is no task with the id \(id)")
        }
        return task
    }
}
