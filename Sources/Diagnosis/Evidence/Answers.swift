package import ConfluenceModel
package import ConfluenceToolkit

/// Whether the space is to be seen with the configured account.
package enum SpaceAnswer: Sendable, Hashable {
    /// - Parameters:
    ///   - homepage: The content id of its home page.
    ///   - operations: What the account may do there, where the site says so.
    case seen(homepage: String?, operations: StatedOperations?)
    /// - Parameter hinders: Whether a tool that is wanted searches or changes something there: reading by id goes on.
    case archived(hinders: Bool)
    case hidden(status: Int)
    case unclear(status: Int)
}

/// How the configured key compares with the keys and names of the spaces that the account sees.
package enum SpaceMatch: Sendable, Hashable {
    case otherCase(key: String)
    case name(key: String)
    /// The personal space of the user whose name was given.
    case personal(key: String)
    /// - Parameters:
    ///   - count: How many spaces the account sees.
    ///   - near: A visible key that differs by a slip of the finger.
    case none(count: Int, near: String?, isWhole: Bool)
}

/// Whether the account may do in the space what the selected tools do.
package enum WriteAnswer: Sendable, Hashable {
    /// - Parameter untold: What the site says nothing of.
    case allowed(untold: Set<SpaceOperation>)
    /// Which tools will fail, and what they lack.
    case denied([ToolkitTool], Set<SpaceOperation>)
    case unclear
}

/// Whether the page is to be seen, and edited where a selected tool edits.
package enum PageAnswer: Sendable, Hashable {
    case seen(title: String)
    /// - Parameter editors: Whom the page's own restriction names, as far as the account may see that.
    case notEditable(title: String, editors: [String])
    case trashed(title: String?)
    case archived(title: String)
    case draft(title: String?)
    case elsewhere(title: String, space: String)
    /// The site named the page as one that it does not have.
    case saidMissing
    case hidden(status: Int)
}

/// Whether a search works.
package enum SearchAnswer: Sendable, Hashable {
    /// - Parameter findsAny: Whether there was a page among what it found.
    case answered(findsAny: Bool)
    case unclear(status: Int, reason: String?)
}

/// How people log in to the site.
package enum DoorAnswer: Sendable, Hashable {
    case form
    /// They are sent to an identity provider, at this address.
    case identityProvider(String)
}
