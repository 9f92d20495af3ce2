import ConfluenceStore
import Foundation
import Synchronization

extension World {
    /// The tasks of the site that it still remembers.
    var longTasks: [LongTask] { tasks.withLock(\.tasks) }

    /// A task that somebody asks after.
    func longTask(id: String) throws -> LongTask? {
        tasks.withLock { $0.ask(after: id, at: now) }
        try settleTasks()
        return tasks.withLock { $0[id] }
    }

    /// Sets off work on behalf of a caller whom authorisation gave leave to all of it.
    func start(_ work: any LongWork, by grant: Grant) throws -> LongTask {
        guard let author = grant.caller.account else {
            throw Refusal(.anonymous, because: "an anonymous caller can't be the author of a change")
        }
        return tasks.withLock { $0.start(work, by: author, at: now) }
    }

    /// Carries out what tasks were to have done by now.
    func settleTasks() throws {
        guard let due = tasks.withLock({ $0.isIdle ? nil : $0.due(at: now) }) else { return }
        for task in due {
            let end: LongTask.End
            do {
                end = .done(try carryOut(task))
            } catch let error as StoreError {
                end = .failed(error.description)
            } catch let refusal as Refusal {
                end = .failed(refusal.words)
            }
            tasks.withLock { $0.end(task.id, end) }
        }
    }

    private func carryOut(_ task: LongTask) throws -> LongTask.Result {
        try administer { try task.work.carryOut($0, by: task.author, at: task.endsAt) }
    }
}
