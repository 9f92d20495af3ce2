import ConfluenceModel
import ConfluenceWire

/// Levels of classification, and redactions, as `/api/v2` writes them.
extension V2Writer {
    func classification(_ answer: ClassificationAnswer) -> Response {
        switch answer {
        case .levels(let levels): ok(.array(levels.map { level($0.level, order: $0.order) }))
        case .level(let order, let level): ok(self.level(level, order: order))
        case .redacted(let body, let title): ok(["body": section(body), "title": section(title)], status: 202)
        }
    }

    private func level(_ level: ClassificationLevelDefinition, order: Int) -> JSON {
        [
            "id": .string(level.id), "status": .string(level.status.rawValue.uppercased()),
            "order": .integer(Int64(order + 1)), "name": .string(level.name),
            "description": .string(level.description), "guideline": .string(level.guideline),
            "color": .string(level.color.rawValue.uppercased().replacing("-", with: "_")),
        ]
    }

    private func section(_ redactions: [Redaction]) -> JSON {
        [
            "redactions": .array(
                redactions.map { redaction in
                    var json: JSONObject = [
                        "pointer": .string(redaction.pointer), "from": .integer(Int64(redaction.range.lowerBound)),
                        "to": .integer(Int64(redaction.range.upperBound)),
                    ]
                    if let reason = redaction.reason { json["reason"] = .string(reason) }
                    json["redactionId"] = .string(redaction.id)
                    return .object(json)
                })
        ]
    }
}
