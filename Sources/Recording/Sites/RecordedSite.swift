import ConfluenceWire

/// What a recording shows of a site.
struct RecordedSite {
    struct User {
        var accountID: String?
        var userKey: String?
        var username: String?
        var displayName: String
        var email: String?
    }

    struct Space {
        var key: String
        var name: String?
        var id: String?
        var isPersonal = false
        var description = ""
        var homeID: String?
        /// The credentials that saw it, 0 for nobody's.
        var viewers: Set<Int> = []
    }

    struct Page {
        var id: String
        var title: String?
        var kind = "page"
        var spaceKey: String?
        var spaceID: String?
        var parentID: String?
        var body: String?
        var version: Int64?
        var status: String?
        var labels: [String] = []
        var creator: String?
        var attachments: [Attachment] = []
        /// Who may see it and who may change it: names of users, and of groups.
        var viewers: [JSON] = []
        var editors: [JSON] = []
    }

    struct Attachment {
        var name: String
        var mediaType: String?
        var comment: String?
        var size: Int64?
        var text: String?
    }

    var address: WebAddress
    var contextPath = ""
    var isCloud = false
    var version: String?
    var cloudID: String?
    /// In the order in which they were first seen.
    var users: [User] = []
    var spaces: [Space] = []
    var pages: [Page] = []
    private var spaceAt: [String: Int] = [:]
    private var pageAt: [String: Int] = [:]
    /// The user behind a credential, by the name under which ``users`` has them.
    var owners: [Int: String] = [:]
    /// The scheme that each credential was sent by.
    var schemes: [Int: String] = [:]
    /// What was seen of things that a site file has no words for, each with how often.
    var unsaid: [String: Int] = [:]

    init(address: WebAddress) {
        self.address = address
    }

    /// The site of a recording: the origin that most requests went to, with the path below which its API lies.
    static func address(in exchanges: [Exchange]) -> WebAddress? {
        var counts: [String: Int] = [:]
        for exchange in exchanges { counts[exchange.request.url.origin, default: 0] += 1 }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            var address = exchanges.first(where: { $0.request.url.origin == most.key })?.request.url
        else { return nil }
        let paths = exchanges.map(\.request.url).filter { $0.origin == most.key }.map(\.path)
        address.path = paths.lazy.compactMap(contextPath).first ?? ""
        address.query = nil
        return address
    }

    /// What stands before the API in a path.
    static func contextPath(of path: String) -> String? {
        for mark in ["/rest/api", "/api/v2", "/rest/", "/download/", "/display/", "/spaces/"] {
            if let range = path.firstRange(of: mark) { return String(path[..<range.lowerBound]) }
        }
        return nil
    }

    // MARK: Taking notes

    mutating func note(space key: String, by credential: Int?, _ change: (inout Space) -> Void = { _ in }) {
        let place = spaceAt[key] ?? spaces.count
        if place == spaces.count {
            spaceAt[key] = place
            spaces.append(Space(key: key))
        }
        spaces[place].viewers.insert(credential ?? 0)
        change(&spaces[place])
    }

    mutating func note(page id: String, _ change: (inout Page) -> Void) {
        let place = pageAt[id] ?? pages.count
        if place == pages.count {
            pageAt[id] = place
            pages.append(Page(id: id))
        }
        change(&pages[place])
    }

    func page(_ id: String) -> Page? { pageAt[id].map { pages[$0] } }

    /// Takes note of a user.
    ///
    /// - Returns: The name by which the site file knows them.
    mutating func note(user: User) -> String {
        let known = users.firstIndex {
            ($0.accountID != nil && $0.accountID == user.accountID) || ($0.userKey != nil && $0.userKey == user.userKey)
                || ($0.username != nil && $0.username == user.username)
        }
        guard let known else {
            users.append(user)
            return name(of: users.count - 1)
        }
        users[known].email = users[known].email ?? user.email
        users[known].username = users[known].username ?? user.username
        users[known].userKey = users[known].userKey ?? user.userKey
        return name(of: known)
    }

    /// The login name, or on Cloud a name made from what people see.
    func name(of index: Int) -> String {
        let user = users[index]
        if let username = user.username { return username }
        let plain = user.displayName.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        let same = users[..<index].count { $0.username == nil && $0.displayName == user.displayName }
        return (plain.isEmpty ? "user" : plain) + (same > 0 ? "-\(same + 1)" : "")
    }
}
