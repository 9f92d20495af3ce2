package import CQL
import GRDB

extension StoreReader {
    /// The current content that meets the query and that the viewer may view.
    ///
    /// - Throws: ``CQLSearchError`` when the query names what there is not.
    package func search(
        _ query: CQLQuery, context: SearchContext, offset: Int = 0, limit: Int
    ) throws -> SearchPage {
        let compiled = try QueryCompiler(reader: self, context: context).compile(query)
        let total = try compiled.counts.reduce(0) { total, count in
            try total + all(count) { $0[0] as Int }.reduce(0, +)
        }
        let ids: [Int64] = try all(compiled.page(offset: offset, limit: limit)) { $0[0] }
        let excerpts = ExcerptWriter(reader: self, words: compiled.words)
        return SearchPage(hits: try ids.compactMap { try hit($0, excerpts) }, total: total)
    }

    private func hit(_ id: Int64, _ excerpts: ExcerptWriter) throws -> SearchHit? {
        if let content = try content(id: id) {
            let (title, excerpt) = try excerpts.texts(of: id)
            return SearchHit(entity: .content(content), title: title ?? content.title, excerpt: excerpt)
        }
        guard let space = try space(id: id) else { return nil }
        let (title, excerpt) = try excerpts.texts(of: id)
        return SearchHit(entity: .space(space), title: title ?? space.name, excerpt: excerpt)
    }
}
