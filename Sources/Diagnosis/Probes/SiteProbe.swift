import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Finds out what answers at the configured address, as a stranger; where that is no Confluence, a secret may be shown once.
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
        if AddressForm.isService(address) {
            return .site(.unrecognised("a service of Atlassian's for everybody, which is nobody's site"), at: address)
        }
        let isCloudName = HostName.isAtlassianCloud(address.origin)
        var met: Obstacle?
        for step in isCloudName ? [tenant, manifest, rest] : [manifest, tenant, rest] {
            switch await step(address, &wire) {
            case .found(let identity, var isHere):
                // Cloud refuses strangers by the same words below any path: only who shows a credential is told of a wrong one.
                if isHere, identity.kind == .cloud, address.path != "/wiki" {
                    isHere = await !Showing.isNowhere(configuration, &wire)
                }
                return .site(isHere ? judged(.here(identity), configuration) : .elsewhere(identity), at: address)
            case .obstacle(let obstacle):
                if obstacle.endsQuestions {
                    return await confluence(behind: obstacle, at: address, configuration, &wire)
                        ?? .obstructed(obstacle, .site)
                }
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
            guard AddressForm.withoutPage(address) == nil else {
                guard met.kind == .refusal else { return .obstructed(met, .site) }
                return await .site(refusal(met, at: address, &wire), at: address)
            }
            if met.kind == .serverError, let here = await confluence(behind: met, at: address, configuration, &wire) {
                return here
            }
            if met.kind == .serverError, let target = await notice(at: address, &wire) {
                return .site(.moved(to: target), at: address)
            }
            if met.kind == .serverError, !isCloudName, let explained = await state(address, met, &wire) {
                return .obstructed(explained, .site)
            }
            // Another product that asks for its own login is shown no secret.
            if met.kind == .loginInFront, let target = wire.targets.last, let page = await Landing.page(&wire),
                let product = OtherProduct(page)
            {
                return .site(.unrecognised("a redirect to \(target.path), as \(product.name) answers"), at: address)
            }
            switch await Showing.finding(behind: met, configuration, &wire) {
            case .site(let finding): return .site(judged(finding, configuration), at: address)
            case .obstacle(let other): return .obstructed(other, .site)
            case .nothing where met.kind == .refusal: return await .site(refusal(met, at: address, &wire), at: address)
            case .nothing: return .obstructed(met, .site)
            }
        }
        let request = manifestRequest(address)
        guard let answer = await wire.ask(Question.site.words, request) else { return nil }
        if let response = answer.response, let moved = response.moved(from: request, below: address) {
            // Some send strangers alone elsewhere; whoever is sent to Cloud once had a server there.
            if Showing.isAllowed(at: address), !HostName.isAtlassianCloud(moved.target.origin),
                let here = await Showing.identity(behind: "it answers \(response.status)", configuration, &wire)
            {
                return .site(judged(.here(here), configuration), at: address)
            }
            return .site(.moved(to: moved.target, isSaid: moved.isSaid), at: address)
        }
        if isCloudName, answer.response?.status == 404 {
            let words =
                "it answers neither /_edge/tenant_info nor for Confluence, as every site of Atlassian's Cloud does"
            return .obstructed(.answer(.siteUnknown, status: 404, words: words), .site)
        }
        guard let response = answer.response else { return .site(.unrecognised("nothing"), at: address) }
        let landing = (300...399).contains(response.status) ? await Landing.page(&wire) : nil
        // Strangers may be answered in any way, and others by Confluence; another product is shown nothing.
        if Showing.isAllowed(at: address), !response.isOfOtherProduct, landing.map(OtherProduct.init) ?? nil == nil,
            let here = await Showing.identity(behind: "it answers \(response.status)", configuration, &wire)
        {
            return .site(judged(.here(here), configuration), at: address)
        }
        if let landing, let stop = Obstacle(asking: landing, at: address) ?? Obstacle(blocking: landing, at: address) {
            return .obstructed(stop, .site)
        }
        if let identity = await listed(at: address, &wire) {
            return .site(judged(.here(identity), configuration), at: address)
        }
        if let moved = response.movedForNow(from: address) {
            return .site(.moved(to: moved.target, isSaid: moved.isSaid), at: address)
        }
        return .site(.unrecognised(response.summary, FrontManner(response, to: request.url)), at: address)
    }

    /// A page that refuses and doesn't say why: what it may be is left to its manner.
    private static func refusal(_ met: Obstacle, at address: WebAddress, _ wire: inout Wire) async -> SiteFinding {
        for request in [manifestRequest(address), restRequest(address)] where wire.knows(request) {
            guard let response = await wire.ask(Question.site.words, request)?.response,
                Obstacle(response, to: request.url)?.kind == met.kind
            else { continue }
            return .unrecognised(response.summary, FrontManner(response, to: request.url))
        }
        return .unrecognised("\(met)", .refusal)
    }

    /// The Confluence that answers to whoever shows the credential, where it looks as if nobody were answered.
    private static func confluence(
        behind obstacle: Obstacle, at address: WebAddress, _ configuration: ToolkitConfiguration, _ wire: inout Wire
    ) async -> Evidence? {
        guard Showing.mayHelp(against: obstacle), Showing.isAllowed(at: address),
            let here = await Showing.identity(behind: "\(obstacle)", configuration, &wire),
            await stillStops(obstacle, at: address, &wire)
        else { return nil }
        return .site(judged(.here(here), configuration), at: address)
    }

    /// Whether strangers are stopped by rule: who is let through at the second try alone has met a site that fails now and then.
    private static func stillStops(_ obstacle: Obstacle, at address: WebAddress, _ wire: inout Wire) async -> Bool {
        // Nobody is kept waiting in vain twice.
        guard obstacle.kind != .timedOut else { return true }
        let request = manifestRequest(address)
        let answer = await wire.askAgain("is a stranger stopped again?", request)
        return answer.map { Wire.obstacle($0, to: request)?.kind == obstacle.kind } ?? true
    }

    /// Whether Confluence answers below an address; on Cloud its REST API is looked for, which has no manifest for sure.
    static func answers(at address: WebAddress, isCloud: Bool, _ wire: inout Wire) async -> Bool {
        // A stranger's refusal says nothing of any path but the usual one.
        if isCloud {
            guard address.path == "/wiki" || GatewayAddress.isBase(address) else { return false }
            return await restAnswers(at: address, &wire) ?? false
        }
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
        let request = restRequest(address)
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
        guard wire.knows(request), let response = await wire.ask(Question.site.words, request)?.response else {
            return nil
        }
        let onward = response.isSuccess ? PageLinks.onward(in: response.text) : []
        if onward.compactMap({ try? WebAddress(parsing: $0) }).contains(where: {
            $0.scheme == "https" && $0.host == address.host
        }) {
            return "\(response.status), a page with a redirect to https://\(address.host)"
        }
        if response.status == 426 { return "426, “Upgrade Required”" }
        guard [400, 403].contains(response.status),
            let sentence = FrontSigns.securePorts.first(where: response.text.contains)
        else { return nil }
        return "\(response.status), “\(sentence)”"
    }

    /// The new address that an error's page tells of, where one was met.
    private static func notice(at address: WebAddress, _ wire: inout Wire) async -> WebAddress? {
        let request = manifestRequest(address)
        guard wire.knows(request), let response = await wire.ask(Question.site.words, request)?.response else {
            return nil
        }
        return MovedNotice(response, at: address)?.target
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

    /// The Confluence of which something in front lets nothing through but what tools ask for: its list of spaces tells a stranger.
    private static func listed(at address: WebAddress, _ wire: inout Wire) async -> SiteIdentity? {
        let known = restRequest(address)
        // Who answers in any way but “not found” was heard already.
        guard wire.knows(known), let asked = await wire.ask(Question.site.words, known)?.response,
            asked.status == 404, asked.json == nil, AddressForm.withoutPage(address) == nil
        else { return nil }
        let request = Request(
            .get, address.appending("rest/api/space", query: [QueryItem("limit", "1")]),
            headers: ["Accept": "application/json"])
        return await wire.ask("does at least the list of spaces answer?", request)?.response?.identityByList
    }

    private static func manifestRequest(_ address: WebAddress) -> Request {
        Request(.get, address.appending("rest/applinks/1.0/manifest"), headers: ["Accept": "application/json"])
    }

    private static func restRequest(_ address: WebAddress) -> Request {
        Request(.get, address.appending("rest/api/user/current"), headers: ["Accept": "application/json"])
    }

    /// Whether the REST API answers below an address; `nil` where that could not be asked any more.
    private static func restAnswers(at address: WebAddress, _ wire: inout Wire) async -> Bool? {
        let request = restRequest(address)
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
