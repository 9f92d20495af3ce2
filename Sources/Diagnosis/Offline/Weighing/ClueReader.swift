import ConfluenceModel

/// Reads a paste for everything that speaks for a cause.
struct ClueReader {
    let text: FoldedText
    let addresses: [AddressClue]
    private(set) var circumstances: Circumstances
    private var hints: [Hint] = []
    let settings: [SettingsReader.Setting]
    private let paste: Paste
    /// The components of a log that are about another service.
    let tags: ComponentTags

    private static let symptoms = PhraseIndex<Int>(
        Symptoms.all.enumerated().flatMap { index, symptom in symptom.phrases.map { ($0, index) } }, wholeWords: true)
    private static let hintIndex = PhraseIndex<Int>(
        Hints.all.enumerated().flatMap { index, hint in hint.phrases.map { ($0, index) } }, wholeWords: true)
    /// Words that tell whose a line is.
    enum Product: Hashable, Sendable {
        case confluence
        /// Something that an error may be about by itself.
        case service
        /// Something in which the client of a Confluence may run.
        case surroundings
    }

    private static let products = PhraseIndex<Product>(
        [(Phrase("confluence"), .confluence)]
            + [
                "jira", "openai", "anthropic", "gitlab", "bitbucket", "slack", "sonarqube", "artifactory", "nexus ",
                "servicenow", "sharepoint", "postgres", "mysql", "mongodb", "redis", "kafka", "rabbitmq",
                "elasticsearch", "opensearch", "smtp", "psycopg", "sqlalchemy", "asyncpg", "pymongo",
                "chat.postmessage",
                "insufficient_quota", "port 5432", "port=5432", "port=11434", "port=6379", "port=9200", "port=6333",
                "port=27017", "port=3306", "localhost:5432", "localhost:11434", "localhost:6379", "localhost:9200",
                "localhost:6333", "127.0.0.1:5432", "127.0.0.1:11434", "127.0.0.1:6379", "127.0.0.1:9200",
                "127.0.0.1:6333",
                "npm err", "azure devops", "pypi", "bedrock", "vertexai", "litellm", "kubelet", "pull image",
                "error response from daemon", "ghcr.io", "terraform aws", "amazonaws", "fatal: ", "could not fetch url",
                "ssh: ", "salesforce", "zendesk", "neo4j", "cassandra", "memcached", "qdrant", "weaviate", "milvus",
                "ollama", "zookeeper", "clickhouse", "oracle", "influxdb", "vault ", "consul ", "etcd", "confluent",
                "notion", "mediawiki", "pywikibot", "wiki.js", "xwiki", "dokuwiki", "bookstack", "gitbook", "trello",
                "asana", "airtable", "hubspot",
                "contentful", "redmine", "youtrack", "clickup", "dropbox", "onedrive", "discord", "gitea", "gogs",
                "grafana", "nextcloud", "npm publish", "docker hub", "teamviewer",
                "wordpress", "stripe",
                "ngrok", "webdav", "quarto.pub", "quartopub", "sqlstate", "duplicate key value",
                "violates unique constraint",
            ].map { (Phrase($0), .service) }
            + [
                "github", "docker", "jenkins", "kubernetes", "pip install", "gitlab {ci|runner|pipeline|job|variable}",
                "bitbucket {pipeline|runner}", "azure devops {pipeline|agent|variable|build|release}",
            ].map { (Phrase($0), .surroundings) })

    init(_ text: FoldedText, _ paste: Paste) {
        self.text = text
        self.paste = paste
        addresses = AddressReader.addresses(in: text.bytes)
        let found = Self.symptoms.hits(in: text.bytes).map { (Symptoms.all[$0.name], $0.range) }
        let products = Self.named(Ends.of(Self.products.hits(in: text.bytes), limit: 4000))
        let addresses = addresses
        self.products = products
        tags = ComponentTags(
            text, addresses,
            isService: { line in
                products.contains { $0.name == .service && line.contains($0.range.lowerBound) }
                    || addresses.contains { $0.owner.isForeign && line.overlaps($0.range) }
            },
            isConfluences: { line in
                products.contains { $0.name == .confluence && line.contains($0.range.lowerBound) }
                    || addresses.contains { $0.owner == .confluence && line.overlaps($0.range) }
            })
        circumstances = Circumstances(text, addresses, symptoms: found.map(\.0))
        settings = circumstances.isAboutConfluence ? SettingsReader.settings(in: text, addresses) : []
        hits = found
        let hinted = Set(Self.hintIndex.hits(in: text.bytes).map(\.name))
        hints = Hints.all.enumerated().filter { hinted.contains($0.offset) }.map(\.element)
    }

