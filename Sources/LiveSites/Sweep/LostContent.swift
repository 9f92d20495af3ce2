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
        let type = creation.kind == .blogPost ? "blogpost" : "page"
        var ids: [String] = []
        for status in ["current", "draft", "trashed"] {
            for content in try await search(title, space, type: type, status: status) {
                guard let id = content["id"]?.idText, content["title"]?.stringValue?.trimmingEdges() == title else {
                    continue
                }
                guard !record.made.contains(id) else { continue }
                let ancestors = (content["ancestors"]?.arrayValue ?? []).compactMap { $0["id"]?.idText }
                let isOurs =
                    creation.kind == .page
                    ? creation.parent.map(ancestors.contains) ?? false : title.contains(mark)
                guard isOurs else { continue }
                if status == "trashed" { try siteGuard.record.note(.removing(id: id)) }
                ids.append(id)
            }
        }
        return ids
    }

    private func search(_ title: String, _ space: String, type: String, status: String) async throws -> [JSON] {
        let query = [
            QueryItem("spaceKey", space), QueryItem("title", title), QueryItem("type", type),
            QueryItem("status", status), QueryItem("expand", "ancestors"), QueryItem("limit", "50"),
        ]
        var request = Request(.get, siteGuard.access.base.appending("rest/api/content", query: query))
        request.authenticate(as: keeper.authentication)
        let answer = try await siteGuard.exchange(request, onBudget: false)
        // Not every release lists drafts and the trash so; what is current must be told.
        if status != "current", (400...499).contains(answer.status) { return [] }
        guard answer.isSuccess, let results = (try? JSONReader.read(answer.body))?["results"]?.arrayValue else {
            throw Unreadable(status: answer.status)
        }
        return results
    }
}
