import ConfluenceWire

/// Converted bodies as `/rest/api/contentbody` writes them.
extension RestWriter {
    func write(_ answer: ConversionAnswer) -> Response {
        switch answer {
        case .body(let body): ok(.object(json(body)))
        case .accepted(let id): ok(["asyncId": .string(id)])
        case .kept(let body, let id):
            ok(.object(kept(body, id)))
        case .acceptedMany(let ids):
            ok(.array(ids.map { ["asyncId": .string($0 ?? "FAILED_TO_QUEUE")] }))
        case .keptMany(let rows):
            ok(
                .array(
                    rows.map { row in
                        guard let body = row.body else { return failed(row.id) }
                        return .object(kept(body, row.id))
                    }))
        }
    }

    private func json(_ body: ConvertedBody) -> JSONObject {
        [
            "value": .string(body.value), "representation": .string(body.representation),
            "_expandable": ["content": "", "embeddedContent": "", "webresource": "", "mediaToken": ""],
            "_links": topLinks,
        ]
    }

    private func failed(_ id: String) -> JSON {
        ["renderTaskId": .string(id), "status": "FAILED", "error": .string("No conversion task found with id: \(id)")]
    }

    private func kept(_ body: ConvertedBody, _ id: String) -> JSONObject {
        var json = json(body)
        json["renderTaskId"] = .string(id)
        json["status"] = "COMPLETED"
        return json
    }
}
