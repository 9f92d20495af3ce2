import ConfluenceStore
import ConfluenceWire

/// Properties as `/rest/api` writes them.
extension RestWriter {
    func properties(_ answer: PropertyAnswer) -> Response {
        switch answer {
        case .list(let rows, let bearer): ok(list(rows) { property($0, of: bearer) })
        case .one(let record, let bearer, _): ok(property(record, of: bearer, isTop: true))
        }
    }

    /// The version is shown unless other parts are asked for: clients read it from answers that they expand nothing in.
    private func property(_ record: PropertyRecord, of bearer: PropertyBearer, isTop: Bool = false) -> JSON {
        let (name, path): (String, String) =
            switch bearer {
            case .content(let content): ("content", "/rest/api/content/\(Self.id(of: content))")
            case .space(let space): ("space", "/rest/api/space/\(space.key)")
            }
        let expansion = call.expansion(standard: ["version"])
        var json: JSONObject = [
            "id": .string("\(record.id)"), "key": .string(record.key), "value": record.json,
        ]
        var more = JSONObject()
        if expansion.contains("version") || !expansion.contains(name) {
            json["version"] = [
                "when": instant(record.version.createdAt), "message": .string(record.version.message),
                "number": .integer(Int64(record.version.number)), "minorEdit": .bool(record.version.isMinorEdit),
                "hidden": false,
            ]
        } else {
            more["version"] = ""
        }
        switch bearer {
        case .content(let holder) where expansion.contains(name):
            json[name] = content(ContentDetails(holder, expansion: Expansion()))
        case .space(let holder) where expansion.contains(name): json[name] = space(SpaceDetails(record: holder))
        case .content, .space: more[name] = .string(path)
        }
        json["_expandable"] = .object(more)
        json["_links"] = withTopLinks(["self": .string("\(base.url)\(path)/property/\(record.key)")], isTop)
        return .object(json)
    }
}

extension PropertyRecord {
    /// The value, which is JSON text in the store.
    var json: JSON { (try? JSONReader.read(value)) ?? .string(value) }
}
