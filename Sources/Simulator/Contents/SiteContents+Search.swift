import CQL
import ConfluenceModel
import ConfluenceStore

extension SiteContents {
    /// What search knows now and meets a query, as an administrator finds it who may view everything.
    ///
    /// - Throws: ``SiteActError`` when the query can't be read or names what there is not.
    package func search(cql text: String, limit: Int) throws -> (total: Int, hits: [Page]) {
        try simulator.inTurn { world in
            try world.settleIndex()
            return try world.read { store in
                let rules = simulator.pipeline.dialect.search
                let admin = try store.accounts().first(where: \.isSiteAdmin)
                let context = SearchContext(
                    viewer: Viewer(account: admin, bypasses: true), now: world.now, unknownSpace: rules.unknownSpace,
                    userRows: .none, textSyntax: rules.textSyntax, furtherTypes: rules.furtherTypes)
                do {
                    let query = rules.readsQuery(try CQLParser.parse(text))
                    let page = try store.search(query, context: context, limit: limit)
                    return (page.total, try page.hits.compactMap(\.content).map { try Self.page($0, store) })
                } catch let error as CQLSyntaxError {
                    throw SiteActError(description: "the query “\(text)” can't be read: \(error)")
                } catch let error as CQLSearchError {
                    throw SiteActError(
                        description: "the query “\(text)” asks for what there is not: \(Refusal(error).words)")
                }
            }
        }
    }
}
