public import ConfluenceModel
public import Testing

/// An account of a ``Site``.
public struct User: SitePart {
    public let sitePhrase: SitePhrase

    /// - Parameters:
    ///   - name: The login name on Data Center; on Cloud a handle for the test.
    ///   - timeZone: By which the account's searches read dates, such as `Europe/Berlin`.
    public init(
        _ name: String,
        displayName: String? = nil,
        email: String? = nil,
        accountID: String? = nil,
        userKey: String? = nil,
        kind: AccountKind = .person,
        active: Bool = true,
        licensed: Bool = true,
        siteAdmin: Bool = false,
        groups: [String] = [],
        timeZone: String? = nil,
        password: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation,
        @Parts<any UserPart> parts: () -> [any UserPart] = { [] }
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("name", name)
        outline.set("display-name", displayName)
        outline.set("email", email)
        outline.set("account-id", accountID)
        outline.set("user-key", userKey)
        outline.set("kind", kind.rawValue)
        outline.set("active", active)
        outline.set("licensed", licensed)
        outline.set("site-admin", siteAdmin)
        outline.set("groups", groups)
        outline.set("time-zone", timeZone)
        outline.set("password", password)
        outline.add(parts().map(\.userPhrase))
        sitePhrase = SitePhrase("users", element: outline.node)
    }
}

/// A token of a ``User``.
public struct Token: UserPart {
    public let userPhrase: SitePhrase

    /// - Parameters:
    ///   - value: What clients send; made from the name when left out.
    ///   - expires: A moment such as `2026-01-31T09:00:00Z`, by the site's clock.
    ///   - scopes: Of a scoped or OAuth token, such as `read:page:confluence`.
    public init(
        _ name: String,
        kind: TokenDefinition.Kind,
        value: String? = nil,
        state: State = .active,
        expires: String? = nil,
        scopes: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var outline = SiteOutline(at: sourceLocation)
        outline.set("name", name)
        outline.set("kind", kind.rawValue)
        outline.set("value", value ?? StableID.hexadecimal("token", name))
        outline.set("state", state.rawValue)
        outline.set("expires", expires)
        outline.set("scopes", scopes)
        userPhrase = SitePhrase("tokens", element: outline.node)
    }

    public enum State: String, Sendable, Hashable {
        case active
        case revoked
    }
}
