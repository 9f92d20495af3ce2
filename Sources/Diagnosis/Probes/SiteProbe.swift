import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Finds out what answers at the configured address; a secret is only shown to a front that stops strangers.
enum SiteProbe {
    static func run(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> Evidence? {
        let address: WebAddress
        do {
            address = try configuration.clientAddress()
        } catch {
            let written = WebAddress(host: configuration.credential.baseURL)
            return .site(.unrecognised("no answer: \(error)"), at: written)
        }
        if GatewayAddress.isGateway(address) { return await GatewayAddress.ask(address, &wire) }
        let isCloudName = HostName.isAtlassianCloud(address.origin)
        var met: Obstacle?
        for step in isCloudName ? [tenant, manifest, rest] : [manifest, tenant, rest] {
            switch await step(address, &wire) {
            case .found(let identity, let isHere):
                return .site(isHere ? judged(.here(identity), configuration) : .elsewhere(identity), at: address)
            case .obstacle(let obstacle):
                if obstacle.endsQuestions { return .obstructed(obstacle, .site) }
                met = met ?? obstacle
            case .nothing: continue
            case .outOfBudget: return nil
            }
        }
        // Whoever says that he wants https is shown nothing by http.
        if address.scheme == "http", let words = await refusalOfHTTP(address, &wire) {
            return .site(.unrecognised(words), at: address)
        }
        if let met {
            // Below a page's address Confluence itself sends strangers to its login, which says nothing for the address.
            guard AddressForm.withoutPage(address) == nil else { return .obstructed(met, .site) }
            if met.kind == .serverError, !isCloudName, let explained = await state(address, met, &wire) {
                return .obstructed(explained, .site)
            }
            // Another product that asks for its own login is shown no secret.
            if met.kind == .loginInFront, let target = wire.targets.last, let page = await Landing.page(&wire),
                let product = OtherProduct(page)
            {
                return .site(.unrecognised("a redirect to \(target.path), as \(product.name) answers"), at: address)
            }
            switch await LoginProbe.finding(behind: met, configuration, &wire) {
            case .site(let finding): return .site(judged(finding, configuration), at: address)
            case .obstacle(let other): return .obstructed(other, .site)
            case .nothing: return .obstructed(met, .site)
            }
        }
        let request = manifestRequest(address)
        guard let answer = await wire.ask(Question.site.words, request) else { return nil }
        if let target = answer.response?.moved(from: request, below: address) {
            return .site(.moved(to: target), at: address)
        }
        if isCloudName, answer.response?.status == 404 {
            let words =
                "it answers neither /_edge/tenant_info nor for Confluence, as every site of Atlassian's Cloud does"
            return .obstructed(.answer(.siteUnknown, status: 404, words: words), .site)
        }
        if (300...399).contains(answer.response?.status ?? 0), let page = await Landing.page(&wire),
            let login = Obstacle(asking: page, at: address)
        {
            return .obstructed(login, .site)
        }
        // A front may turn strangers away in words of its own. Only who asks for a credential is shown one: what else
        // answers at a configured address may be anybody's.
        if let response = answer.response, [401, 403].contains(response.status), OtherProduct(response) == nil,
            address.scheme == "https", AddressForm.withoutPage(address) == nil,
            let here = await LoginProbe.identity(behind: "it answers \(response.status)", configuration, &wire)
        {
            return .site(judged(.here(here), configuration), at: address)
        }
        return .site(.unrecognised(answer.response?.summary ?? "nothing"), at: address)
    }

    /// Whether Confluence answers below an address; on Cloud its REST API is looked for, which has no manifest for sure.
    static func answers(at address: WebAddress, isCloud: Bool, _ wire: inout Wire) async -> Bool {
        if isCloud { return await restAnswers(at: address, &wire) ?? false }
        guard case .found = await manifest(address, &wire) else { return false }
        return true
    }

    private enum Step {
        case found(SiteIdentity, isHere: Bool)
        case nothing
        case obstacle(Obstacle)
        case outOfBudget
    }

    /// Cloud's edge tells a site's identifier to everybody.
    private static func tenant(_ address: WebAddress, _ wire: inout Wire) async -> Step {
        let url = address.replacing(path: "/_edge/tenant_info")
        let request = Request(.get, url, headers: ["Accept": "application/json"])
        switch await wire.ask(Question.site.words, request) {
        case nil: return .outOfBudget
        case let answer?:
            guard let response = answer.response, response.isSuccess,
                let body = try? JSONReader.read(response.body, depthLimit: 16), body["cloudId"]?.stringValue != nil
            else {
                // Of a host that is no Cloud site by its name, only what lies below its address counts.
                guard let obstacle = Wire.obstacle(answer, to: request),
                    HostName.isAtlassianCloud(address.origin) || obstacle.endsQuestions
                else { return .nothing }
                return .obstacle(obstacle)
            }
            let identity = SiteIdentity(
                kind: .cloud, sign: "\(url.host) answers /_edge/tenant_info as a Cloud site does")
            if address.path == "/wiki" { return .found(identity, isHere: true) }
            return await restAnswers(at: address, &wire).map { .found(identity, isHere: $0) } ?? .outOfBudget
        }
    }

    /// The manifest that each Atlassian application shows to those that want to link to it.
    private static func manifest(_ address: WebAddress, _ wire: inout Wire) async -> Step {
        let request = manifestRequest(address)
        switch await wire.ask(Question.site.words, request) {
        case nil: return .outOfBudget
        case let answer?:
            guard let response = answer.response, let identity = response.identity else {
                return Wire.obstacle(answer, to: request).map { .obstacle($0) } ?? .nothing
            }
            return .found(identity, isHere: response.status != 404)
        }
    }

    /// The REST API itself, whose headers and words give Confluence away where it shows no manifest.
    private static func rest(_ address: WebAddress, _ wire: inout Wire) async -> Step {
        let request = Request(.get, address.appending("rest/api/user/current"), headers: ["Accept": "application/json"])
        guard let answer = await wire.ask(Question.site.words, request) else { return .outOfBudget }
        guard let response = answer.response else {
            return Wire.obstacle(answer, to: request).map { .obstacle($0) } ?? .nothing
        }
        let isCloudName = HostName.isAtlassianCloud(address.origin)
        if let identity = response.identityByREST(isCloudName: isCloudName) { return .found(identity, isHere: true) }
        return Obstacle(response, to: request.url).map { .obstacle($0) } ?? .nothing
    }

    /// What the answer, which was asked for before, says against plain http.
    private static func refusalOfHTTP(_ address: WebAddress, _ wire: inout Wire) async -> String? {
        let request = manifestRequest(address)
        guard wire.knows(request), let response = await wire.ask(Question.site.words, request)?.response,
            [400, 403].contains(response.status),
            let sentence = FrontSigns.securePorts.first(where: response.text.contains)
        else { return nil }
        return "\(response.status), “\(sentence)”"
    }

    /// What Data Center tells load balancers of itself, while nothing else of it answers; `nil` where it tells nothing.
    private static func state(_ address: WebAddress, _ met: Obstacle, _ wire: inout Wire) async -> Obstacle? {
        let request = Request(.get, address.appending("status"), headers: ["Accept": "application/json"])
        guard let response = await wire.ask("is the site only starting?", request)?.response,
            let state = response.json?["state"]?.stringValue
        else { return nil }
        switch state {
        case "STARTING", "STOPPING", "FIRST_RUN", "MAINTENANCE":
            return .answer(.maintenance, status: response.status, words: "/status says “\(state)”")
        // Started in vain, or well itself and not reached through what stands in front.
        case "ERROR", "RUNNING":
            guard case .answer(let kind, let status, let words) = met else { return nil }
            let parts = [words, "/status says “\(state)”"].filter { !$0.isEmpty }
            return .answer(kind, status: status, words: parts.joined(separator: "; "))
        default: return nil
        }
    }

    private static func manifestRequest(_ address: WebAddress) -> Request {
        Request(.get, address.appending("rest/applinks/1.0/manifest"), headers: ["Accept": "application/json"])
    }

    /// Whether the REST API answers below an address; `nil` where that could not be asked any more.
    private static func restAnswers(at address: WebAddress, _ wire: inout Wire) async -> Bool? {
        let request = Request(.get, address.appending("rest/api/user/current"), headers: ["Accept": "application/json"])
        guard let answer = await wire.ask(Question.site.words, request) else { return nil }
        guard let response = answer.response, response.status != 404 else { return false }
        return (try? JSONReader.read(response.body, depthLimit: 64))?.objectValue != nil || response.status == 401
    }

    /// What was found, seen with the hosting that is set.
    private static func judged(_ finding: SiteFinding, _ configuration: ToolkitConfiguration) -> SiteFinding {
        guard case .here(let identity) = finding, contradicts(configuration, identity) else { return finding }
        return .hostingContradicted(identity)
    }

    /// Whether somebody has set a hosting that the site contradicts; “Auto” is never held against anybody.
    private static func contradicts(_ configuration: ToolkitConfiguration, _ identity: SiteIdentity) -> Bool {
        switch identity.kind {
        case .cloud:
            !configuration.isCloud && (configuration.cloudFlag != nil || configuration.credential.hosting == .server)
        case .dataCenter: configuration.isCloud
        case .other, .unknown: false
        }
    }
}

extension Response {
    /// What the answer gives away about the application that made it.
    fileprivate var identity: SiteIdentity? {
        if isSuccess, let (type, version) = manifestFields {
            guard type == "confluence" else { return nil }
            // Cloud calls itself release 1000.
            if let version, version.hasPrefix("1000.") {
                return SiteIdentity(
                    kind: .cloud, sign: "its manifest names Confluence of release \(version), which is Cloud")
            }
            return SiteIdentity(
                kind: .dataCenter, version: version,
                sign: "its manifest names Confluence\(version.map { " of release \($0)" } ?? "")")
        }
        let header = ["X-Confluence-Request-Time", "X-Confluence-Cluster-Node"].first { headers[$0] != nil }
        guard let header, (200...299).contains(status) || status == 401 || status == 403 else { return nil }
        return SiteIdentity(kind: .dataCenter, sign: "its answers carry the header \(header)")
    }

