import ConfluenceModel
import Documents
import SiteFiles

/// Reads one scenario of a file, in which the matrix is filled in, and notes each mistake.
struct ScenarioReading {
    let combination: MatrixCombination
    /// The file as it was written, for the axes that its name shows by itself.
    let written: DocumentNode
    let vocabulary: ScenarioVocabulary
    var mistakes: Mistakes

    mutating func read(_ node: DocumentNode) -> Scenario? {
        guard let fields = mistakes.attempt({ () throws(DocumentError) in try node.mapping() }) else { return nil }
        mistakes.checkKeys(of: fields, among: ScenarioReader.keys)
        let toolkits = ToolkitsReader.read(fields, &mistakes)
        let sites = SitesReader.read(fields, &mistakes)
        let receivers = names(fields["receivers"], of: "receiver")
        let reader = StepReader(
            configurations: toolkits.configurations?.map(\.name), sites: sites.map(\.name), receivers: receivers,
            vocabulary: vocabulary)
        let setup = steps("setup", of: fields, reader)
        let teardown = steps("teardown", of: fields, reader)
        var steps = steps("steps", of: fields, reader)
        steps += diagnoses(fields, reader)
        var scenario = Scenario(
            file: node.file, name: name(fields) ?? "", combination: combination, sites: sites,
            credentials: toolkits.credentials, configurations: toolkits.configurations ?? [], receivers: receivers,
            setup: setup, steps: steps, teardown: teardown, reader: reader)
        scenario.live = LiveNeedsReader.read(fields["live"], &mistakes)
        if scenario.live != nil, sites.count > 1, let several = fields["live"] {
            mistakes.note(several.error("a scenario that may run on a live site has one site"))
        }
        readFacts(fields, into: &scenario)
        readValues(fields, into: &scenario)
        if steps.isEmpty, mistakes.errors.isEmpty {
            mistakes.note(node.error("a scenario without steps and without a diagnosis checks nothing"))
        }
        LiveNeedsReader.check(scenario, &mistakes)
        PlaceholderCheck(scenario: scenario, fields: fields).check(fields, &mistakes)
        return scenario
    }

    /// The name with the combination, but for the axes that the name shows by itself.
    private mutating func name(_ fields: DocumentMapping) -> String? {
        guard
            let name = mistakes.attempt({ () throws(DocumentError) in
                try fields.required("name", among: ScenarioReader.keys).text()
            })
        else { return nil }
        let written = (try? written.mapping())?["name"].flatMap { try? $0.text() } ?? ""
        var shown = combination
        shown.values.removeAll { value in
            PlaceholderText(written).names.contains { $0.split(separator: ".").dropFirst().first == value.axis[...] }
        }
        return name + (shown.label.map { " (\($0))" } ?? "")
    }

    private mutating func readFacts(_ fields: DocumentMapping, into scenario: inout Scenario) {
        scenario.question = text("question", of: fields)
        scenario.useCase = text("use-case", of: fields)
        scenario.description = text("description", of: fields)
        scenario.tags = mistakes.attempt { () throws(DocumentError) in try fields.texts("tags") } ?? []
        scenario.timeout = mistakes.attempt { () throws(DocumentError) in try fields["timeout"]?.positiveTime() } ?? nil
        for node in list("needs", of: fields) {
            let need = mistakes.attempt { () throws(DocumentError) in try node.word(ScenarioNeed.self) }
            if let need { scenario.needs.append(need) }
        }
        for node in list("never", of: fields) {
            let rule = mistakes.attempt { () throws(DocumentError) in try node.word(Forbidden.self) }
            if let rule { scenario.never.append(rule) }
        }
        scenario.drivers =
            mistakes.attempt { () throws(DocumentError) in
                try StepOptions.drivers(fields["drivers"], vocabulary)
            } ?? []
        if let driver = combination[MatrixCombination.driverAxis] {
            // An axis of drivers narrows what the scenario says of itself.
            scenario.drivers = scenario.isFor(driver: driver) ? [driver] : scenario.drivers
        }
        scenario.knownDefect =
            mistakes.attempt { () throws(DocumentError) in try KnownDefectReader.read(fields["known-defect"]) } ?? nil
    }

    private mutating func readValues(_ fields: DocumentMapping, into scenario: inout Scenario) {
        for node in list("arrange", of: fields) {
            let act = mistakes.attempt { () throws(DocumentError) in try SiteActReader.read(node) }
            if let act { scenario.arrange.append(act) }
        }
        for entry in entries("variables", of: fields) {
            if checkName(entry, "variable") {
                scenario.variables.append(ScenarioVariable(name: entry.key, node: entry.value))
            }
        }
        for entry in entries("data", of: fields) where checkName(entry, "data file") {
            let path = mistakes.attempt { () throws(DocumentError) in try entry.value.text() }
            guard let path else { continue }
            let known = [".json", ".yaml", ".yml", ".csv"]
            guard known.contains(where: path.lowercased().hasSuffix) else {
                mistakes.note(entry.value.error("a file ending in \(known.joined(separator: ", ")) is expected"))
                continue
            }
            scenario.dataFiles.append(
                DataFile(
                    name: entry.key, path: ScenarioPath.resolve(path, beside: entry.value.file), namedBy: entry.value))
        }
    }

    private mutating func steps(_ key: String, of fields: DocumentMapping, _ reader: StepReader) -> [ScenarioStep] {
        list(key, of: fields).compactMap { reader.read($0, &mistakes) }
    }

    /// The closing diagnosis, or several of them, as the scenario's last steps.
    private mutating func diagnoses(_ fields: DocumentMapping, _ reader: StepReader) -> [ScenarioStep] {
        guard let entry = fields.entries.first(where: { $0.key == "diagnose" }) else { return [] }
        var nodes = [entry.value]
        if case .list(let elements) = entry.value.content { nodes = elements }
        return nodes.compactMap { node in
            var step = node
            step.content = .mapping([.init(key: "diagnose", keyPlace: entry.keyPlace, value: node)])
            return reader.read(step, &mistakes)
        }
    }

    private mutating func text(_ key: String, of fields: DocumentMapping) -> String? {
        mistakes.attempt { () throws(DocumentError) in try fields.text(key) } ?? nil
    }

    private mutating func list(_ key: String, of fields: DocumentMapping) -> [DocumentNode] {
        mistakes.attempt { () throws(DocumentError) in try fields.list(key) } ?? []
    }

    private mutating func entries(_ key: String, of fields: DocumentMapping) -> [DocumentNode.Entry] {
        guard let node = fields[key] else { return [] }
        return mistakes.attempt { () throws(DocumentError) in try node.mapping().entries } ?? []
    }

    private mutating func names(_ node: DocumentNode?, of kind: String) -> [String] {
        var names: [String] = []
        let nodes = mistakes.attempt { () throws(DocumentError) in try node?.list() ?? [] } ?? []
        for node in nodes {
            guard let name = mistakes.attempt({ () throws(DocumentError) in try node.text() }) else { continue }
            guard checkName(DocumentNode.Entry(key: name, value: node), kind) else { continue }
            if names.contains(name) { mistakes.note(node.error("the \(kind) “\(name)” stands twice in the list")) }
            names.append(name)
        }
        return names
    }

    /// Whether a name can stand in a placeholder; another one is noted.
    private mutating func checkName(_ entry: DocumentNode.Entry, _ kind: String) -> Bool {
        guard let message = PlaceholderName.problem(with: entry.key, of: kind) else { return true }
        mistakes.note(entry.error(message))
        return false
    }
}
