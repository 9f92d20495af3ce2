import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Finds out what answers at the configured address, without showing a secret.
enum SiteProbe {
    static func run(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> Evidence? {
        let address: WebAddress
        do {
            address = try configuration.clientAddress()
        } catch {
            let written = WebAddress(host: configuration.credential.baseURL)
            return .site(.unrecognised("no answer: \(error)"), at: written)
        }
        let isCloudName = HostName.isAtlassianCloud(address.origin)
        for step in isCloudName ? [tenant, manifest] : [manifest, tenant] {
            switch await step(address, &wire) {
            case .unreachable(let failure): return .site(.unreachable(failure), at: address)
            case .found(let identity, let isHere):
                let finding: SiteFinding =
                    !isHere
                    ? .elsewhere(identity)
                    : contradicts(configuration, identity) ? .hostingContradicted(identity) : .here(identity)
                return .site(finding, at: address)
            case .nothing: continue
            case .outOfBudget: return nil
            }
        }
        guard let answer = await wire.ask(Question.site.words, manifestRequest(address)) else { return nil }
        return .site(.unrecognised(answer.response?.summary ?? "nothing"), at: address)
    }

    /// Whether Confluence answers below an address; on Cloud its REST API is looked for, which has no manifest for sure.
    static func answers(at address: WebAddress, isCloud: Bool, _ wire: inout Wire) async -> Bool {
        if isCloud { return await restAnswers(at: address, &wire) }
        guard case .found = await manifest(address, &wire) else { return false }
        return true
    }

    private enum Step {
        case found(SiteIdentity, isHere: Bool)
        case nothing
        case unreachable(TransportFailure)
        case outOfBudget
    }

    /// Cloud's edge tells a site's identifier to everybody.
    private static func tenant(_ address: WebAddress, _ wire: inout Wire) async -> Step {
        let url = address.replacing(path: "/_edge/tenant_info")
        switch await wire.ask(Question.site.words, Request(.get, url, headers: ["Accept": "application/json"])) {
        case nil: return .outOfBudget
        case .failure(let failure)?: return .unreachable(failure)
        case .response(let response)?:
            guard response.isSuccess, let body = try? JSONReader.read(response.body, depthLimit: 16),
                body["cloudId"]?.stringValue != nil
            else { return .nothing }
            let identity = SiteIdentity(
                kind: .cloud, sign: "\(url.host) answers /_edge/tenant_info as a Cloud site does")
            if address.path == "/wiki" { return .found(identity, isHere: true) }
            return .found(identity, isHere: await restAnswers(at: address, &wire))
        }
    }

    /// The manifest that each Atlassian application shows to those that want to link to it.
    private static func manifest(_ address: WebAddress, _ wire: inout Wire) async -> Step {
        switch await wire.ask(Question.site.words, manifestRequest(address)) {
        case nil: return .outOfBudget
        case .failure(let failure)?: return .unreachable(failure)
        case .response(let response)?:
            guard let identity = response.identity else { return .nothing }
            return .found(identity, isHere: response.status != 404)
        }
    }

    private static func manifestRequest(_ address: WebAddress) -> Request {
        Request(.get, address.appending("rest/applinks/1.0/manifest"), headers: ["Accept": "application/json"])
    }

    private static func restAnswers(at address: WebAddress, _ wire: inout Wire) async -> Bool {
        let request = Request(.get, address.appending("rest/api/user/current"), headers: ["Accept": "application/json"])
        guard let response = await wire.ask(Question.site.words, request)?.response, response.status != 404 else {
            return false
        }
        return (try? JSONReader.read(response.body, depthLimit: 64))?.objectValue != nil || response.status == 401
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

    /// What came back, for a reader: status and the page's title.
    fileprivate var summary: String {
        (300...399).contains(status) ? "\(status), a redirect to \(redirectTarget)" : "\(status), \(pageTitle)"
    }
}
