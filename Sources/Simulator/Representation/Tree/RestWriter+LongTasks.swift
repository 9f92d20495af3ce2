import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Long-running tasks as `/rest/api` writes them.
extension RestWriter {
    func longTask(_ answer: LongTaskAnswer) -> Response {
        switch answer {
        case .accepted(let task):
            ok(
                ["id": .string(task.id), "links": ["status": .string("/rest/api/longtask/\(task.id)")]],
                status: 202)
        case .task(let task): ok(status(of: task, isTop: true))
        case .tasks(let rows): ok(list(rows) { status(of: $0) })
        }
    }

    private func status(of task: LongTask, isTop: Bool = false) -> JSON {
        var json: JSONObject = [
            "id": .string(task.id), "name": ["key": .string(task.work.name), "args": []],
            "elapsedTime": .integer(task.elapsed(at: world.now)),
            "percentageComplete": .integer(task.percentage(at: world.now)),
            "successful": .bool(task.isSuccessful),
        ]
        if dialect.content.tasksSayWhetherFinished { json["finished"] = .bool(task.isFinished) }
        json["messages"] = .array(message(of: task).map { [["translation": .string($0), "args": []]] } ?? [])
        if case .done(let result) = task.end, let id = result.contentID {
            json["additionalDetails"] = [
                "destinationId": .string("\(id)"),
                "destinationUrl": .string("\(base.context)/pages/viewpage.action?pageId=\(id)"),
                "totalPageNeedToCopy": .integer(Int64(task.work.size)),
            ]
        }
        json["_links"] = withTopLinks(["self": .string("\(base.url)/rest/api/longtask/\(task.id)")], isTop)
        return .object(json)
    }

    private func message(of task: LongTask) -> String? {
        switch task.end {
        case .failed(let reason): reason
        case .done: task.work.summary
        case nil: nil
        }
    }
}
