import ConfluenceModel

/// What the text tells of a request and its surroundings, apart from what went wrong.
struct Circumstances: Sendable, Hashable {
    var deployment: DeploymentKind = .unknown
    /// What gave the deployment away.
    var deploymentSign: String?
    var isAboutConfluence = false
    /// Whether it names Confluence, and not only has words that Jira and others have, too.
    var namesConfluence = false
    /// Whether it speaks of pages, spaces or a wiki, of whatever make.
    var mentionsPages = false
    /// Whether it names Jira beside Confluence, and less often: most who use the one use the other.
    var namesJiraInPassing = false
    /// The other product that the text is about.
    var foreignProduct: String?
    /// A host that seems to be Confluence's, for a command to try.
    var host: String?

    /// What kind of thing a failing request was for.
    enum Target: Sendable, Hashable {
        case user
        case page
        case pages
        case space
        case search
        case attachment
        case other
    }
}

extension Circumstances {
    init(_ text: FoldedText, _ addresses: [AddressClue], symptoms: [Symptom]) {
        let words = Self.words.hits(in: text.bytes)
        let outside = words.filter { hit in
            !addresses.contains { $0.owner == .documentation && $0.range.overlaps(hit.range) }
        }
        let ours = addresses.filter { $0.owner == .confluence }
        let isSaid = outside.contains { $0.name == .confluence }
        for address in addresses {
            guard case .foreign(let name) = address.owner else { continue }
            foreignProduct = foreignProduct ?? name
        }
        if foreignProduct == nil, outside.contains(where: { $0.name == .jira }) { foreignProduct = "Jira" }
        namesJiraInPassing =
            foreignProduct == "Jira"
            && outside.count { $0.name == .confluence } > outside.count { $0.name == .jira }
        let speakers = Set(symptoms.map(\.speaker))
        isAboutConfluence =
            !ours.isEmpty || isSaid || speakers.contains(.confluence)
            || (speakers.contains(.atlassian) && foreignProduct != "Jira")
            // Whoever shows a site of Atlassian's Cloud, and no other product, means its Confluence.
            || (foreignProduct == nil && outside.contains { $0.name == .cloud })
        namesConfluence =
            !ours.isEmpty || isSaid || outside.contains { [.cloud, .dataCenter, .page].contains($0.name) }
            || symptoms.contains { $0.speaker == .confluence && $0.strength >= .vague }
        mentionsPages = outside.contains { $0.name == .page }
        host = (ours.first { $0.host != nil } ?? addresses.first { $0.owner == .unknown && $0.host != nil })?.host
        readDeployment(ours, addresses, Set(outside.map(\.name)), symptoms)
    }

    private enum Word: Hashable, Sendable {
        case confluence
        case jira
        case page
        case cloud
        case dataCenter
    }

    private static let words = PhraseIndex<Word>(
        [(Phrase("confluence"), .confluence), (Phrase("jira"), .jira)]
            + [
                "page \"", "page '", "page title", "page id", "page path", "space key", "the space", "wiki", "the page",
                "a page", "this page", "that page", "our space", "its pages", "child pages", "die seite", "der seite",
                "eine seite", "bereich ", "la page", "une page", "l'espace", "la página", "una página", "del espacio",
                "el espacio", "ページ", "スペース", "la pagina", "lo spazio", "o espaço",
            ].map {
                (Phrase($0), .page)
            }
            + [
                "elitea", "conflr", "confl_create", "wikitraccs", "alita_", "error retrieving attachments",
                "read_page_by_id", "site_search", "space_key",
                "spacekey", "alita-sdk", "index_data", "search_index", "search_pages", "create_page", "update_page_by",
                "get_page_tree", "cql search", "cql query", "cql = ", "cql=", "cql: ", "page tree", "space directory",
                "space admin", "storage format",
                "list_pages_with_label", "get_page_by_title(", "get_all_pages_from_space", "get_space(", "get_page_id(",
                "/display/", "/pages/viewpage.action", "http-nio-8090", "atlassian.seraph", "atlassian.pats",
            ]
            .map { (Phrase($0), .confluence) }
            + [
                "server: atlassianedge", "server: atlassianproxy", "atl-traceid", "atlassian cloud", "confluence cloud",
                ".atlassian.net", "api.atlassian.com/ex/confluence", "cloudid", "accountid",
                "x-arequestid * atlassianedge", "cloud=true", "atatt3",
            ]
            .map { (Phrase($0), .cloud) }
            + [
                "x-asen:", "x-ausername", "x-seraph-loginreason", "apache tomcat", "confluence server", "data center",
                "com.atlassian.seraph", "atlassian-confluence.log", "userkey", "confluence-server", "cloud=false",
                "jsessionid", "personal access token", "catalina", "confluence 7.", "confluence 8.", "confluence 9.",
                "confluence 6.", "on-prem", "self-hosted",
            ]
            .map { (Phrase($0), .dataCenter) })

