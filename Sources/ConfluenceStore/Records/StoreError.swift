/// Why the store can't take a site definition or do what it is asked.
package enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The site definition contradicts itself; the text says where and what to change.
    case definition(String)
    case noSuchContent(Int64)
    case noSuchSpace(String)
    case noSuchAccount(String)
    /// A current page of the space has that title already.
    case titleTaken(title: String, spaceKey: String)
    /// The page would stand below itself.
    case parentBelowItself(Int64)
    /// Parent and child lie in different spaces.
    case parentInOtherSpace(parent: Int64, spaceKey: String)
    /// SQLite refused; the text is its own.
    case database(String)

    package var description: String {
        switch self {
        case .definition(let text): text
        case .noSuchContent(let id): "the site has no content with id \(id)"
        case .noSuchSpace(let key): "the site has no space with key '\(key)'"
        case .noSuchAccount(let name): "the site has no user named '\(name)'"
        case .titleTaken(let title, let key): "space \(key) already has a page titled '\(title)'"
        case .parentBelowItself(let id): "content \(id) can't be moved below itself"
        case .parentInOtherSpace(let id, let key): "the parent \(id) does not lie in space \(key)"
        case .database(let text): "the site's database failed: \(text)"
        }
    }
}
