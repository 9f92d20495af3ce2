import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Trees and versions of content as `/api/v2` writes them.
extension V2Writer {
    func tree(_ answer: TreeAnswer) throws -> Response {
        switch answer {
        case .places(.children(let rows)):
            return list(rows) { child($0, withType: false) }
        case .places(.directChildren(let rows)):
            return list(rows) { child($0, withType: true) }
        case .places(.ancestors(let rows)):
            return list(rows) { ["id": .string("\($0.id)"), "type": .string($0.kind.rawValue)] }
        case .places(.descendants(let rows)):
            return list(rows, descendant)
        case .versions(let rows):
            return list(rows) { version($0) }
        case .version(let details):
            return ok(detailed(details))
        case .treeContent(let details):
            return ok(treeContent(details))
        case .types(let types):
            return ok([
                "results": .object(
                    types.reduce(into: JSONObject()) { $0[$1.id] = $1.type.map(JSON.string) ?? .null })
            ])
        case .branch, .moved, .movedByForm, .formErrors, .remote, .scan:
            throw Refusal(.internalError, because: "this outcome has no form in /api/v2")
        }
    }

    /// Children of every kind say what they are, and not in which space: they lie in that of what they lie below.
    func child(_ record: ContentRecord, withType: Bool) -> JSON {
        var json: JSONObject = [
            "id": .string("\(record.id)"), "status": .string(record.status.rawValue), "title": .string(record.title),
        ]
        if withType {
            json["type"] = .string(record.kind.rawValue)
        } else {
            json["spaceId"] = .string("\(record.spaceID)")
        }
        json["childPosition"] = .integer(Int64(record.position))
        return .object(json)
    }

    private func descendant(_ descendant: Descendant) -> JSON {
        let record = descendant.content
        return [
            "id": .string("\(record.id)"), "status": .string(record.status.rawValue), "title": .string(record.title),
            "type": .string(record.kind.rawValue), "parentId": record.parentID.map { .string("\($0)") } ?? .null,
            "depth": .integer(Int64(descendant.depth)), "childPosition": .integer(Int64(record.position)),
        ]
    }

    // MARK: Versions

    private func version(_ details: VersionDetails) -> JSON {
        var json = version(details.version)
        if let old = details.old {
            json[old.record.kind.rawValue] = [
                "id": .string(RestWriter.id(of: old.record)), "title": .string(old.record.title), "body": body(of: old),
            ]
        }
        return json
    }

    private func detailed(_ details: VersionDetails) -> JSON {
        var json = version(details.version)
        json["contentTypeModified"] = false
        json["collaborators"] = [.string(dialect.people.authorID(details.version.author))]
        let number = Int64(details.version.number)
        if number > 1 { json["prevVersion"] = .integer(number - 1) }
        if number < Int64(details.content.version.number) { json["nextVersion"] = .integer(number + 1) }
        return json
    }

    // MARK: What is included

    func include(_ details: ContentDetails, in json: inout JSONObject) {
        let record = details.record
        let path = self.path(of: details)
        if let labels = details.labels {
            json["labels"] = included(
                labels.map(label), "\(path)/labels")
        }
        if let properties = details.properties {
            json["properties"] = included(properties.map { contentProperty($0) }, "\(propertyPath(details))/properties")
        }
        if let allowed = details.operations {
            json["operations"] = included(
                dialect.rights.names(allowed, on: record.kind).map {
                    ["operation": .string($0.key), "targetType": .string($0.target)]
                }, "\(path)/operations")
        }
        if let versions = details.versions {
            json["versions"] = included(versions.map { version($0) }, "\(path)/versions")
        }
        if let children = details.directChildren {
            json["directChildren"] = included(children.map { child($0, withType: true) }, "\(path)/direct-children")
        }
        if let likers = details.likers {
            json["likes"] = included(
                likers.map { ["accountId": .string(dialect.people.authorID($0))] }, "\(path)/likes/users")
        }
        if let isFavourite = details.isFavourite { json["isFavoritedByCurrentUser"] = .bool(isFavourite) }
        if call.flag("include-collaborators") {
            let authors = [dialect.people.authorID(record.version.author), dialect.people.authorID(record.creator)]
            json["collaborators"] = ["accountIds": .array(Set(authors).sorted().map(JSON.string))]
        }
        if call.flag("include-webresources") { json["webresources"] = [:] }
    }

    /// Where v2 has a piece of content; comments are told apart by their place.
    private func path(of details: ContentDetails) -> String {
        let id = RestWriter.id(of: details.record)
        guard let comment = details.comment else { return "/api/v2/\(Self.collection(of: details.record.kind))/\(id)" }
        return "/api/v2/\(comment.facts.isInline ? "inline" : "footer")-comments/\(id)"
    }

    private static func collection(of kind: ContentKind) -> String {
        kind == .custom ? "custom-content" : kind.rawValue + "s"
    }

    /// The properties of comments have one address, whatever their place.
    private func propertyPath(_ details: ContentDetails) -> String {
        details.comment == nil ? path(of: details) : "/api/v2/comments/\(details.record.id)"
    }

    /// A part that the query asks for beside the thing itself, with where the rest of it is found.
    func included(_ rows: [JSON], _ path: String) -> JSON {
        let shown = Array(rows.prefix(50))
        var meta: JSONObject = [
            "hasMore": .bool(shown.count < rows.count), "count": .integer(Int64(shown.count)),
        ]
        if shown.count < rows.count { meta["cursor"] = .string(V2Cursor.offset(shown.count).text) }
        return [
            "results": .array(shown), "meta": .object(meta), "_links": ["self": .string(base.context + path)],
        ]
    }
}
