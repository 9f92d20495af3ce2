import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Writes what a search found: rows that wrap content for `/search`, content itself for `/content/search`.
struct SearchWriter: Sendable {
    let rest: RestWriter

    func write(_ answer: SearchAnswer) -> JSON {
        var json: JSONObject = [
            "results": .array(answer.hits.map { answer.isContentOnly ? content($0) : row($0, answer) }),
            "start": .integer(Int64(answer.paging.start)), "limit": .integer(Int64(answer.paging.limit)),
            "size": .integer(Int64(answer.hits.count)),
        ]
        if !answer.isContentOnly || rest.dialect.search.countsContent {
            json["totalSize"] = .integer(Int64(answer.total))
            json["cqlQuery"] = .string(answer.query)
            json["searchDuration"] = 12
        }
        json["_links"] = .object(links(answer))
        return .object(json)
    }

    /// The next page's link repeats the query and what is expanded, not the excerpt.
    private func links(_ answer: SearchAnswer) -> JSONObject {
        var links: JSONObject = ["base": .string(rest.base.url), "context": .string(rest.base.context)]
        let query = answer.expand + [QueryItem("cql", answer.query)]
        let limit = QueryItem("limit", "\(answer.paging.limit)")
        if answer.hasMore {
            let start = QueryItem("start", "\(answer.paging.start + answer.hits.count)")
            var items = query + [limit, start]
            if let cursor = answer.nextCursor {
                items = [QueryItem("next", "true"), QueryItem("cursor", cursor), limit, start] + query
            }
            links["next"] = .string("\(rest.apiPath)?\(QueryItem.serialize(items))")
        }
        if let cursor = answer.cursor {
            let items = [QueryItem("prev", "true"), QueryItem("cursor", cursor), limit] + query
            links["prev"] = .string("\(rest.apiPath)?\(QueryItem.serialize(items))")
        }
        links["self"] = .string("\(rest.base.url)\(rest.apiPath)?\(QueryItem.serialize(answer.repeated))")
        return links
    }

    private func content(_ hit: SearchAnswer.Hit) -> JSON {
        hit.details.map { rest.content($0) } ?? .null
    }

    // MARK: Rows

    /// What rows of all kinds have.
    private struct Frame {
        var url: String
        var entityType: String
        var icon: String
        var changed: Date?
        var container: (title: String, path: String)?
    }

    private func row(_ hit: SearchAnswer.Hit, _ answer: SearchAnswer) -> JSON {
        var json = JSONObject()
        let frame: Frame
        switch hit.found.entity {
        case .content(let record):
            json["content"] = content(hit)
            frame = Frame(
                url: rest.dialect.links.webUI(record), entityType: "content", icon: record.kind.rawValue,
                changed: record.version.createdAt, container: place(record.spaceName, record.spaceKey))
        case .space(let record):
            json["space"] = hit.space.map { rest.space($0) } ?? .null
            frame = Frame(
                url: rest.dialect.links.space(record.key), entityType: "space", icon: "space",
                changed: record.createdAt, container: place(record.name, record.key))
        case .user(let account):
            json["user"] = rest.user(account)
            frame = Frame(url: rest.dialect.search.personPath(account), entityType: "user", icon: "profile")
        }
        json["title"] = .string(RefusalWriter.escaped(hit.found.title))
        json["excerpt"] = .string(
            answer.excerpt?.text(marked: hit.found.excerpt, beginning: hit.found.beginning) ?? "")
        json["url"] = .string(frame.url)
        if let container = hit.container {
            json["resultParentContainer"] = [
                "title": .string(container.title), "displayUrl": .string(rest.dialect.links.webUI(container)),
            ]
        }
        if let container = frame.container {
            json["resultGlobalContainer"] = [
                "title": .string(container.title), "displayUrl": .string(container.path),
            ]
        }
        json["breadcrumbs"] = []
        json["entityType"] = .string(frame.entityType)
        json["iconCssClass"] = .string("aui-icon content-type-\(frame.icon)")
        if let changed = frame.changed {
            json["lastModified"] = .string(Instants.text(changed))
            json["friendlyLastModified"] = .string(FriendlyDate.text(changed, now: answer.now))
        }
        json["score"] = .number(0)
        return .object(json)
    }

    private func place(_ title: String, _ key: String) -> (title: String, path: String) {
        (title, rest.dialect.links.space(key))
    }
}
