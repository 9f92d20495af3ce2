import ConfluenceStore

/// What the routes of spaces answer beside spaces themselves.
enum SpaceAnswer: Sendable {
    /// A space that v2 made.
    case created(SpaceDetails)
    /// The pages and the blog posts of a space, each with its own paging.
    case contents(pages: Rows<ContentDetails>, blogPosts: Rows<ContentDetails>, key: String)
    case settings(SpaceSettings)
    case theme(key: String)
    case themes(Rows<String>)
    case looks(Looks)
    /// A look that was just set.
    case look(LookAndFeel)
    case lookSelected(Looks.Choice, key: String)
    case colours(ColourScheme)
    case colourType(ColourType)
}

/// What a space's administrators chose for it.
struct SpaceSettings: Sendable, Hashable {
    var spaceKey: String
    /// Whether an app's theme shows its own page in place of the home page.
    var routeOverrideEnabled = false
    /// How densely pages are shown: `standard` or `compact`.
    var contentMode = "standard"
}
