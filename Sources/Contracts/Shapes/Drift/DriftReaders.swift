package import Documents

/// Who reads which place of an answer: the toolkit, and the laws and scenarios whose files were read.
package struct DriftReaders: Sendable, Hashable {
    /// Of each endpoint the places that expectations name, each with the names of those that do.
    private var named: [String: [Place: Set<String>]] = [:]

    package init() {}

    private struct Place: Hashable {
        /// `status` and its number, `header:NAME`, or `json` and the steps of a path.
        var steps: [String]
    }

    /// A drift with the severity that its readers give it.
    func weighed(_ drift: Drift) -> Drift {
        var drift = drift
        drift.readers = []
        drift.severity = .harmless
        guard !drift.kind.isAddition else { return drift }
        if isReadByToolkit(drift) {
            drift.severity = .breaksToolkit
            drift.readers.append("the toolkit")
        }
        let names = namers(of: drift)
        if drift.severity == .harmless, !names.isEmpty { drift.severity = .breaksScenario }
        drift.readers += names
        return drift
    }

    private func isReadByToolkit(_ drift: Drift) -> Bool {
        let endpoint = drift.exchange.endpoint
        switch drift.kind {
        case .statusChanged, .bodyChanged: return ToolkitReads.calls(endpoint)
        case .statusAdded: return ToolkitReads.calls(endpoint) && drift.exchange.status >= 300
        case .headerRemoved, .headerOptional, .headerChanged:
            return ToolkitReads.calls(endpoint) && ToolkitReads.headers.contains(drift.path)
        case .wordingChanged: return false
        default:
            return drift.exchange.status < 400
                ? ToolkitReads.read(drift.path, of: endpoint)
                : ToolkitReads.calls(endpoint) && ToolkitReads.readOfRefusal(drift.path)
        }
    }

    private func namers(of drift: Drift) -> [String] {
        guard let places = named[drift.exchange.endpoint] else { return [] }
        let names: Set<String>
        switch drift.kind {
        case .statusChanged: names = places[Place(steps: ["status", String(drift.exchange.status)])] ?? []
        case .statusAdded: names = []
        case .bodyChanged: names = places.values.reduce(into: []) { $0.formUnion($1) }
        case .headerRemoved, .headerOptional, .headerChanged:
            names = places[Place(steps: ["header:" + drift.path.lowercased()])] ?? []
        default:
            let steps = ["json"] + ShapeText.steps(of: drift.path)
            names = places.filter { $0.key.steps.starts(with: steps) }.values.reduce(into: []) { $0.formUnion($1) }
        }
        return names.sorted()
    }

    // MARK: Reading

    /// Takes note of what the expectations of a file of laws or of a scenario name.
    package mutating func note(_ document: DocumentNode) {
        note(document, name: Self.text("name", of: document) ?? Self.text("family", of: document) ?? document.file)
    }

    private mutating func note(_ node: DocumentNode, name: String) {
        switch node.content {
        case .list(let nodes): for node in nodes { note(node, name: name) }
        case .mapping(let entries):
            let inner = Self.text("id", of: node).map { "\(name)/\($0)" } ?? name
            if let http = entries.first(where: { $0.key == "http" })?.value,
                let expect = entries.first(where: { $0.key == "expect" })?.value,
                let path = Self.text("path", of: http)
            {
                let method = Self.text("method", of: http) ?? "GET"
                note(expect, of: "\(method) \(PathTemplates.template(of: Self.place(path)))", name: inner)
            }
            for entry in entries { note(entry.value, name: inner) }
        default: break
        }
    }

    private mutating func note(_ expect: DocumentNode, of endpoint: String, name: String) {
        guard case .mapping(let entries) = expect.content else { return }
        for entry in entries {
            switch (entry.key, entry.value.content) {
            case ("status", .integer(let status)): add(["status", String(status)], endpoint, name)
            case ("headers", .mapping(let headers)):
                for header in headers { add(["header:" + header.key.lowercased()], endpoint, name) }
            case ("json", .mapping(let members)):
                for member in members { add(["json"] + Self.steps(of: member.key), endpoint, name) }
            default: break
            }
        }
    }

    private mutating func add(_ steps: [String], _ endpoint: String, _ name: String) {
        named[endpoint, default: [:]][Place(steps: steps), default: []].insert(name)
    }

    /// A path without its query, in which a placeholder stands for some name.
    private static func place(_ path: String) -> String {
        String(path.prefix { $0 != "?" }).replacing(/\{\{[^}]*\}\}/, with: "1")
    }

    /// The steps of a scenario's path: any element of a list is as good as all.
    private static func steps(of path: String) -> [String] {
        let plain = path.replacing(/\[[^\]']*\]/, with: "[*]").replacing(/\['([^']*)'\]/) { "." + $0.output.1 }
            .replacing(/\.?length\(\)$/, with: "")
        return ShapeText.steps(of: plain)
    }

    private static func text(_ key: String, of node: DocumentNode) -> String? {
        guard case .mapping(let entries) = node.content else { return nil }
        return try? entries.first { $0.key == key }?.value.text()
    }
}
