import ConfluenceModel
import ConfluenceStore

/// What answers tell of work that goes on after its request.
enum LongTaskAnswer: Sendable {
    /// The request was taken on; the task is to be asked after.
    case accepted(LongTask)
    case task(LongTask)
    case tasks(Rows<LongTask>)
}

/// How far the site came with what takes it long.
extension Resource {
    /// The tasks that are running; those that ended are found by their id.
    static let longTasks = Resource { grant, world in
        let call = grant.call
        let paging = try call.paging(limit: 100)
        let key = call.item("key")
        let running = world.longTasks.filter { task in
            !task.isFinished && isVisible(task, to: grant) && (key == nil || key == task.work.name)
        }
        return .longTask(.tasks(Rows(Array(running.dropFirst(paging.start)), paging: paging)))
    }

    static let longTask = Resource { grant, world in
        let id = grant.call.place("id")
        guard let task = try world.longTask(id: id), isVisible(task, to: grant) else {
            throw Refusal(.taskMissing, [.id: id], because: "the caller has set off no task of the id \(id)")
        }
        return .longTask(.task(task))
    }

    /// People see the tasks that they set off; administrators of the site see all.
    private static func isVisible(_ task: LongTask, to grant: Grant) -> Bool {
        guard let account = grant.caller.account else { return false }
        return account.isSiteAdmin || account.id == task.author.id
    }
}
