import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

extension Response {
    /// What the answer gives away about the application that made it.
    var identity: SiteIdentity? {
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

    /// What its list of spaces gives away to a stranger.
    var identityByList: SiteIdentity? {
        if let identity = identityByREST(isCloudName: false) { return identity }
        let isList =
            isSuccess && json?["results"]?.arrayValue != nil && json?["size"] != nil
            && json?["_links"]?["context"] != nil
        // Before a login no other product has such a list.
        let isClosed =
            status == 401 && json?["message"]?.stringValue == "Client must be authenticated to access this resource."
        guard isList || isClosed else { return nil }
        return SiteIdentity(kind: .dataCenter, sign: "its REST API lists spaces as Confluence does")
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
    func moved(from request: Request, below base: WebAddress) -> (target: WebAddress, isSaid: Bool)? {
        if let target = redirected(from: request, below: base) { return (target, true) }
        return MovedNotice(self, at: base).map { ($0.target, $0.isSaid) }
    }

    private func redirected(from request: Request, below base: WebAddress) -> WebAddress? {
        guard (300...399).contains(status), let target = redirectAddress,
            target.host != base.host || (target.scheme == base.scheme && target.effectivePort != base.effectivePort)
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

    /// Where everything is sent on for the time being, if that is the root of another host; surely so if it is called a wiki.
    func movedForNow(from base: WebAddress) -> (target: WebAddress, isSaid: Bool)? {
        guard [302, 303, 307].contains(status), let target = redirectAddress, target.host != base.host else {
            return nil
        }
        let isWiki = ["wiki", "confluence"].contains(where: target.host.lowercased().contains)
        guard target.isRoot, isWiki || target.isFrontPage else { return nil }
        return (target.replacing(path: ""), isWiki)
    }

    /// Whether it names another product than Confluence as the one that answers.
    var isOfOtherProduct: Bool { OtherProduct(self) != nil || (isSuccess && manifestFields != nil) }

    /// What came back, for a reader: status and the page's title, or which other product of Atlassian's it is.
    var summary: String {
        if isSuccess, let (type, _) = manifestFields { return "\(status), the manifest of “\(type.prefix(40))”" }
        let product = OtherProduct(self).map { ", as \($0.name) answers" } ?? ""
        return ((300...399).contains(status) ? "\(status), a redirect to \(redirectTarget)" : "\(status), \(pageTitle)")
            + product
    }
}

extension WebAddress {
    /// Whether it is the root of a host by https.
    fileprivate var isRoot: Bool { scheme == "https" && query == nil && path.allSatisfy { $0 == "/" } }

    /// Whether it is such a root, and not a company's own site, to which people are led from anywhere.
    var isFrontPage: Bool {
        isRoot && !host.lowercased().hasPrefix("www.") && host.split(separator: ".").count > 2
    }
}
