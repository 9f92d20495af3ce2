package import ConfluenceModel
package import ConfluenceToolkit
package import ConfluenceWire

package import struct Foundation.Date

/// One thing that was seen, in the configuration or on the wire, with what a reader needs to check it.
package enum Evidence: Sendable, Hashable {
    // Seen in the configuration.
    case strayCharacters(field: ConfigurationField, path: String, [StrayCharacter], isHarmless: Bool)
    case malformedAddress(WebAddress.Malformed)
    case secretAbsent(SecretGap)
    case secretUnresolved(fields: [String], reference: String?)
    case oldForm(ConfigurationForm)
    case secretShape(SecretShape, field: ConfigurationField)
    case user(UserNameForm)
    case pageInAddress
    case slip(SecretSlip, field: ConfigurationField, path: String)
    case oddLetters(OddLetters)
    case bothSecrets
    /// A custom header that takes the credential's place.
    case ownAuthorization(header: String)
    case unsendableHeader(UnsendableHeader)
    /// A login in the address that takes the credential's place.
    case loginInAddress
    case trailingCharacters(String)
    /// What stands behind the address keeps it from being called.
    case uncallableEnd(String)
    /// The base URL stands in quotation marks, so that it can't be called.
    case quotedAddress(path: String)
    /// The key that stands in a longer text.
    case keyInText(String)
    /// No space can have such a key, whatever may be meant.
    case impossibleKey(String)
    case notSelected([String])
    case indexNotConfigured(tools: [String], needs: String)

    // Concluded from the configuration and what was seen together.
    case verificationOff
    case versionTwoOnDataCenter
    case plainHTTP
    /// When an access token ends, by what it says itself.
    case accessTokenEnd(Date, hasCome: Bool)
    /// The site's release is older than what is sent to it or asked of it, which it answers as if there were none.
    case releaseWithout(ReleaseNumber.Part, String)
    /// The site refuses Basic by its words, and takes the same secret as Bearer no better.
    case noSchemeFits
    case clockAway(seconds: Int, site: String, own: String)

    // Seen on the wire.
    case site(SiteFinding, at: WebAddress)
    case obstructed(Obstacle, Question)
    case endpointGone(String)
    case otherPaths(found: WebAddress?)
    case login(LoginAnswer, Authentication.Scheme)
    case door(DoorAnswer)
    case space(SpaceAnswer, key: String)
    case visibleSpaces(SpaceMatch, key: String)
    case writing(WriteAnswer, space: String)
    /// The site says that it is in read-only mode.
    case readOnlyMode
    case page(PageAnswer, id: String)
    case search(SearchAnswer)
    case repaired(Repair, worked: Bool)

    /// What is missing for the toolkit to log in at all.
    package enum SecretGap: Sendable, Hashable {
        case everything
        /// There is an API key, and nobody whose it is.
        case username
        /// There is a user name and nothing to prove it with.
        case secret
        /// Where the secret belongs stand blanks, which the toolkit sends.
        case blank
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
    /// Every request is sent on to the same path of another host; with the base URL there.
    ///
    /// - Parameter isSaid: Whether that can mean nothing else: people are led to front pages for other reasons, too.
    case moved(to: WebAddress, isSaid: Bool = true)
    /// Something answered that does not look like Confluence.
    case unrecognised(String, FrontManner? = nil)

    package var identity: SiteIdentity? {
        switch self {
        case .here(let identity), .hostingContradicted(let identity), .elsewhere(let identity): identity
        case .moved, .unrecognised: nil
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
