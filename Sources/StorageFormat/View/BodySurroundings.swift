/// What a body refers to beyond itself, answered for one reader: nothing comes back that the reader may not see.
package protocol BodySurroundings {
    func page(_ name: PageName) throws -> LinkedPage?
    /// A file of the body's own page, or of another one.
    func file(_ name: String, of page: PageName?) throws -> LinkedFile?
    /// The images among the files of the body's page.
    func images() throws -> [LinkedFile]
    func person(_ identifier: String) throws -> LinkedPerson?
    func spacePath(_ key: String) -> String
    /// The body of another page, with what that body refers to.
    func body(of page: PageName) throws -> IncludedBody?
    func body(ofID id: String) throws -> IncludedBody?
    /// The pages below the body's page or another one.
    func children(of page: PageName?) throws -> [LinkedPage]
    func children(ofID id: String) throws -> [LinkedPage]
    func labels() throws -> [String]
    /// What a query in CQL finds, in its order; a query that can't be read finds nothing.
    func contents(found query: String, limit: Int) throws -> [ListedContent]
    /// The files of the body's page or of another one.
    func files(of page: PageName?) throws -> [ListedFile]
}

/// How a body names a page: by title, and by space key where it is another space's.
package struct PageName: Sendable, Hashable {
    package var title: String
    package var spaceKey: String?
    package var isBlogPost: Bool

    package init(title: String, spaceKey: String? = nil, isBlogPost: Bool = false) {
        self.title = title
        self.spaceKey = spaceKey
        self.isBlogPost = isBlogPost
    }

    /// What `ri:page` or `ri:blog-post` names; without a title it means the page that it stands on.
    init?(_ resource: StorageElement) {
        guard let title = resource["ri:content-title"] else { return nil }
        self.init(title: title, spaceKey: resource["ri:space-key"], isBlogPost: resource.name == "ri:blog-post")
    }
}

package struct LinkedPage: Sendable, Hashable {
    package var id: String
    package var title: String
    package var path: String

    package init(id: String, title: String, path: String) {
        self.id = id
        self.title = title
        self.path = path
    }
}

package struct LinkedFile: Sendable, Hashable {
    package var id: String
    package var name: String
    package var path: String
    package var mediaType: String
    package var version: Int
    /// The page that holds it.
    package var containerID: String
    /// The id under which the media service knows the file.
    package var mediaID: String?

    package init(
        id: String, name: String, path: String, mediaType: String, version: Int, containerID: String,
        mediaID: String? = nil
    ) {
        self.id = id
        self.name = name
        self.path = path
        self.mediaType = mediaType
        self.version = version
        self.containerID = containerID
        self.mediaID = mediaID
    }
}

package struct LinkedPerson: Sendable {
    package var name: String
    package var path: String
    /// What names the account on this platform: `data-account-id` or `data-username`.
    package var identity: (name: String, value: String)
    /// Where its picture lies.
    package var picture: String

    package init(name: String, path: String, identity: (name: String, value: String), picture: String) {
        self.name = name
        self.path = path
        self.identity = identity
        self.picture = picture
    }
}

/// Another page's body for a macro that shows it.
package struct IncludedBody {
    package var page: LinkedPage
    package var source: String
    package var context: ViewContext

    package init(page: LinkedPage, source: String, context: ViewContext) {
        self.page = page
        self.source = source
        self.context = context
    }
}

/// Surroundings in which nothing is found.
package struct NoSurroundings: BodySurroundings {
    package init() {}
}

extension BodySurroundings {
    package func page(_ name: PageName) throws -> LinkedPage? { nil }
    package func file(_ name: String, of page: PageName?) throws -> LinkedFile? { nil }
    package func images() throws -> [LinkedFile] { [] }
    package func person(_ identifier: String) throws -> LinkedPerson? { nil }
    package func spacePath(_ key: String) -> String { "/spaces/\(key)" }
    package func body(of page: PageName) throws -> IncludedBody? { nil }
    package func body(ofID id: String) throws -> IncludedBody? { nil }
    package func children(of page: PageName?) throws -> [LinkedPage] { [] }
    package func children(ofID id: String) throws -> [LinkedPage] { [] }
    package func labels() throws -> [String] { [] }
    package func contents(found query: String, limit: Int) throws -> [ListedContent] { [] }
    package func files(of page: PageName?) throws -> [ListedFile] { [] }
}