    private let hits: [(symptom: Symptom, range: Range<Int>)]
    let products: [PhraseIndex<Product>.Hit]

    /// Each kind of clue once, in the order of the text.
    func clues() -> [Clue] {
        guard circumstances.isAboutConfluence || !isAboutService else { return [] }
        var clues: [Clue] = []
        var examined: [String: Int] = [:]
        for hit in hits {
            // A log that says the same a thousand times says no more than its first lines.
            examined[hit.symptom.name, default: 0] += 1
            guard examined[hit.symptom.name, default: 0] <= Self.mostLooks, isOurs(hit.symptom, hit.range) else {
                continue
            }
            let trust = isWarning(hit.range) || isRatherJiras(hit.symptom, hit.range) ? 0.7 : 1
            if let known = clues.firstIndex(where: { $0.name == hit.symptom.name }) {
                clues[known].trust = max(clues[known].trust, trust)
                continue
            }
            clues.append(
                Clue(
                    name: hit.symptom.name, strength: hit.symptom.strength,
                    shares: adjusted(hit.symptom.shares(on: circumstances.deployment)), meaning: hit.symptom.meaning,
                    range: hit.range, isStatus: false, trust: trust))
        }
        clues += statusClues()
        if mayBeOurs {
            // What a value shows is more exact than what is told of it.
            for clue in SecretValueReader(text, paste, circumstances, addresses).clues() {
                clues.removeAll { $0.name == clue.name && $0.strength < clue.strength }
                if !clues.contains(where: { $0.name == clue.name }) { clues.append(clue) }
            }
        }
        if circumstances.isAboutConfluence, let clue = RedirectReader.clue(in: text, addresses) { clues.append(clue) }
        if circumstances.isAboutConfluence {
            for clue in CaseReader.clues(in: text) where !clues.contains(where: { $0.name == clue.name }) {
                clues.append(clue)
            }
        }
        clues += settings.compactMap(\.clue).filter { clue in !clues.contains { $0.name == clue.name } }
        if circumstances.isAboutConfluence, let key = SpaceKeyReader.link(in: text) {
            clues.append(key)
        } else if !clues.isEmpty, let key = SpaceKeyReader.clue(in: text) ?? SpaceKeyReader.field(in: text) {
            clues.append(key)
        }
        if !clues.isEmpty, let key = SpaceKeyReader.personal(in: text) { clues.append(key) }
        if circumstances.isAboutConfluence, let clue = SecretFieldReader.clue(in: text),
            !clues.contains(where: { $0.name == clue.name })
        {
            clues.append(clue)
        }
        if mayBeOurs, let clue = SecretLengthReader.clue(in: text),
            !clues.contains(where: { $0.name == clue.name })
        {
            clues.append(clue)
        }
        if circumstances.isAboutConfluence, let clue = SlashReader.clue(in: text) { clues.append(clue) }
        if circumstances.isAboutConfluence {
            clues += [ReleaseReader.clue(in: text), ExpiryReader.clue(in: text), CountReader.clue(in: text)].compactMap(
                \.self)
        }
        if !clues.isEmpty, let clue = EnvironmentFileReader.clue(in: text) { clues.append(clue) }
        if !clues.isEmpty, let clue = TrailingReader.clue(in: text, addresses),
            !clues.contains(where: { $0.name == clue.name })
        {
            clues.append(clue)
        }
        if circumstances.isAboutConfluence {
            clues += ContrastReader.clues(in: text).filter { clue in !clues.contains { $0.name == clue.name } }
        }
        return clues.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static let mostLooks = 60

    /// Whether a text that names no product at all speaks of a login as people do who ask about Confluence's.
    private var mayBeOurs: Bool {
        circumstances.isAboutConfluence
            || (!isAboutService
                && ["authorization: b", " pat ", " pat,", "personal access token"].contains(where: text.holds)
                && ["401", "403", "anonymous"].contains(where: text.holds))
    }

    /// A service whose pipelines run the client is where it runs.
    private static func named(_ products: [PhraseIndex<Product>.Hit]) -> [PhraseIndex<Product>.Hit] {
        let around = Set(products.filter { $0.name == .surroundings }.map(\.range.lowerBound))
        return products.filter { $0.name != .service || !around.contains($0.range.lowerBound) }
    }

    /// Whether it names something that an error may be about by itself.
    var isAboutService: Bool {
        circumstances.foreignProduct != nil || products.contains { $0.name == .service }
    }

    private func statusClues() -> [Clue] {
        var clues: [Clue] = []
        var examined: [Int: Int] = [:]
        let isWriting = hints.contains { $0.name == "writing" }
        for found in StatusReader.statuses(in: text, alsoAlone: circumstances.isAboutConfluence) {
            let name = "status-\(found.status)"
            examined[found.status, default: 0] += 1
            guard examined[found.status, default: 0] <= Self.mostLooks, !clues.contains(where: { $0.name == name }),
                !isForeign(found.range)
            else { continue }
            let address = owner(of: found.range)
            // A page has few properties, and whoever keeps one asks first whether it is there.
            if found.status == 404, address?.path.contains("/property/") ?? false { continue }
            if !circumstances.isAboutConfluence, let address, address.owner == .unknown { continue }
            guard
                let row = StatusRow.atOddAddress(found.status, at: address)
                    ?? StatusRow.row(
                        for: found.status, on: circumstances.deployment, at: address, isWriting: isWriting)
            else { continue }
            clues.append(
                Clue(
                    name: name, strength: row.strength, shares: adjusted(row.shares, at: address),
                    meaning: row.meaning, range: found.range, isStatus: true, trust: isWarning(found.range) ? 0.7 : 1))
        }
        return clues
    }

    // MARK: What makes some causes likelier

    private func adjusted(_ shares: [CauseID: Double], at address: AddressClue? = nil) -> [CauseID: Double] {
        guard shares.count > 1 else { return shares }
        var adjusted = shares
        for hint in hints {
            for (cause, factor) in hint.factors where adjusted[cause] != nil { adjusted[cause, default: 0] *= factor }
        }
        for setting in settings {
            for (cause, factor) in setting.factors where adjusted[cause] != nil {
                adjusted[cause, default: 0] *= factor
            }
        }
        if circumstances.deployment == .dataCenter {
            for cause in [CauseID.passwordOnCloud, .scopedTokenOnSite, .scopeMissing, .ipAllowlist, .unknownSite] {
                adjusted[cause] = nil
            }
        }
        if circumstances.deployment == .cloud {
            for cause in [CauseID.v2OnDataCenter, .captcha, .directoryDown, .seatLapsed, .pageUnreconciled] {
                adjusted[cause] = nil
            }
        }
        if circumstances.deployment == .cloud, adjusted[.proxyInterception] != nil {
            // Atlassian's own certificates are trusted everywhere: whose isn't, is somebody's on the way.
            adjusted[.proxyInterception, default: 0] *= 4
        }
        if let address, address.host?.hasSuffix(".atlassian.net") ?? false, address.path.hasPrefix("/rest/api/"),
            adjusted[.basePath] != nil
        {
            adjusted[.basePath, default: 0] *= 5
        }
        if circumstances.deployment == .cloud, !(address?.isGateway ?? false), scheme == .bearer,
            adjusted[.wrongScheme] != nil
        {
            // An API token that goes along as Bearer is never taken, however good it is.
            adjusted[.wrongScheme, default: 0] *= 2
        }
        if address?.isGateway ?? false {
            adjusted[.scopedTokenOnSite] = nil
            // At the gateway the path before /rest holds the site's id and nothing else that could be wrong.
            if let share = adjusted.removeValue(forKey: .basePath) { adjusted[.gatewayCloudID] = share }
            adjusted[.hostingMismatch] = nil
            if adjusted[.tokenRevoked] != nil { adjusted[.scopeMissing] = 0.45 }
        }
        // In one order, since sums depend on it: what is read of a text must be the same in every run.
        let total = adjusted.values.sorted().reduce(0, +)
        return total > 0 ? adjusted.mapValues { $0 / total } : shares
    }
}

extension ClueReader {
    /// The way of logging in that the text shows, or else the one that is usual on its deployment.
    var scheme: Authentication.Scheme {
        let names = Set(hints.map(\.name))
        if names.contains("bearer"), !names.contains("basic") { return .bearer }
        if names.contains("basic"), !names.contains("bearer") { return .basic }
        return circumstances.deployment == .dataCenter ? .bearer : .basic
    }
}
