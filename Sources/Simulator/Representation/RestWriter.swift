import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Writes the answers of `/rest/api`, in the members that both deployments share.
struct RestWriter: Sendable {
    let dialect: Dialect
    let base: SiteBase
    let call: Call
    let world: World

    func write(_ outcome: Outcome) throws -> Response {
        switch outcome {
        case .user(let account): ok(user(account, isTop: true))
        case .content(let details): ok(content(details, isTop: true))
        case .contents(let rows): ok(list(rows) { content($0) })
        case .uploaded(let rows): ok(uploaded(rows))
        case .space(let details): ok(space(details, isTop: true))
        case .spaces(let rows): ok(list(rows) { space($0) })
        case .spaceMatter(let answer): write(answer)
        case .people(let answer): try write(answer)
        case .template(let answer): write(answer)
        case .audit(let answer): write(answer)
        case .system(let answer): write(answer)
        case .webhook(let answer): write(answer)
        case .conversion(let answer): write(answer)
        case .labels(let rows): ok(list(rows, label))
        case .reactions(let answer): try reactions(answer)
        case .states(let answer): states(answer)
        case .labelled(let answer): labelled(answer)
        case .annotations(let answer): annotations(answer)
        case .tasks(let answer): tasks(answer)
        case .properties(let answer): properties(answer)
        case .userProperties(let answer): userProperties(answer)
        case .history(let details, let versions):
            ok(history(details.record, versions, expansion: details.expansion, isTop: true))
        case .restrictions(let content, let named): ok(restrictions(named, of: content.id, isTop: true))
        case .restrictionList(let content, let named): ok(restrictionList(named, of: content.id))
        case .restriction(let content, let operation, let subjects):
            ok(restriction(operation, subjects, of: content.id, isTop: true))
        case .rights(let answer): ok(rights(answer))
        case .permission(let named): ok(permission(named))
        case .permissionTable(let all, let space): ok(.array(all.compactMap { permission($0, in: space) }))
        case .tree(let answer): try tree(answer)
        case .longTask(let answer): longTask(answer)
        case .hits(let answer): ok(SearchWriter(rest: self).write(answer))
        case .tokens(let tokens): ok(TokenWriter.write(tokens))
        case .token(let token, let isNew): ok(TokenWriter.write(token, isNew: isNew), status: isNew ? 201 : 200)
        case .attachments, .comments, .customContent, .classification, .stored, .text, .word, .pdf, .picture, .methods,
            .acted,
            .file, .done, .succeeded, .tenant, .accessibleSites, .manifest, .running, .loginPage, .loginRedirect,
            .browserLogin, .operations, .permissions, .permissionKinds, .roles, .role, .assignments, .roleMode:
            throw Refusal(.internalError, because: "this outcome has no form in /rest/api")
        }
    }

    func ok(_ value: JSON, status: Int = 200) -> Response {
        Response(status: status, headers: ["Content-Type": "application/json"], body: JSONWriter.compact(value))
    }

    // MARK: Lists and links

    /// - Parameter path: Where the list stands by itself, where it is part of another answer.
    func list<Row>(_ rows: Rows<Row>, below path: String? = nil, _ write: (Row) -> JSON) -> JSON {
        var json = envelope(rows, write)
        let links = pageLinks(rows.paging, count: rows.rows.count, hasMore: rows.hasMore, path: path ?? apiPath)
        json["_links"] = .object(links)
        return json
    }

    func envelope<Row>(_ rows: Rows<Row>, _ write: (Row) -> JSON) -> JSON {
        [
            "results": .array(rows.rows.map(write)), "start": .integer(Int64(rows.paging.start)),
            "limit": .integer(Int64(rows.paging.limit)), "size": .integer(Int64(rows.rows.count)),
        ]
    }

    private func uploaded(_ rows: Rows<ContentDetails>) -> JSON {
        [
            "results": .array(rows.rows.map { content($0) }), "size": .integer(Int64(rows.rows.count)),
            "_links": topLinks,
        ]
    }

    /// Next and previous are relative to the context, as clients expect who put them behind their base address.
    private func pageLinks(_ paging: Paging, count: Int, hasMore: Bool, path: String) -> JSONObject {
        var links: JSONObject = ["base": .string(base.url), "context": .string(base.context)]
        let kept = call.query.filter { !["start", "limit", "next", "prev"].contains($0.name) }
        func page(_ direction: String, from start: Int) -> JSON {
            let items =
                kept + [
                    QueryItem(direction, "true"), QueryItem("limit", "\(paging.limit)"), QueryItem("start", "\(start)"),
                ]
            return .string("\(path)?\(QueryItem.serialize(items))")
        }
        if hasMore { links["next"] = page("next", from: paging.start + count) }
        if paging.start > 0 { links["prev"] = page("prev", from: max(0, paging.start - paging.limit)) }
        links["self"] = .string(base.url + path + (kept.isEmpty ? "" : "?" + QueryItem.serialize(kept)))
        return links
    }

    /// The path of the call below the context.
    var apiPath: String {
        let path = call.request.url.path
        return path.hasPrefix(base.context + "/") ? String(path.dropFirst(base.context.count)) : path
    }

    var topLinks: JSON { ["base": .string(base.url), "context": .string(base.context)] }

    func withTopLinks(_ links: JSONObject, _ isTop: Bool) -> JSON {
        guard isTop else { return .object(links) }
        var links = links
        links["base"] = .string(base.url)
        links["context"] = .string(base.context)
        return .object(links)
    }

    // MARK: People

    func user(_ account: AccountRecord?, isTop: Bool = false) -> JSON {
        guard let account else { return anonymousUser }
        var json: JSONObject = ["type": "known"]
        for member in dialect.people.identity(account) { json.append(member.key, member.value) }
        json["displayName"] = .string(account.displayName)
        json["profilePicture"] = picture(dialect.people.picture(account))
        json["_expandable"] = .object(dialect.people.expandable.reduce(into: JSONObject()) { $0[$1] = "" })
        let link = "\(base.url)/rest/api/user?\(dialect.people.query(account))"
        json["_links"] = withTopLinks(["self": .string(link)], isTop)
        return .object(json)
    }

    private var anonymousUser: JSON {
        [
            "type": "anonymous", "profilePicture": picture(SitePicture.nobodyPath), "displayName": "Anonymous",
            "_links": withTopLinks(["self": .string("\(base.url)/rest/api/user/anonymous")], true),
        ]
    }

    private func picture(_ path: String) -> JSON {
        [
            "path": .string(base.context + path), "width": 48, "height": 48,
            "isDefault": .bool([SitePicture.personPath, SitePicture.nobodyPath].contains(path)),
        ]
    }

    // MARK: Labels and operations

    func label(_ label: LabelRecord) -> JSON {
        [
            "prefix": .string(label.prefix), "name": .string(label.name), "id": .string("\(label.id)"),
            "label": .string(label.name),
        ]
    }

    func operations(_ names: [OperationName]) -> JSON {
        .array(names.map { ["operation": .string($0.key), "targetType": .string($0.target)] })
    }

    /// A list that is all on one page.
    func whole(_ rows: [JSON]) -> JSON {
        ["results": .array(rows), "start": 0, "limit": 200, "size": .integer(Int64(rows.count))]
    }

    /// A moment as the REST API writes it, in UTC with milliseconds.
    func instant(_ date: Date) -> JSON { .string(Instants.text(date)) }
}
