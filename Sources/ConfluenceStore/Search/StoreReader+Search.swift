package import CQL
import ConfluenceModel
import GRDB

extension StoreReader {
    /// What meets the query and the viewer may view, from a row on or behind a place.
    ///
    /// - Throws: ``CQLSearchError`` when the query names what there is not.
    package func search(
        _ query: CQLQuery, context: SearchContext, offset: Int = 0, behind place: SearchPlace? = nil, limit: Int
    ) throws -> SearchPage {
        try beginning?.settle(db)
        var search = try ContentSearch(query, self, context)
        let found = try search.rows(behind: place, offset: offset, limit: limit)
        let excerpts = ExcerptWriter(reader: self, words: search.words)
        let hits = try found.rows.compactMap { try hit($0, excerpts, context.statuses) }
        let passed = (place?.passed ?? offset) + found.rows.count
        return SearchPage(
            hits: hits,
            total: found.hasMore || (found.rows.isEmpty && passed > 0)
                ? max(try search.total(exactly: limit <= 0), passed + (found.hasMore ? 1 : 0)) : passed,
            hasMore: found.hasMore, next: found.rows.last.map { search.place($0, passed: passed) })
    }

    private func hit(
        _ row: ContentSearch.Row, _ excerpts: ExcerptWriter, _ statuses: Set<ContentStatus>
    ) throws -> SearchHit? {
        let id = row.place.id
        switch row.kind {
        case .content:
            // What search has not yet heard of being removed is counted and left out.
            guard let content = try content(id: id), statuses.contains(content.status) else { return nil }
            let texts = try excerpts.texts(of: id, in: "content_index", title: content.title)
            return SearchHit(
                entity: .content(content), title: texts.title, excerpt: texts.excerpt, beginning: texts.beginning)
        case .spaces:
            guard let space = try space(id: id) else { return nil }
            let texts = try excerpts.texts(of: id, in: "space_index", title: space.name)
            return SearchHit(
                entity: .space(space), title: texts.title, excerpt: texts.excerpt, beginning: texts.beginning)
        case .users:
            let account = try account(rowID: id)
            return SearchHit(entity: .user(account), title: account.displayName, excerpt: "", beginning: "")
        }
    }
}