    /// What its answer to a visitor gives away; only Data Center names the visitor in a header.
    func identityByREST(isCloudName: Bool) -> SiteIdentity? {
        guard isSuccess || status == 401 || status == 403 else { return nil }
        let names = ["X-Seraph-LoginReason", "X-AUSERNAME", "X-Confluence-Request-Time", "X-Confluence-Cluster-Node"]
        if let name = names.first(where: { headers[$0] != nil }) {
            return SiteIdentity(kind: .dataCenter, sign: "its REST API answers with the header \(name)")
        }
        if isSuccess, let visitor = json, visitor["type"]?.stringValue == "anonymous", visitor["profilePicture"] != nil
        {
            let isCloud = isCloudName || visitor["accountType"] != nil || visitor["publicName"] != nil
            return SiteIdentity(
                kind: isCloud ? .cloud : .dataCenter, sign: "its REST API describes a visitor as Confluence does")
        }
        if isSuccess, let user = json, user["type"]?.stringValue == "known", user["displayName"] != nil {
            return SiteIdentity(
                kind: user["accountId"] != nil ? .cloud : .dataCenter,
                sign: "its REST API describes an account as Confluence does")
        }
        let message = (json?["message"]?.stringValue ?? "").lowercased()
        guard message.contains("confluence") else { return nil }
        let isCloud = ["caller cannot access confluence", "current user not permitted"].contains {
            message.contains($0)
        }
        return SiteIdentity(kind: isCloud ? .cloud : .dataCenter, sign: "its REST API answers in Confluence's words")
    }

