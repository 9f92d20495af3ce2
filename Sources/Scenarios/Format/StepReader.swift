import ConfluenceModel
import Documents
import SiteFiles

/// Reads one step of a scenario.
struct StepReader: Sendable, Hashable {
    /// The names of the scenario's configurations; `nil` where they are not known for a mistake in them.
    let configurations: [String]?
    let sites: [String]
    let receivers: [String]
    let vocabulary: ScenarioVocabulary

    /// A step whose placeholders may still stand in it; what is wrong with it is noted.
    func read(_ node: DocumentNode, _ mistakes: inout Mistakes) -> ScenarioStep? {
        let step = mistakes.attempt { () throws(DocumentError) in
            try PlaceholderProbe.read(node, vocabulary) { node throws(DocumentError) in try read(node) }
        }
        guard var step else { return nil }
        step.node = node
        if case .forEach(var loop) = step.action {
            // As written, not as tried: the list may be one that only the run knows.
            let fields = try? node.mapping()
            let elements = (try? fields?["for-each"]?.mapping().entries.first?.value) ?? nil
            if let elements { loop.elements = elements }
            loop.steps = ((try? fields?.list("do")) ?? []).compactMap { read($0, &mistakes) }
            step.action = .forEach(loop)
        }
        return step
    }

    /// A step as it stands.
    func read(_ node: DocumentNode) throws(DocumentError) -> ScenarioStep {
        let kind = try kind(of: node)
        let fields = try node.mapping(keys: Self.keys[kind, default: []] + StepOptions.keys)
        var step = ScenarioStep(action: try action(kind, fields), node: node)
        try StepOptions.read(fields, into: &step, vocabulary: vocabulary)
        switch kind {
        case .tool: step.expectation = try ExpectationReader.answer(fields["expect"])
        case .http: step.expectation = try ExpectationReader.response(fields["expect"])
        default: break
        }
        step.captures = try CaptureReader.read(fields["capture"])
        step.differences = try StepOptions.differences(fields["differences"], vocabulary)
        step.site = try site(kind == .site || kind == .expectSite ? fields : nested(kind, fields))
        return step
    }

    /// What each kind of step may hold besides the words that all of them may.
    private static let keys: [StepKind: [String]] = [
        .tool: ["tool", "arguments", "configuration", "expect", "capture", "differences"],
        .http: ["http", "expect", "capture"],
        .site: ["site", "on"],
        .expectSite: ["expect-site", "on"],
        .diagnose: ["diagnose"],
        .explain: ["explain"],
        .browserLogin: ["browser-login"],
        .expectDelivery: ["expect-delivery", "capture"],
        .forEach: ["for-each", "do"],
    ]

    private func kind(of node: DocumentNode) throws(DocumentError) -> StepKind {
        let kinds = StepKind.allCases.map(\.rawValue)
        let mapping = try node.mapping()
        let present = mapping.entries.map(\.key).filter(kinds.contains)
        guard present.count == 1, let kind = present.first.flatMap(StepKind.init(rawValue:)) else {
            if present.count > 1 {
                throw node.error("a step does one thing, found \(present.joined(separator: " and "))")
            }
            if let unknown = mapping.entries.first(where: { NearestWord.find(for: $0.key, in: kinds) != nil }) {
                throw unknown.error(DocumentNode.unknown("key", unknown.key, among: kinds))
            }
            throw node.error("the step must have one of the keys \(kinds.joined(separator: ", "))")
        }
        return kind
    }

    private func action(_ kind: StepKind, _ fields: DocumentMapping) throws(DocumentError) -> ScenarioStep.Action {
        switch kind {
        case .tool:
            let arguments = fields["arguments"]
            _ = try arguments?.mapping()
            return .tool(
                name: try toolName(fields.required("tool"), among: vocabulary.callable), arguments: arguments,
                configuration: try configuration(fields))
        case .site: return .site(try SiteActReader.read(fields.required("site")))
        case .http: return .http(try RequestReader.read(fields.required("http")))
        case .expectSite: return .expectSite(try EffectReader.read(fields.required("expect-site")))
        case .diagnose: return .diagnose(try diagnosis(fields["diagnose"]))
        case .explain:
            let question = try fields.required("explain").mapping(keys: ["text", "expect"])
            return .explain(
                ExplanationQuestion(
                    text: try question.required("text").text(),
                    expectation: try ExpectationReader.diagnosis(question["expect"], vocabulary: vocabulary)))
        case .browserLogin:
            return .browserLogin(
                user: try fields.required("browser-login").mapping(keys: ["user", "on"]).required("user").text())
        case .expectDelivery:
            return .expectDelivery(try DeliveryReader.read(fields.required("expect-delivery"), receivers: receivers))
        case .forEach: return .forEach(try loop(fields))
        }
    }

    /// A diagnosis that stands in a step, or at the scenario's end.
    private func diagnosis(_ node: DocumentNode?) throws(DocumentError) -> DiagnosisQuestion {
        guard let node else { return DiagnosisQuestion(tools: [], expectation: DiagnosisExpectation()) }
        let fields = try node.mapping(keys: ["configuration", "tools", "space", "page", "expect"])
        var tools: [String] = []
        for tool in try fields.list("tools") { tools.append(try toolName(tool, among: vocabulary.tools)) }
        return DiagnosisQuestion(
            configuration: try configuration(fields), tools: tools, spaceKey: try fields.text("space"),
            pageID: try fields.text("page"),
            expectation: try ExpectationReader.diagnosis(fields["expect"], vocabulary: vocabulary)
        )
    }

    private func loop(_ fields: DocumentMapping) throws(DocumentError) -> Loop {
        let node = try fields.required("for-each")
        let entries = try node.mapping().entries
        guard entries.count == 1, let entry = entries.first else {
            throw node.error("one name and its list are expected, such as {issue: \"{{data.issues}}\"}")
        }
        if let message = PlaceholderName.problem(with: entry.key, of: "variable") { throw entry.error(message) }
        _ = try entry.value.list()
        let steps = try fields.required("do")
        guard try !steps.list().isEmpty else { throw steps.error("at least one step is expected") }
        return Loop(variable: entry.key, elements: entry.value)
    }

    /// The mapping of a step's own word, where such a word has one.
    private func nested(_ kind: StepKind, _ fields: DocumentMapping) -> DocumentMapping? {
        guard kind == .http || kind == .browserLogin else { return nil }
        return try? fields[kind.rawValue]?.mapping()
    }

    private func site(_ fields: DocumentMapping?) throws(DocumentError) -> String? {
        guard let node = fields?["on"] else { return nil }
        let name = try node.text()
        guard sites.isEmpty || sites.contains(name) else {
            throw node.error(DocumentNode.unknown("site", name, among: sites))
        }
        return name
    }

    private func toolName(_ node: DocumentNode, among tools: [String]) throws(DocumentError) -> String {
        let name = try node.text()
        guard tools.contains(name) else { throw node.error(DocumentNode.unknown("tool", name, among: tools)) }
        return name
    }

    private func configuration(_ fields: DocumentMapping) throws(DocumentError) -> String? {
        guard let node = fields["configuration"] else { return nil }
        let name = try node.text()
        if let configurations, !configurations.contains(name) {
            throw node.error(DocumentNode.unknown("configuration", name, among: configurations))
        }
        return name
    }
}
