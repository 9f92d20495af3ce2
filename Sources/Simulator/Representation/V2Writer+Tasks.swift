import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// Tasks as `/api/v2` writes them.
extension V2Writer {
    func tasks(_ answer: TaskAnswer) throws -> Response {
        switch answer {
        case .list(let rows):
            let format = try call.bodyFormat(among: Resource.listForms)
            return list(rows) { task($0, format) }
        case .one(let details): return ok(task(details, try call.bodyFormat(among: Resource.listForms)))
        }
    }

    private func task(_ details: TaskDetails, _ format: BodyFormat?) -> JSON {
        let content = details.content
        var json: JSONObject = [
            "id": .string("\(details.id)"), "localId": .string(details.task.localID),
            "spaceId": .string("\(content.spaceID)"),
            (content.kind == .page ? "pageId" : "blogPostId"): .string("\(content.id)"),
            "status": details.task.isComplete ? "complete" : "incomplete",
        ]
        json["body"] = body(of: details, format)
        json["createdBy"] = .string(dialect.people.authorID(details.creator))
        json["assignedTo"] = details.assignee.map { .string(dialect.people.authorID($0)) } ?? .null
        json["completedBy"] = details.completion.map { .string(dialect.people.authorID($0.account)) } ?? .null
        json["createdAt"] = .string(Instants.text(details.createdAt))
        json["updatedAt"] = .string(Instants.text(details.updatedAt))
        json["dueAt"] = details.dueAt.map { .string(Instants.text($0)) } ?? .null
        json["completedAt"] = details.completion.map { .string(Instants.text($0.moment)) } ?? .null
        return .object(json)
    }

    private func body(of details: TaskDetails, _ format: BodyFormat?) -> JSON {
        let source = details.task.body
        let value: String
        switch format {
        case nil: return [:]
        case .atlasDocFormat: value = (try? StorageFormat.atlasDocFormat(source, context: DocumentContext())) ?? source
        default: value = source
        }
        let name = format?.rawValue ?? ""
        return .object([name: ["representation": .string(name), "value": .string(value)]])
    }
}

/// Tasks as `/rest/api/inlinetasks` writes them: accounts by their ids, moments in milliseconds.
extension RestWriter {
    func tasks(_ answer: TaskAnswer) -> Response {
        switch answer {
        case .list(let rows): ok(envelope(rows) { task($0) })
        case .one(let details): ok(task(details))
        }
    }

    private func task(_ details: TaskDetails) -> JSON {
        var json: JSONObject = [
            "globalId": .integer(details.id), "id": .integer(Int64(details.task.localID) ?? 0),
            "contentId": .integer(details.content.id),
            "status": details.task.isComplete ? "complete" : "incomplete",
            "body": .string(details.task.body), "creator": .string(dialect.people.authorID(details.creator)),
        ]
        if let assignee = details.assignee { json["assignee"] = .string(dialect.people.authorID(assignee)) }
        json["createDate"] = .milliseconds(details.createdAt)
        json["updateDate"] = .milliseconds(details.updatedAt)
        if let due = details.dueAt { json["dueDate"] = .milliseconds(due) }
        if let completion = details.completion {
            json["completeUser"] = .string(dialect.people.authorID(completion.account))
            json["completeDate"] = .milliseconds(completion.moment)
        }
        return .object(json)
    }
}
