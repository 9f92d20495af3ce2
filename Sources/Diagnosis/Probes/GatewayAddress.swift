import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Atlassian's API gateway, which is the way to Cloud for tokens with scopes.
enum GatewayAddress {
    private static let prefix = "/ex/confluence/"
    private static let base = Pattern(/\/ex\/confluence\/[^\/]+(?:\/wiki)?/)

    static func isGateway(_ address: WebAddress) -> Bool {
        address.path.hasPrefix(prefix) || address.host == "api.atlassian.com"
    }

    /// Whether nothing but the cloud id, and perhaps /wiki, stands behind the gateway's prefix.
    static func isBase(_ address: WebAddress) -> Bool {
        base.isWhole(address.path)
    }

    /// Whether the token's scopes allow what reading tools ask; “who am I?” may be refused and all else allowed.
    static func checkScopes(
        _ configuration: ToolkitConfiguration, version: RESTVersion, tools: [ToolkitTool], _ login: LoginAnswer,
        _ wire: inout Wire
    ) async -> Evidence? {
        let scheme = configuration.authentication.scheme
        if version == .one, !tools.onlySearch {
            let items = [QueryItem("limit", "1")]
            guard let request = configuration.request("rest/api/content", query: items),
                let answer = await wire.ask("may this token read pages?", request)
            else { return nil }
            if let obstacle = Wire.obstacle(answer, to: request) { return .obstructed(obstacle, .login) }
            if let reason = answer.response?.missingScope { return .login(.scopeMissing(reason: reason), scheme) }
            if answer.response?.status == 410 { return .endpointGone(request.url.path) }
        }
        if let reason = await secondVersionRefusal(configuration, tools, &wire) {
            return .login(.scopeMissing(reason: reason), scheme)
        }
        if let reason = await searchRefusal(configuration, tools, &wire) {
            return .login(.scopeMissing(reason: reason), scheme)
        }
        if case .scopeMissing = login { return .login(.accepted(account: nil), scheme) }
        return .login(login, scheme)
    }

    /// What the gateway says against version 2, where a tool finds its space by that: it takes scopes of its own.
    private static func secondVersionRefusal(
        _ configuration: ToolkitConfiguration, _ tools: [ToolkitTool], _ wire: inout Wire
    ) async -> String? {
        let calls = tools.flatMap { $0.needs(apiVersion: configuration.resolvedAPIVersion, isCloud: true).calls }
        guard calls.contains(where: \.isOfVersion2) else { return nil }
        guard let request = configuration.request("api/v2/spaces", query: [QueryItem("limit", "1")]) else { return nil }
        return await wire.ask("may this token read spaces?", request)?.response?.missingScope
    }

    /// What the gateway says against a search, where a tool searches: that takes a scope of its own.
    private static func searchRefusal(
        _ configuration: ToolkitConfiguration, _ tools: [ToolkitTool], _ wire: inout Wire
    ) async -> String? {
        guard let request = SearchProbe.request(configuration, tools: tools) else { return nil }
        return await wire.ask("may this token search?", request)?.response?.missingScope
    }

    /// What the gateway says about the site that an address names, without a secret.
    static func ask(_ address: WebAddress, _ wire: inout Wire) async -> Evidence? {
        let request = Request(
            .get, address.appending("rest/api/user/current"), headers: ["Accept": "application/json"])
        guard let answer = await wire.ask(Question.site.words, request) else { return nil }
        if let obstacle = Wire.obstacle(answer, to: request) { return .obstructed(obstacle, .site) }
        guard let response = answer.response else { return nil }
        let identity = SiteIdentity(kind: .cloud, sign: "\(address.host) is the gateway to Atlassian's Cloud")
        // Strangers are refused at any path that there is; below a page's or a resource's there is no API.
        guard AddressForm.withoutPage(address) == nil, AddressForm.confluence(besideProduct: address) == nil,
            AddressForm.withoutTrailingCharacters(address.description) == nil
        else {
            return .site(.elsewhere(identity), at: address)
        }
        guard response.status == 404 else { return .site(.here(identity), at: address) }
        let words = "a site of that cloud id is not known to \(address.host)"
        return .obstructed(.answer(.gatewaySiteUnknown, status: 404, words: words), .site)
    }
}
