import ConfluenceModel

/// Finds what a site definition says twice.
enum SiteCheck {
    /// The content ids that the definition gives, each at most once.
    static func explicitIDs(of definition: SiteDefinition) throws(StoreError) -> Set<Int64> {
        var ids: Set<Int64> = []
        for space in definition.spaces {
            var pages = space.pages
            while let page = pages.popLast() {
                pages.append(contentsOf: page.children)
                let parts = commentIDs(page.comments) + page.customContents.compactMap(\.id)
                for id in [page.id].compactMap(\.self) + parts {
                    guard ids.insert(id).inserted else {
                        throw .definition("page '\(page.title)': the id \(id) is used twice; give it another or none")
                    }
                }
            }
        }
        return ids
    }

    private static func commentIDs(_ comments: [CommentDefinition]) -> [Int64] {
        comments.flatMap { [$0.id].compactMap(\.self) + commentIDs($0.replies) }
    }

    static func pageCount(of definition: SiteDefinition) -> Int {
        func count(_ pages: [PageDefinition]) -> Int { pages.reduce(pages.count) { $0 + count($1.children) } }
        return definition.spaces.reduce(0) { $0 + count($1.pages) }
    }

    static func requireDistinctNames(in definition: SiteDefinition) throws(StoreError) {
        if let name = firstRepeated(definition.users.map(\.name)) {
            throw .definition("the user name '\(name)' is used twice")
        }
        if let key = firstRepeated(definition.spaces.map(\.key)) {
            throw .definition("the space key '\(key)' is used twice")
        }
        if let value = firstRepeated(definition.users.flatMap(\.tokens).map(\.value)) {
            let names = definition.users.flatMap(\.tokens).filter { $0.value == value }.map(\.name)
            throw .definition("the tokens \(names.joined(separator: " and ")) have the same value")
        }
    }

    private static func firstRepeated(_ words: [String]) -> String? {
        var seen: Set<String> = []
        return words.first { !seen.insert($0).inserted }
    }
}
