import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What lies below content as `/rest/api` writes it.
extension RestWriter {
    func branch(_ branch: BranchLists) -> JSON {
        let path = "/rest/api/content/\(Self.id(of: branch.content))/\(branch.place)"
        var json = children(branch.lists, path)
        json["_links"] = withTopLinks(["self": .string(base.url + path)], true)
        return json
    }

    /// The lists that were asked for, and the paths of the others.
    func children(_ lists: [ContentKind: Rows<ContentDetails>], _ path: String) -> JSON {
        var json = JSONObject()
        var more = JSONObject()
        for kind in dialect.content.childKinds {
            let place = "\(path)/\(kind.rawValue)"
            if let rows = lists[kind] {
                var list = envelope(rows) { content($0) }
                list["_links"] = ["self": .string(base.url + place)]
                json[kind.rawValue] = list
            } else {
                more[kind.rawValue] = .string(place)
            }
        }
        json["_expandable"] = .object(more)
        json["_links"] = ["self": .string(base.url + path)]
        return .object(json)
    }

    func childTypes(_ types: [ContentKind: Bool], _ path: String) -> JSON {
        var json = JSONObject()
        var more: JSONObject = types.count == dialect.content.childKinds.count ? [:] : ["all": ""]
        for kind in dialect.content.childKinds {
            if let value = types[kind] {
                json[kind.rawValue] = [
                    "value": .bool(value), "_links": ["self": .string("\(base.url)\(path)/\(kind.rawValue)")],
                ]
            } else {
                more[kind.rawValue] = ""
            }
        }
        json["_expandable"] = .object(more)
        return .object(json)
    }
}
