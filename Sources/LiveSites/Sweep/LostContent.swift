import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// Finds what a request has made whose answer never came: by its title, and by the page that it must be below.
struct LostContent: Sendable {
    let siteGuard: SiteGuard
    let keeper: SiteAccount

    /// An answer that says nothing of what was asked for.
    struct Unreadable: Error, CustomStringConvertible {
        var status: Int

        var description: String { "the site answered \(status)" }
    }

    /// The ids of what fits; only what stands below the note's parent or holds the run's mark can be the run's.
    func find(_ creation: Creation, of record: RecordContents) async throws -> [String] {
        guard let title = creation.title?.trimmingEdges(), let space = record.head?.space else { return [] }
        let mark = record.head?.mark ?? siteGuard.access.mark
        var ids: [String] = []
        for status in ["current", "draft", "trashed"] {
            for content in try await search(title, space, creation.kind, status: status) {
                guard let id = content["id"]?.idText, content["title"]?.stringValue?.trimmingEdges() == title,
                    !record.made.contains(id), isOurs(content, creation, mark)
                else { continue }
                if status == "trashed" { try siteGuard.record.note(.removing(id: id)) }
                ids.append(id)
            }
        }
        return ids
    }

    private func isOurs(_ content: JSON, _ creation: Creation, _ mark: String) -> Bool {
        let holdsMark = content["title"]?.stringValue?.contains(mark) == true
        guard creation.kind == .page else { return holdsMark }
        // In the trash of the second version a page no longer says what was above it.
        if content["parentId"]?.isNull == true { return holdsMark && content["status"] == "trashed" }
        let ancestors = (content["ancestors"]?.arrayValue ?? []).compactMap { $0["id"]?.idText }
        return creation.parent.map { ancestors.contains($0) || content["parentId"]?.idText == $0 } ?? false
    }

    private func search(
        _ title: String, _ space: String, _ kind: Creation.Kind, status: String
    ) async throws -> [JSON] {
        var spaceID = ""
        if siteGuard.contentAPI == .second { spaceID = try await number(of: space) }
        var (answer, api) = try await siteGuard.ask(as: keeper, onBudget: false) { api in
            Self.search(title, (space, spaceID), kind, status: status, by: api)
        }
        if api == .second, spaceID.isEmpty {
            // It was withdrawn only now, and the second version knows spaces by their numbers.
            spaceID = try await number(of: space)
            (answer, _) = try await siteGuard.ask(as: keeper, onBudget: false) { api in
                Self.search(title, (space, spaceID), kind, status: status, by: api)
            }
        }
        // Not every release lists drafts and the trash so; what is current must be told.
        if status != "current", (400...499).contains(answer.status) { return [] }
        guard answer.isSuccess, let results = (try? JSONReader.read(answer.body))?["results"]?.arrayValue else {
            throw Unreadable(status: answer.status)
        }
        return results
    }

    private static func search(
        _ title: String, _ space: (key: String, id: String), _ kind: Creation.Kind, status: String, by api: ContentAPI
    ) -> (path: String, query: [QueryItem]) {
        let common = [QueryItem("title", title), QueryItem("status", status), QueryItem("limit", "50")]
        switch api {
        case .first:
            let type = kind == .blogPost ? "blogpost" : "page"
            let rest = [QueryItem("spaceKey", space.key), QueryItem("type", type), QueryItem("expand", "ancestors")]
            return ("rest/api/content", rest + common)
        case .second: return (ContentAPI.list(of: kind), [QueryItem("space-id", space.id)] + common)
        }
    }

    private func number(of space: String) async throws -> String {
        let (answer, api) = try await siteGuard.ask(as: keeper, onBudget: false) { ContentAPI.space(space, by: $0) }
        guard answer.isSuccess, let body = try? JSONReader.read(answer.body),
            let id = ContentAPI.spaceID(in: body, by: api)
        else { throw Unreadable(status: answer.status) }
        return id
    }
}