    private var manifestFields: (type: String, version: String?)? {
        if let body = try? JSONReader.read(self.body, depthLimit: 32) {
            return body["typeId"]?.stringValue.map { ($0, body["version"]?.stringValue) }
        }
        let text = String(text.prefix(20_000))
        func element(_ name: String) -> String? {
            guard let open = text.firstRange(of: "<\(name)>"),
                let close = text[open.upperBound...].firstRange(of: "</\(name)>")
            else { return nil }
            return String(text[open.upperBound..<close.lowerBound].prefix(40))
        }
        return element("typeId").map { ($0, element("version")) }
    }

    /// The base URL to which a redirect sends on what is asked below another one; `nil` where it leads elsewhere.
    fileprivate func moved(from request: Request, below base: WebAddress) -> WebAddress? {
        guard (300...399).contains(status), let target = headers["Location"].flatMap({ try? WebAddress(parsing: $0) }),
            target.host != base.host
        else { return nil }
        let page = target.path.drop { $0 == "/" }
        // Whoever has moved to Cloud sends people to its front page.
        if HostName.isAtlassianCloud(target.origin), page.isEmpty || page.hasPrefix("wiki") {
            return target.replacing(path: "/wiki")
        }
        if target.isLoginOfConfluence {
            return target.replacing(path: String(target.path.dropLast("/login.action".count)))
        }
        // For good, to the front page of another host.
        if [301, 308].contains(status), page.isEmpty, target.query == nil { return target.replacing(path: "") }
        let resource = String(request.url.path.dropFirst(base.path.count))
        guard !resource.isEmpty, target.path.hasSuffix(resource) else { return nil }
        return target.replacing(path: String(target.path.dropLast(resource.count)))
    }

    /// What came back, for a reader: status and the page's title, or which other product of Atlassian's it is.
    fileprivate var summary: String {
        if isSuccess, let (type, _) = manifestFields { return "\(status), the manifest of “\(type.prefix(40))”" }
        let product = OtherProduct(self).map { ", as \($0.name) answers" } ?? ""
        return ((300...399).contains(status) ? "\(status), a redirect to \(redirectTarget)" : "\(status), \(pageTitle)")
            + product
    }
}
