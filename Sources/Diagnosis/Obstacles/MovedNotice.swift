import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// A page that stands where Confluence was, and tells or leads people to where it is now.
struct MovedNotice {
    /// The base URL of the new place.
    let target: WebAddress

    init?(_ response: Response, at base: WebAddress) {
        let text = String(response.text.prefix(20_000))
        guard response.isSuccess || [404, 410].contains(response.status), text.contains("<"),
            OtherProduct(response) == nil
        else { return nil }
        let isTold = Self.isTold(in: text)
        // Who is gone and names a site of Cloud's has gone there.
        let isGone = response.status != 200
        let named = PageLinks.addresses(in: text).filter { isTold || (isGone && Self.isOnCloud($0)) }
        let ways = PageLinks.onward(in: text) + named
        let targets = ways.compactMap { try? WebAddress(parsing: $0) }.filter {
            $0.host != base.host && !Self.isElsewhere($0)
        }
        // What only leads on, without a word, may lead to anything.
        guard let found = targets.first(where: Self.isWiki) ?? (isTold ? targets.first : nil) else { return nil }
        target = Self.base(found)
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
