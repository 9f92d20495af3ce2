import ConfluenceModel
import ConfluenceWire
import Documents
import SiteFiles

/// Reads one step of a scenario.
struct StepReader {
    /// The names of the scenario's configurations, of which a step may name one.
    let configurations: [String]
    let vocabulary: ScenarioVocabulary

    private static let kinds = ["tool", "site", "http", "expect-site", "diagnose"]

    func read(_ node: DocumentNode) throws(DocumentError) -> ScenarioStep {
        let mapping = try node.mapping()
        let present = mapping.entries.map(\.key).filter(Self.kinds.contains)
        guard present.count == 1, let kind = present.first else {
            if present.count > 1 {
                throw node.error("a step does one thing, found \(present.joined(separator: " and "))")
            }
            if let unknown = mapping.entries.first(where: { NearestWord.find(for: $0.key, in: Self.kinds) != nil }) {
                throw DocumentError(
                    file: node.file, line: unknown.keyPlace.line, column: unknown.keyPlace.column,
                    field: unknown.value.field,
                    message: DocumentNode.unknown("key", unknown.key, among: Self.kinds))
            }
            throw node.error("the step must have one of the keys \(Self.kinds.joined(separator: ", "))")
        }
        switch kind {
        case "tool": return try tool(node)
        case "http": return try http(node)
        case "site":
            let fields = try node.mapping(keys: ["site"])
            return step(.site(try SiteActReader.read(fields.required("site"))), node)
        case "expect-site":
            let fields = try node.mapping(keys: ["expect-site"])
            return step(.expectSite(try EffectReader.read(fields.required("expect-site"))), node)
        default:
            let fields = try node.mapping(keys: ["diagnose"])
            return step(.diagnose(try diagnosis(fields["diagnose"])), node)
        }
    }

    /// A diagnosis that stands in a step, or at the scenario's end.
    func diagnosis(_ node: DocumentNode?) throws(DocumentError) -> DiagnosisQuestion {
        guard let node else { return DiagnosisQuestion(tools: [], expectation: DiagnosisExpectation()) }
        let fields = try node.mapping(keys: ["configuration", "tools", "space", "page", "expect"])
        var tools: [String] = []
        for tool in try fields.list("tools") { tools.append(try toolName(tool)) }
        return DiagnosisQuestion(
            configuration: try configuration(fields), tools: tools, spaceKey: try fields.text("space"),
            pageID: try fields.text("page"),
            expectation: try ExpectationReader.diagnosis(fields["expect"], vocabulary: vocabulary)
        )
    }

    private func tool(_ node: DocumentNode) throws(DocumentError) -> ScenarioStep {
        let fields = try node.mapping(keys: ["tool", "arguments", "configuration", "expect", "timeout"])
        let arguments = fields["arguments"]
        _ = try arguments?.mapping()
        let action = ScenarioStep.Action.tool(
            name: try toolName(fields.required("tool")), arguments: arguments, configuration: try configuration(fields))
        return step(
            action, node, expectation: try ExpectationReader.answer(fields["expect"]), timeout: try timeout(fields))
    }

    private func http(_ node: DocumentNode) throws(DocumentError) -> ScenarioStep {
        let fields = try node.mapping(keys: ["http", "expect", "timeout"])
        let request = try fields.required("http").mapping(keys: ["method", "path", "as", "body"])
        let path = try request.required("path")
        guard try path.text().hasPrefix("/") else { throw path.error("a path below the site's address begins with /") }
        let method = try request.text("method") ?? "GET"
        let methods: [Request.Method] = [.get, .head, .post, .put, .delete, .options]
        if let node = request["method"], !methods.contains(where: { $0.rawValue == method }) {
            throw node.error(DocumentNode.unknown("method", method, among: methods.map(\.rawValue)))
        }
        let raw = ScenarioStep.RawRequest(
            method: Request.Method(rawValue: method), path: try path.text(), account: try request.text("as"),
            body: request["body"])
        return step(
            .http(raw), node, expectation: try ExpectationReader.response(fields["expect"]),
            timeout: try timeout(fields))
    }

    private func toolName(_ node: DocumentNode) throws(DocumentError) -> String {
        let name = try node.text()
        guard vocabulary.tools.contains(name) else {
            throw node.error(DocumentNode.unknown("tool", name, among: vocabulary.tools))
        }
        return name
    }

    private func configuration(_ fields: DocumentMapping) throws(DocumentError) -> String? {
        guard let node = fields["configuration"] else { return nil }
        let name = try node.text()
        guard configurations.contains(name) else {
            throw node.error(DocumentNode.unknown("configuration", name, among: configurations))
        }
        return name
    }

    private func timeout(_ fields: DocumentMapping) throws(DocumentError) -> Duration? {
        guard let node = fields["timeout"] else { return nil }
        let seconds = try node.seconds()
        guard seconds > 0 else { throw node.error("a time above zero is expected") }
        return .seconds(seconds)
    }

    private func step(
        _ action: ScenarioStep.Action,
        _ node: DocumentNode,
        expectation: AnswerExpectation = AnswerExpectation(),
        timeout: Duration? = nil
    ) -> ScenarioStep {
        ScenarioStep(action: action, expectation: expectation, timeout: timeout, node: node)
    }
}
