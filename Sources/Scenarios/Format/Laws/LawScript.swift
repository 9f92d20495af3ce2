import ConfluenceModel
import Documents

/// Writes a law down as the document of a scenario for one interface.
struct LawScript {
    let law: Law
    let idNode: DocumentNode
    /// All interfaces that the law is stated for.
    let apis: [SiteAPI]
    var mistakes: Mistakes

    init(law: Law, idNode: DocumentNode, apis: [SiteAPI], mistakes: Mistakes) {
        self.law = law
        self.idNode = idNode
        self.apis = apis
        self.mistakes = mistakes
    }

    mutating func document(_ family: DocumentMapping, _ fields: DocumentMapping) -> DocumentNode? {
        guard let site = site(family), let filling = filling(family, fields) else { return nil }
        // A family may hold for more interfaces than this law does.
        let given = steps("given", of: family, among: SiteAPI.allCases, filling)
        let setup = steps("setup", of: fields, among: apis, filling)
        var entries = [
            entry("version", .integer(ScenarioReader.formatVersion)),
            entry("name", .string("\(law.family)/\(law.id)")),
            entry("description", .string(law.says)),
            entry("tags", .list(tags.map { idNode.holding(.string($0)) })),
            entry("drivers", .list(["native", "http"].map { idNode.holding(.string($0)) })),
            DocumentNode.Entry(key: "site", value: site),
        ]
        if !law.isForSimulatorAlone { entries.append(entry("live", .mapping(live))) }
        entries.append(entry("setup", .list(given + setup)))
        entries.append(entry("steps", .list(steps("steps", of: fields, among: apis, filling))))
        entries.append(entry("teardown", .list(steps("teardown", of: fields, among: apis, filling))))
        return idNode.holding(.mapping(entries))
    }

    /// What it may need of a live site; which accounts it is follows from its requests.
    private var live: [DocumentNode.Entry] {
        [
            entry("accounts", .list(LawAccount.allCases.map { idNode.holding(.string($0.rawValue)) })),
            entry("writes", .bool(law.writes)),
            entry("space", .string(Self.scratchSpace)),
            entry("hosting", .string(law.api.deployment.rawValue)),
        ]
    }

    /// The space of the simulated sites in which laws may write.
    static let scratchSpace = "LAW"

    private var tags: [String] { ["law", law.family, law.api.rawValue, law.writes ? "writes" : "read-only"] }

    private func entry(_ key: String, _ content: DocumentNode.Content) -> DocumentNode.Entry {
        DocumentNode.Entry(key: key, value: idNode.holding(content))
    }

    /// The simulated site that the law is tried on by itself.
    private mutating func site(_ family: DocumentMapping) -> DocumentNode? {
        mistakes.attempt { () throws(DocumentError) in
            let kinds = [DeploymentKind.cloud, .dataCenter].map(\.rawValue)
            let sites = try family.required("sites", among: LawFamilyReader.keys).mapping(keys: kinds)
            let key = law.api.deployment.rawValue
            guard let site = sites[key] else {
                throw sites.node.error("the law \(law.id) is for \(law.api.rawValue), and there is no site “\(key)”")
            }
            return site
        }
    }

    /// What the words of the family and of the law stand for on this interface.
    private mutating func filling(_ family: DocumentMapping, _ fields: DocumentMapping) -> MatrixFilling? {
        var values: [String: DocumentNode] = [:]
        for (mapping, among) in [(family, SiteAPI.allCases), (fields, apis)] {
            guard let node = mapping["words"] else { continue }
            guard let words = mistakes.attempt({ () throws(DocumentError) in try node.mapping() }) else { return nil }
            for word in words.entries {
                if let message = PlaceholderName.problem(with: word.key, of: "word") {
                    mistakes.note(word.error(message))
                    continue
                }
                let value = mistakes.attempt { () throws(DocumentError) in
                    try LawVariants.value(of: word.value, on: law.api, among: among)
                }
                if let value { values[word.key] = value }
            }
        }
        return MatrixFilling(values: values, root: .word)
    }

    /// The steps of a list, or of the list that is for this interface, with the words filled in.
    private mutating func steps(
        _ key: String, of fields: DocumentMapping, among apis: [SiteAPI], _ filling: MatrixFilling
    ) -> [DocumentNode] {
        guard let node = fields[key] else { return [] }
        let steps = mistakes.attempt { () throws(DocumentError) in
            guard let variant = try LawVariants.value(of: node, on: law.api, among: apis) else {
                guard key == "steps" else { return [DocumentNode]() }
                throw node.error("there are no steps for \(law.api.rawValue), which the law is stated for")
            }
            return try variant.list()
        }
        var filled: [DocumentNode] = []
        for step in steps ?? [] {
            let step = mistakes.attempt { () throws(DocumentError) in
                let step = try filling.fill(step)
                try LawPlaceholders.check(step)
                return step
            }
            if let step { filled.append(step) }
        }
        return filled
    }
}

extension DocumentNode {
    /// Another value at the same place.
    fileprivate func holding(_ content: Content) -> DocumentNode {
        var node = self
        node.content = content
        return node
    }
}
