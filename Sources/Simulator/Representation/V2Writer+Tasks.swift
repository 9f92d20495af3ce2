import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// Tasks as `/api/v2` writes them.
extension V2Writer {
    func tasks(_ answer: TaskAnswer) -> Response {
        switch answer {
        case .list(let rows): list(rows) { task($0) }
        case .one(let details): ok(task(details))
        }
    }

    private func task(_ details: TaskDetails) -> JSON {
        let content = details.content
        var json: JSONObject = [
            "id": .string("\(details.id)"), "localId": .string(details.task.localID),
            "spaceId": .string("\(content.spaceID)"),
            (content.kind == .page ? "pageId" : "blogPostId"): .string("\(content.id)"),
            "status": details.task.isComplete ? "complete" : "incomplete",
        ]
        if call.item("body-format") == "storage" {
            json["body"] = ["storage": ["representation": "storage", "value": .string(details.task.body)]]
        } else {
            json["body"] = [:]
        }
        json["createdBy"] = .string(dialect.people.authorID(content.creator))
        json["assignedTo"] = details.assignee.map { .string(dialect.people.authorID($0)) } ?? .null
        json["completedBy"] = .null
        json["createdAt"] = .string(Instants.text(content.createdAt))
        json["updatedAt"] = .string(Instants.text(content.version.createdAt))
        json["dueAt"] = details.task.dueDay.map { .string("\($0)T00:00:00.000Z") } ?? .null
        json["completedAt"] = .null
        return .object(json)
    }
}
