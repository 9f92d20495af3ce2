import ConfluenceStore
import ConfluenceWire

/// Templates as `/rest/api/template` writes them.
extension RestWriter {
    func write(_ answer: TemplateAnswer) -> Response {
        switch answer {
        case .one(let details): ok(template(details, isTop: true))
        case .list(let rows): ok(list(rows) { template($0) })
        }
    }

    private func template(_ details: TemplateDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        let id = details.blueprint?.templateID ?? String(record.id)
        var json: JSONObject = ["templateId": .string(id)]
        if let blueprint = details.blueprint {
            json["originalTemplate"] = [
                "pluginKey": .string(Blueprint.pluginKey), "moduleKey": .string("\(blueprint.moduleKey)-page"),
            ]
            json["referencingBlueprint"] = .string("\(Blueprint.pluginKey):\(blueprint.moduleKey)")
        }
        json["name"] = .string(record.name)
        json["description"] = .string(record.description)
        if let space = details.space { json["space"] = self.space(SpaceDetails(record: space)) }
        json["labels"] = .array(
            record.labels.map { ["prefix": "global", "name": .string($0), "id": "0", "label": .string($0)] })
        json["templateType"] = "page"
        json["editorVersion"] = "v2"
        if details.showsBody {
            json["body"] = ["storage": ["value": .string(record.body), "representation": "storage"]]
        }
        json["_expandable"] = details.showsBody ? [:] : ["body": ""]
        let path = PercentEncoding.encode(id, allowed: .pathSegment)
        json["_links"] = withTopLinks(["self": .string("\(base.url)/rest/api/template/\(path)")], isTop)
        return .object(json)
    }
}
