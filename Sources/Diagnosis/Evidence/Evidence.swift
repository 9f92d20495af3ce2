package import ConfluenceModel
package import ConfluenceToolkit
package import ConfluenceWire

/// One thing that was seen, in the configuration or on the wire, with what a reader needs to check it.
package enum Evidence: Sendable, Hashable {
    // Seen in the configuration.
    case strayCharacters(field: ConfigurationField, path: String, [StrayCharacter], isHarmless: Bool)
    case malformedAddress(WebAddress.Malformed)
    case secretAbsent(SecretGap)
    case secretUnresolved(fields: [String], reference: String?)
    case oldForm(ConfigurationForm)
    case secretShape(SecretShape, field: ConfigurationField)
    case user(isEmail: Bool)
    case pageInAddress

    // Seen on the wire.
    case site(SiteFinding, at: WebAddress)
    case otherPaths(found: WebAddress?)
    case login(LoginAnswer, Authentication.Scheme)
    case door(DoorAnswer)
    case space(SpaceAnswer, key: String)
    case visibleSpaces(SpaceMatch, key: String)
    case writing(WriteAnswer, space: String)
    case page(PageAnswer, id: String)
    case repaired(Repair, worked: Bool)

    /// What is missing for the toolkit to log in at all.
    package enum SecretGap: Sendable, Hashable {
        case everything
        /// There is an API key, and nobody whose it is.
        case username
        /// There is a user name and nothing to prove it with.
        case secret
    }
}

/// What answered at an address.
package enum SiteFinding: Sendable, Hashable {
    /// Confluence, where the client calls it, run as the configuration says.
    case here(SiteIdentity)
    /// Confluence, where the client calls it, but run otherwise than the configuration says.
    case hostingContradicted(SiteIdentity)
    /// Confluence on this host, though not where the client calls it.
    case elsewhere(SiteIdentity)
    /// Something answered that does not look like Confluence.
    case unrecognised(String)
    case unreachable(TransportFailure)

    package var identity: SiteIdentity? {
        switch self {
        case .here(let identity), .hostingContradicted(let identity), .elsewhere(let identity): identity
        case .unrecognised, .unreachable: nil
        }
    }
}

/// How a site was recognised without showing a secret.
package struct SiteIdentity: Sendable, Hashable {
    package var kind: DeploymentKind
    package var version: String?
    /// In words: what gave it away.
    package var sign: String
}

/// Whether the space is to be seen with the configured account.
package enum SpaceAnswer: Sendable, Hashable {
    /// - Parameters:
    ///   - homepage: The content id of its home page.
    ///   - operations: What the account may do there, where the site says so.
    case seen(homepage: String?, operations: Set<SpaceOperation>?)
    case hidden(status: Int)
    case unclear(status: Int)
}

/// How the configured key compares with the keys and names of the spaces that the account sees.
package enum SpaceMatch: Sendable, Hashable {
    case otherCase(key: String)
    case name(key: String)
    /// - Parameters:
    ///   - count: How many spaces the account sees.
    ///   - near: A visible key that differs by a slip of the finger.
    case none(count: Int, near: String?, isWhole: Bool)
}

/// Whether the account may do in the space what the selected tools do.
package enum WriteAnswer: Sendable, Hashable {
    case allowed
    /// Which tools will fail, and what they lack.
    case denied([ToolkitTool], Set<SpaceOperation>)
    case unclear
}

/// Whether the page is to be seen, and edited where a selected tool edits.
package enum PageAnswer: Sendable, Hashable {
    case seen(title: String)
    case notEditable(title: String)
    /// The site named the page as one that it does not have.
    case saidMissing
    case hidden(status: Int)
}

/// How people log in to the site.
package enum DoorAnswer: Sendable, Hashable {
    case form
    /// They are sent to an identity provider, at this address.
    case identityProvider(String)
}
