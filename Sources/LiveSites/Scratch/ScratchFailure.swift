/// Why a run has no place to write on a site.
package enum ScratchFailure: Error, Sendable, Hashable, CustomStringConvertible {
    case noSpace
    case noAccount
    case spaceRefused(key: String, role: String, status: Int)
    case spaceNotFound(key: String, role: String)
    case pageRefused(key: String, role: String, status: Int)
    case unreadable(what: String)

    package var description: String {
        switch self {
        case .noSpace: "the site has no scratch space; name one, as “scratch-space: KEY” in its profile"
        case .noAccount: "the site has no account that could make the scratch page"
        case .spaceRefused(let key, let role, let status):
            "the scratch space \(key) can't be read as \(role): the site answered \(status)"
        case .spaceNotFound(let key, let role):
            "\(role) sees no space with the key \(key), which is to be the scratch space"
        case .pageRefused(let key, let role, let status):
            "the scratch page can't be made in \(key) as \(role): the site answered \(status)"
        case .unreadable(let what): "the site's answer about \(what) can't be read"
        }
    }
}