    private mutating func readDeployment(
        _ ours: [AddressClue], _ addresses: [AddressClue], _ words: Set<Word>, _ symptoms: [Symptom]
    ) {
        let hosts = addresses.filter { $0.owner != .documentation }.compactMap(\.host)
        if let cloud = hosts.first(where: {
            $0 == "atlassian.net" || $0.hasSuffix(".atlassian.net") || $0 == "api.atlassian.com"
        }) {
            set(.cloud, "the host \(cloud) is Atlassian's Cloud")
        } else if let told = symptoms.first(where: { $0.deployment != nil && $0.strength >= .strong }),
            let deployment = told.deployment, !hasOwnHost(hosts, deployment)
        {
            set(deployment, "only \(deployment.title) says such words")
        } else if words.contains(.cloud), !words.contains(.dataCenter) {
            set(.cloud, "the text has headers or words of Atlassian's Cloud")
        } else if let host = ours.compactMap(\.host).first {
            set(.dataCenter, "\(host) is no host of Atlassian's Cloud")
        } else if words.contains(.dataCenter), !words.contains(.cloud) {
            set(.dataCenter, "the text has headers or words of Data Center")
        }
    }

    /// Whether a host of one's own contradicts a symptom that Cloud alone has.
    private func hasOwnHost(_ hosts: [String], _ deployment: DeploymentKind) -> Bool {
        deployment == .cloud && hosts.contains { $0.contains("confluence.") }
    }

    private mutating func set(_ deployment: DeploymentKind, _ sign: String) {
        self.deployment = deployment
        deploymentSign = sign
    }
}

extension AddressClue {
    /// What kind of thing a request to this path is for.
    var target: Circumstances.Target {
        if path.contains("/user/current") || path.contains("/user?") || path.contains("/users/me") { return .user }
        if path.contains("/attachment") { return .attachment }
        if path.contains("/search") { return .search }
        if path.contains("/rest/api/space/") || path.contains("/api/v2/spaces/") { return .space }
        for collection in ["/rest/api/content/", "/api/v2/pages/", "/api/v2/blogposts/"] {
            guard let range = path.firstRange(of: collection) else { continue }
            let id = path[range.upperBound...]
            if (id.hasPrefix("att") ? id.dropFirst(3) : id).first?.isNumber ?? false { return .page }
        }
        if path.contains("/content") || path.contains("/pages") || path.contains("/spaces")
            || path.contains("/rest/api/space")
        {
            return .pages
        }
        return .other
    }

    var isVersion2: Bool { path.contains("/api/v2/") }
    /// Whether the gateway's path holds what may be a site's cloud id.
    var namesCloudID: Bool {
        guard let start = path.firstRange(of: "/ex/confluence/")?.upperBound else { return true }
        let id = path[start...].prefix { $0 != "/" && $0 != "?" }
        return id.count == 36 && id.allSatisfy { $0.isHexDigit || $0 == "-" } || id.contains { "<{$*.x".contains($0) }
    }
    /// Whether the path asks for one page or space by its name.
    var isNamed: Bool {
        path.contains("spacekey=") || path.contains("/rest/api/space/") || path.contains("/api/v2/spaces/")
            || path.contains("title=")
    }
    var isGateway: Bool { host == "api.atlassian.com" || path.hasPrefix("/ex/confluence/") }
}
