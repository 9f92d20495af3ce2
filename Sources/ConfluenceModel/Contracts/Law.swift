/// An executable statement about Confluence on one of its interfaces: who says so, and what rests on it.
public struct Law: Sendable, Hashable {
    /// Unique over all families: `stale-version-is-refused`.
    public var id: String
    public var family: String
    /// The statement in words.
    public var says: String
    public var api: SiteAPI
    public var needs: [Need]
    /// The roles of the accounts that its requests are sent by.
    public var accounts: [String]
    /// An address, or a word on what the statement was taken from.
    public var source: String
    public var confidence: Confidence
    /// The toolkit's tools that go wrong where it no longer holds.
    public var tools: [String]
    /// The causes of the catalogue that are told apart by it.
    public var causes: [String]

    public init(
        id: String,
        family: String,
        says: String,
        api: SiteAPI,
        needs: [Need] = [],
        accounts: [String] = [],
        source: String,
        confidence: Confidence,
        tools: [String] = [],
        causes: [String] = []
    ) {
        self.id = id
        self.family = family
        self.says = says
        self.api = api
        self.needs = needs
        self.accounts = accounts
        self.source = source
        self.confidence = confidence
        self.tools = tools
        self.causes = causes
    }

    /// What reports call it: `versions/stale-version-is-refused (cloud-v1)`.
    public var title: String { "\(family)/\(id) (\(api.rawValue))" }

    public var writes: Bool { needs.contains(.writes) }

    /// What a site must allow before the law can be tried on it.
    public enum Need: String, Sendable, Hashable, CaseIterable {
        /// Something is created or changed in the scratch space.
        case writes
        /// An account of the site's administrator.
        case admin
    }

    /// How sure the statement is.
    public enum Confidence: String, Sendable, Hashable, CaseIterable {
        /// Real answers were counted.
        case measured
        /// Real answers were read that somebody else published.
        case observed
        /// Documentation says so.
        case documented
        /// It follows from something that is known.
        case inferred
    }
}

/// The roles of accounts that laws know; a profile and the simulated sites have accounts of these names.
public enum LawAccount: String, Sendable, Hashable, CaseIterable {
    /// Administers the site.
    case admin
    /// May do all in the scratch space.
    case writer
    /// May view what the writer makes, and no more.
    case reader
    /// May use Confluence, and sees no scratch space.
    case outsider
}
