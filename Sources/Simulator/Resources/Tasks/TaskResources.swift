import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// The tasks that stand in the bodies of pages and blog posts.
extension Resource {
    static let inlineTasks = taskList(limit: 25) { try TaskFilter(v2: $0) }
    static let searchTasks = taskList(limit: 20) { try TaskFilter(v1: $0) }

    private static func taskList(
        limit: Int, _ filter: @escaping @Sendable (Call) throws -> TaskFilter
    ) -> Resource {
        .reading({ _, _ in .list }) { grant, store, _ in
            let paging = try grant.call.paging(limit: limit, most: 250)
            let wanted = try filter(grant.call)
            var found: [TaskDetails] = []
            for content in try store.contentsWithTasks(visibleTo: grant.viewer) where wanted.takes(content) {
                found += try store.tasks(of: content).filter(wanted.takes)
            }
            let rows = found.dropFirst(paging.start).prefix(paging.limit + 1)
            return .tasks(.list(Rows(Array(rows), paging: paging)))
        }
    }

    static let inlineTask = Resource.reading({ call, store in
        .view(try store.task(call).content)
    }) { grant, store, _ in
        .tasks(.one(try store.task(grant.call)))
    }

    static let updateInlineTask = tick(
        { .edit(try $1.task($0).content) },
        status: { call throws(Refusal) in
            switch try call.body()["status"]?.stringValue {
            case "complete": true
            case "incomplete": false
            default: nil
            }
        },
        find: { try $1.task($0) },
        answer: { .tasks(.one($0)) })

    /// What the pages of Data Center send for a box that somebody clicks at.
    static let checkInlineTask = tick(
        { .edit(try $1.checkedTask($0).content) },
        status: { call throws(Refusal) in
            switch try call.body()["status"]?.stringValue {
            case "CHECKED": true
            case "UNCHECKED": false
            default: nil
            }
        },
        find: { try $1.checkedTask($0) },
        answer: { _ in .succeeded })

    /// Ticking a task off changes the body in the version that it has.
    private static func tick(
        _ demand: @escaping @Sendable (Call, StoreReader) throws -> Demand,
        status: @escaping @Sendable (Call) throws(Refusal) -> Bool?,
        find: @escaping @Sendable (Call, StoreReader) throws -> TaskDetails,
        answer: @escaping @Sendable (TaskDetails) -> Outcome
    ) -> Resource {
        Resource(demand: demand) { grant, world in
            guard let isComplete = try status(grant.call) else {
                throw Refusal(
                    .requestInvalid, [.text: "The status is complete or incomplete."],
                    because: "the task is to become neither complete nor incomplete")
            }
            return try world.change(by: grant) { writer, author in
                let task = try find(grant.call, writer.reader)
                if task.task.isComplete != isComplete,
                    let body = StorageFormat.settingTask(
                        task.task.localID, complete: isComplete, in: task.content.body)
                {
                    try writer.replaceBody(of: task.content.id, with: body)
                    try writer.note(
                        isComplete ? TaskCompletion(account: author, moment: world.now) : nil,
                        ofTask: task.task.localID, in: task.content.id)
                }
                return answer(try find(grant.call, writer.reader))
            }
        }
    }
}

extension StoreReader {
    /// The task that a path names by the number that tells it from all others.
    fileprivate func task(_ call: Call) throws -> TaskDetails {
        let id = try call.numericID()
        guard let content = try content(id: id / TaskDetails.most), content.status == .current,
            let task = try tasks(of: content).first(where: { $0.id == id })
        else {
            throw Refusal(
                call.route.api == .v2 ? .contentMissing : .taskMissing, [.id: String(id), .contentType: "task"],
                because: "there is no task with the id \(id)")
        }
        return task
    }

    /// The task that a path names by its content and its number there.
    fileprivate func checkedTask(_ call: Call) throws -> TaskDetails {
        let content = try content(call.contentID())
        guard let task = try tasks(of: content).first(where: { $0.task.localID == call.place("task") }) else {
            throw Refusal(
                .taskMissing, [.id: call.place("task")],
                because: "content \(content.id) has no task \(call.place("task"))")
        }
        return task
    }
}
