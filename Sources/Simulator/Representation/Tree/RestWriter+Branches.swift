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
                var links: JSONObject = ["self": .string(base.url + place)]
                if rows.hasMore {
                    // Read in a client that follows it from the page (virtomize/confluence-go-api).
                    let (limit, start) = (rows.paging.limit, rows.paging.start + rows.rows.count)
                    links["next"] = .string("\(place)?limit=\(limit)&start=\(start)")
                }
                list["_links"] = .object(links)
                json[kind.rawValue] = list
            } else {
                more[kind.rawValue] = .string(place)
            }
        }
        json["_expandable"] = .object(more)
        json["_links"] = ["self": .string(base.url + path)]
        return .object(json)
    }

    /// A page of a scan, which goes on by its cursor.
    func scan(_ answer: ScanAnswer) -> JSON {
        var json: JSON = [
            "results": .array(answer.rows.map { content($0) }), "cursor": .string(answer.cursor),
            "limit": .integer(Int64(answer.limit)), "size": .integer(Int64(answer.rows.count)),
        ]
        var links: JSONObject = [
            "base": .string(base.url), "context": .string(base.context), "self": .string(base.url + apiPath),
        ]
        if let next = answer.nextCursor {
            json["nextCursor"] = .string(next)
            let kept = call.query.filter { $0.name != "cursor" }
            links["next"] = .string("\(apiPath)?\(QueryItem.serialize(kept + [QueryItem("cursor", next)]))")
        }
        json["_links"] = .object(links)
        return json
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
