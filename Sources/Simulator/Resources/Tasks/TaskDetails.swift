import ConfluenceStore
import StorageFormat

import struct Foundation.Date

/// A task of a task list, with the page or blog post that has it.
struct TaskDetails: Sendable {
    var content: ContentRecord
    var task: InlineTask
    var assignee: AccountRecord?
    var creator: AccountRecord
    var createdAt: Date
    /// `nil` for a task that is still to be done.
    var completion: TaskCompletion?

    /// Told from the tasks of other content by the content's number in front.
    var id: Int64 { content.id * Self.most + (Int64(task.localID) ?? 0) }

    var updatedAt: Date { max(content.version.createdAt, completion?.moment ?? createdAt) }

    /// The moment at which the day begins by which it is to be done.
    var dueAt: Date? { task.dueDay.flatMap { CivilTime.start(ofDay: $0) } }

    /// More tasks than one body has.
    static let most: Int64 = 10_000
}

enum TaskAnswer: Sendable {
    case list(Rows<TaskDetails>)
    case one(TaskDetails)
}

extension StoreReader {
    /// A task is its creator's who brought it into the body; one that is done in the body was done by its last editor,
    /// unless somebody ticked it off where it stands.
    func tasks(of content: ContentRecord) throws -> [TaskDetails] {
        try StorageFormat.tasks(in: content.body).map { task in
            let origin = try origin(ofTask: task.localID, in: content.id)
            var completion: TaskCompletion?
            if task.isComplete {
                completion =
                    try self.completion(ofTask: task.localID, in: content.id)
                    ?? TaskCompletion(account: content.version.author, moment: content.version.createdAt)
            }
            return TaskDetails(
                content: content, task: task,
                assignee: try task.assignee.flatMap { try account(accountID: $0) ?? account(userKey: $0) },
                creator: origin?.author ?? content.creator, createdAt: origin?.createdAt ?? content.createdAt,
                completion: completion)
        }
    }
}
