import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Writes the answers of Cloud's `/api/v2`: flat objects, all ids as texts, an address of the next page in a header.
struct V2Writer: Sendable {
    let dialect: Dialect
    let base: SiteBase
    let call: Call

    func write(_ outcome: Outcome) throws -> Response {
        switch outcome {
        case .content(let details): ok(page(details, isTop: true))
        case .contents(let rows): list(rows) { page($0) }
        case .tree(let answer): try tree(answer)
        case .space(let details): ok(space(details, isTop: true))
        case .spaces(let rows): list(rows) { space($0) }
        case .spaceMatter(.created(let details)): ok(space(details, isTop: true), status: 201)
        case .people(let answer): try write(answer)
        case .reactions(let answer): try reactions(answer)
        case .tasks(let answer): try tasks(answer)
        case .attachments(let answer): attachments(answer)
        case .comments(let answer): comments(answer)
        case .customContent(let answer): customContent(answer)
        case .classification(let answer): classification(answer)
        case .labels(let rows): list(rows, label)
        case .labelled(.content(let rows)):
            list(rows) { $0.record.kind == .attachment ? attachment($0) : page($0) }
        case .properties(let answer): properties(answer)
        case .operations(let names): ok(operations(names))
        case .permissions(let rows, _): list(rows, permission)
        case .permissionKinds(let rows): list(rows, permissionKind)
        case .roles(let rows): list(rows) { role($0) }
        case .role(let role): ok(self.role(role, isTop: true))
        case .assignments(let rows): list(rows, assignment)
        case .roleMode(let mode): ok(["mode": .string(Self.word(of: mode))])
        default: throw Refusal(.internalError, because: "this outcome has no form in /api/v2")
        }
    }

    func ok(_ value: JSON, status: Int = 200, headers: Headers = [:]) -> Response {
        var headers = headers
        headers["Content-Type"] = "application/json"
        return Response(status: status, headers: headers, body: JSONWriter.compact(value))
    }

    func list<Row>(_ rows: Rows<Row>, _ write: (Row) -> JSON) -> Response {
        var links = JSONObject()
        var headers: Headers = ["Link": "<\(base.url)>; rel=\"base\""]
        if rows.hasMore {
            let kept = call.query.filter { !["start", "cursor"].contains($0.name) }
            let query = (kept.isEmpty ? "" : QueryItem.serialize(kept) + "&") + cursor(behind: rows).queryText
            let path = call.request.url.path
            let next = (path.hasPrefix(base.context + "/") ? "" : base.context) + path + "?" + query
            links["next"] = .string(next)
            headers["Link"] = "<\(next)>; rel=\"next\", <\(base.url)>; rel=\"base\""
        }
        links["base"] = .string(base.url)
        return ok(["results": .array(rows.rows.map(write)), "_links": .object(links)], headers: headers)
    }

    private func cursor<Row>(behind rows: Rows<Row>) -> V2Cursor {
        guard let end = rows.end, let order = rows.paging.order else {
            return .offset(rows.paging.start + rows.rows.count)
        }
        return .behind(end, order: order.cursorName)
    }

    private func page(_ details: ContentDetails, isTop: Bool = false) -> JSON {
        let record = details.record
        var json: JSONObject = [
            "id": .string("\(record.id)"),
            "status": .string(status(of: details)),
            "title": .string(record.title), "spaceId": .string("\(record.spaceID)"),
        ]
        let author = dialect.people.authorID(record.creator)
        json["authorId"] = .string(author)
        if record.kind != .blogpost {
            // What lies in the trash has no place in the tree.
            let parent = record.status == .trashed ? nil : record.parentID
            json["parentId"] = parent.map { .string("\($0)") } ?? .null
            json["parentType"] = parent == nil ? .null : .string(record.parentKind?.rawValue ?? "page")
            json["position"] = record.status == .trashed ? .null : .integer(Int64(record.position))
            json["ownerId"] = .string(author)
            json["lastOwnerId"] = .null
        }
        // Ordinary pages say nothing of it, as answers show that people wrote down.
        if let subtype = record.subtype { json["subtype"] = .string(subtype.rawValue) }
        json["createdAt"] = .string(Instants.text(record.createdAt))
        if call.flag("include-version", standard: true) { json["version"] = version(record.version) }
        json["body"] = body(of: details)
        include(details, in: &json)
        var links: JSONObject = [
            "editui": .string(dialect.links.editUI(record)), "webui": .string(dialect.links.webUI(record)),
            "tinyui": .string(dialect.links.tiny(record.id)),
        ]
        if isTop { links["base"] = .string(base.url) }
        json["_links"] = .object(links)
        return .object(json)
    }

    func status(of details: ContentDetails) -> String {
        details.isHistorical ? "historical" : details.record.status.rawValue
    }

    func body(of details: ContentDetails) -> JSON {
        var bodies = JSONObject()
        for format in BodyFormat.allCases {
            guard let value = details.bodies[format] else { continue }
            bodies[format.rawValue] = ["representation": .string(format.rawValue), "value": .string(value)]
        }
        return .object(bodies)
    }

    func version(_ version: VersionRecord) -> JSON {
        [
            "number": .integer(Int64(version.number)), "message": .string(version.message),
            "minorEdit": .bool(version.isMinorEdit), "authorId": .string(dialect.people.authorID(version.author)),
            "createdAt": .string(Instants.text(version.createdAt)),
        ]
    }
}
