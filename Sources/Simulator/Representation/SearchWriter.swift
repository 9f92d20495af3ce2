import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Writes what a search found: rows that wrap content for `/search`, content itself for `/content/search`.
struct SearchWriter: Sendable {
    let rest: RestWriter

    func write(_ answer: SearchAnswer) -> JSON {
        var json: JSONObject = [
            "results": .array(answer.hits.map { answer.isContentOnly ? content($0) : row($0) }),
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

    private func links(_ answer: SearchAnswer) -> JSONObject {
        var links: JSONObject = ["base": .string(rest.base.url), "context": .string(rest.base.context)]
        let query = [QueryItem("cql", answer.query)]
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
        links["self"] = .string("\(rest.base.url)\(rest.apiPath)?\(QueryItem.serialize(query))")
        return links
    }

    private func content(_ hit: SearchAnswer.Hit) -> JSON {
        hit.details.map { rest.content($0) } ?? .null
    }

    private func row(_ hit: SearchAnswer.Hit) -> JSON {
        var json = JSONObject()
        let url: String
        let changed: Date
        let container: (title: String, key: String)
        switch hit.found.entity {
        case .content(let record):
            json["content"] = content(hit)
            url = rest.dialect.links.webUI(record)
            changed = record.version.createdAt
            container = (record.spaceName, record.spaceKey)
        case .space(let record):
            json["space"] = rest.space(SpaceDetails(record: record))
            url = rest.dialect.links.space(record.key)
            changed = record.createdAt
            container = (record.name, record.key)
        }
        json["title"] = .string(RefusalWriter.escaped(hit.found.title))
        json["excerpt"] = .string(RefusalWriter.escaped(hit.found.excerpt))
        json["url"] = .string(url)
        json["resultGlobalContainer"] = [
            "title": .string(container.title), "displayUrl": .string(rest.dialect.links.space(container.key)),
        ]
        json["breadcrumbs"] = []
        json["entityType"] = hit.found.content == nil ? "space" : "content"
        json["iconCssClass"] = .string("aui-icon content-type-\(hit.found.content?.kind.rawValue ?? "space")")
        json["lastModified"] = .string(Instants.text(changed))
        json["friendlyLastModified"] = .string(changed.formatted(.iso8601.year().month().day()))
        json["score"] = .number(0)
        return .object(json)
    }
}
