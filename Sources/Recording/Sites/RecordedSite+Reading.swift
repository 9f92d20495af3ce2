import ConfluenceWire

extension RecordedSite {
    /// What a recording's answers show; `nil` where it has no exchange.
    init?(_ exchanges: [Exchange]) {
        guard let address = Self.address(in: exchanges) else { return nil }
        self.init(address: address)
        contextPath = address.path
        for exchange in exchanges { readSite(exchange) }
        for exchange in exchanges { read(exchange) }
    }

    // MARK: The site as a whole

    private mutating func readSite(_ exchange: Exchange) {
        guard let response = exchange.response else { return }
        let path = exchange.request.url.path
        if let scheme = exchange.request.headers["Authorization"]?.prefix(while: { $0 != " " }) {
            schemes[exchange.credential ?? 0] = String(scheme)
        }
        isCloud =
            isCloud || address.host.hasSuffix(".atlassian.net") || path.contains("/api/v2/")
            || response.headers["X-AACCOUNTID"] != nil || Self.namesCloud(response)
        guard response.isSuccess else { return }
        if path.hasSuffix("/_edge/tenant_info") { cloudID = BodyForm.json(response.body)?["cloudId"]?.stringValue }
        if let known = BodyForm.json(response.body) {
            if path.hasSuffix("/settings/systemInfo") || path.hasSuffix("/server-information") {
                version = version ?? known["version"]?.stringValue
            }
            findBase(known)
        } else if version == nil {
            let text = response.text
            version =
                text.firstMatch(of: /<version>(\d+\.\d+[^<]*)<\/version>/).map { String($0.output.1) }
                ?? text.firstMatch(of: /ajs-version-number" content="([^"]+)"/).map { String($0.output.1) }
        }
    }

    /// Whether an answer names somebody or something as Cloud alone does, at whatever address it was asked.
    private static func namesCloud(_ response: Response) -> Bool {
        guard let text = BodyForm.json(response.body)?.compactText else { return false }
        return text.contains(#""accountId":""#) || text.contains(#":"ari:cloud:"#)
    }

    /// Answers name the address under which the site knows itself.
    private mutating func findBase(_ json: JSON) {
        guard let base = json["_links"]?["base"]?.stringValue, let known = try? WebAddress(parsing: base) else {
            return
        }
        address.host = known.host
        contextPath = known.path
        isCloud = isCloud || known.host.hasSuffix(".atlassian.net")
    }

    // MARK: What is in it

    private mutating func read(_ exchange: Exchange) {
        guard let response = exchange.response, response.isSuccess, exchange.request.method == .get else { return }
        let url = exchange.request.url
        let parts = url.path.dropFirst(contextPath.count).split(separator: "/").map(String.init)
        if parts.first == "download", parts.count >= 4 { return readFile(response, exchange, parts) }
        guard let json = BodyForm.json(response.body) else { return }
        let credential = exchange.credential ?? 0
        if parts.suffix(2) == ["user", "current"], let owner = readUser(json) { owners[credential] = owner }
        if let place = parts.firstIndex(where: { ["content", "pages", "blogposts"].contains($0) }),
            place + 2 < parts.count
        {
            readParts(json, of: parts[place + 1], Array(parts[(place + 2)...]), credential)
        }
        walk(json, credential)
    }

    private mutating func walk(_ json: JSON, _ credential: Int) {
        switch json {
        case .array(let elements): for element in elements { walk(element, credential) }
        case .object(let object):
            _ = readUser(json)
            if isSpace(json), let key = json["key"]?.stringValue { readSpace(json, key, credential) }
            if isPage(json), let id = Self.id(json) { readPage(json, id, credential) }
            for member in object { walk(member.value, credential) }
        case .null, .bool, .integer, .number, .string: break
        }
    }

    static func id(_ json: JSON) -> String? {
        json["id"]?.stringValue ?? json["id"]?.integerValue.map(String.init)
    }

    // MARK: Users

    private mutating func readUser(_ json: JSON) -> String? {
        guard let name = json["displayName"]?.stringValue ?? json["publicName"]?.stringValue else { return nil }
        let user = User(
            accountID: json["accountId"]?.stringValue, userKey: json["userKey"]?.stringValue,
            username: json["username"]?.stringValue, displayName: name,
            email: json["email"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 })
        guard user.accountID != nil || user.userKey != nil && user.username != nil else { return nil }
        return note(user: user)
    }

    // MARK: Spaces

    private func isSpace(_ json: JSON) -> Bool {
        guard json["name"]?.stringValue != nil, let type = json["type"]?.stringValue else { return false }
        return ["global", "personal", "collaboration", "knowledge_base"].contains(type)
    }

    private mutating func readSpace(_ json: JSON, _ key: String, _ credential: Int) {
        let id = Self.id(json)
        note(space: key, by: credential) { space in
            space.name = json["name"]?.stringValue ?? space.name
            space.id = id ?? space.id
            space.isPersonal = json["type"]?.stringValue == "personal"
            if let text = json["description"]?["plain"]?["value"]?.stringValue { space.description = text }
            let home = json["homepage"].flatMap(Self.id) ?? json["homepageId"]?.stringValue
            space.homeID = home ?? Self.lastPart(json["_expandable"]?["homepage"]) ?? space.homeID
        }
    }

    /// The name of the last thing in an address such as `/rest/api/space/DOCS`.
    static func lastPart(_ address: JSON?) -> String? {
        address?.stringValue?.split(separator: "/").last.map { PercentEncoding.decode($0) }
    }
}
