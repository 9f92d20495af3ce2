/// How much is made up beside what a site file spells out; the same size and seed always give the same site.
public struct SiteSize: Sendable, Hashable, Codable {
    public var spaces: Int
    /// All pages of these spaces, their home pages too.
    public var pages: Int
    /// How many pages lie on the longest line from a home page down, itself included.
    public var depth: Int
    public var attachments: Int
    public var comments: Int
    /// How many labels there are to choose from; most pages carry one or two.
    public var labels: Int
    public var users: Int
    public var groups: Int
    /// How many pages only a group may view.
    public var restrictions: Int
    public var seed: UInt64

    /// - Parameters: What is left out follows from the number of pages.
    public init(
        spaces: Int? = nil,
        pages: Int = 100,
        depth: Int? = nil,
        attachments: Int? = nil,
        comments: Int? = nil,
        labels: Int? = nil,
        users: Int? = nil,
        groups: Int? = nil,
        restrictions: Int? = nil,
        seed: UInt64 = 1
    ) {
        self.pages = pages
        self.spaces = spaces ?? min(max(pages / 500, 1), 100)
        self.depth = depth ?? 5
        self.attachments = attachments ?? pages / 20
        self.comments = comments ?? pages / 5
        self.labels = labels ?? 30
        self.users = users ?? min(max(pages / 100, 3), 500)
        self.groups = groups ?? 4
        self.restrictions = restrictions ?? pages / 100
        self.seed = seed
    }
}
