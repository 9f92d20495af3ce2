import ConfluenceWire

/// Who the caller is, and what tells people and programs which server this is.
extension Resource {
    static let currentUser = Resource { grant, _ in .user(grant.caller.account) }

    static let tenantInfo = Resource { _, _ in .tenant }
    static let accessibleSites = Resource { grant, _ in .accessibleSites(scopes: grant.caller.scopes ?? []) }
    static let manifest = Resource { _, _ in .manifest }
    static let status = Resource { _, _ in .running }

    static let loginPage = Resource { _, _ in .loginPage }
    static let loginRedirect = Resource { _, _ in .loginRedirect }

    /// Visitors are not told whether a page exists.
    static let missingPage = Resource { grant, _ in
        guard grant.caller.account != nil else { return .loginRedirect }
        throw Refusal(.noSuchRoute, because: "no page is known at \(grant.call.request.url.path)")
    }
}
