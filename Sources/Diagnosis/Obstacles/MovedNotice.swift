import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// A page that stands where Confluence was, and tells or leads people to where it is now.
struct MovedNotice {
    /// The base URL of the new place.
    let target: WebAddress
    /// Whether words, or the name of the new place, say so.
    let isSaid: Bool

    init?(_ response: Response, at base: WebAddress) {
        let text = String(response.text.prefix(20_000))
        guard response.isSuccess || [404, 410, 503].contains(response.status), text.contains("<"),
            OtherProduct(response) == nil
        else { return nil }
        let isTold = Self.isTold(in: text)
        // A site that is down for a while links to many a place.
        guard isTold || response.status != 503 else { return nil }
        // Who is gone and names a site of Cloud's has gone there.
        let isGone = response.status != 200
        let named = PageLinks.addresses(in: text).filter { isTold || (isGone && Self.isOnCloud($0)) }
        let ways = PageLinks.onward(in: text) + named
        let targets = ways.compactMap { try? WebAddress(parsing: $0) }.filter {
            $0.host != base.host && !Self.isElsewhere($0)
        }
        let told = targets.first(where: Self.isWiki) ?? (isTold ? targets.first : nil)
        // What only leads on, without a word, may lead to anything; a front page is likelier than another to be the new wiki's.
        guard let found = told ?? Self.frontPage(led: response, to: targets) else { return nil }
        target = Self.base(found)
        isSaid = told != nil
    }

    /// The front page of another host to which a page leads that does nothing else.
    private static func frontPage(led response: Response, to targets: [WebAddress]) -> WebAddress? {
        guard response.isSuccess, response.body.count < 2000 else { return nil }
        return targets.first(where: \.isFrontPage)
    }

    private static func isOnCloud(_ address: String) -> Bool {
        (try? WebAddress(parsing: address)).map { HostName.isAtlassianCloud($0.origin) } ?? false
    }

    private static func isTold(in text: String) -> Bool {
        let plain = text.lowercased().replacing(/<[^>]*>/, with: " ")
        return FrontSigns.moved.contains { plain.contains($0) }
    }

    /// Whether it is a login, or what pages name for machines.
    private static func isElsewhere(_ address: WebAddress) -> Bool {
        let text = address.description.lowercased()
        return ["www.w3.org", "schema.org"].contains(address.host)
            || (!address.isLoginOfConfluence && FrontSigns.loginTargets.contains(where: text.contains))
    }

    private static func isWiki(_ address: WebAddress) -> Bool {
        HostName.isAtlassianCloud(address.origin)
            || ["wiki", "confluence"].contains { address.host.contains($0) || address.path.lowercased().contains($0) }
    }

    private static func base(_ address: WebAddress) -> WebAddress {
        if HostName.isAtlassianCloud(address.origin) { return address.replacing(path: "/wiki") }
        return AddressForm.withoutPage(address) ?? AddressForm.withoutSlash(address)
    }
}
