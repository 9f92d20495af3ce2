import ConfluenceModel
import ConfluenceWire
import Documents

/// Reads the `expect` part of steps and diagnoses.
enum ExpectationReader {
    static let answerKeys = [
        "answer-contains", "answer-lacks", "answer-equals", "answer-matches", "fails", "error-type", "json",
        "journal-contains",
    ]
    static let responseKeys = [
        "status", "headers", "body-contains", "body-lacks", "body-matches", "json", "journal-contains",
    ]

    /// What a tool must answer.
    static func answer(_ node: DocumentNode?) throws(DocumentError) -> AnswerExpectation {
        guard let node else { return AnswerExpectation() }
        let fields = try node.mapping(keys: answerKeys)
        var expectation = AnswerExpectation()
        expectation.fails = try fields.bool("fails")
        expectation.errorType = try fields.text("error-type")
        if expectation.errorType != nil {
            if expectation.fails == false, let fails = fields["fails"] {
                throw fails.error("a tool that must not fail has no error-type")
            }
            expectation.fails = true
        }
        expectation.contains = try texts(fields["answer-contains"])
        expectation.lacks = try texts(fields["answer-lacks"])
        expectation.equals = fields.entries.first { $0.key == "answer-equals" }?.value.json
        expectation.matches = try pattern(fields["answer-matches"])
        expectation.json = try paths(fields["json"])
        expectation.journal = try texts(fields["journal-contains"])
        return expectation
    }

    /// What the site must answer to a raw request.
    static func response(_ node: DocumentNode?) throws(DocumentError) -> AnswerExpectation {
        guard let node else { return AnswerExpectation() }
        let fields = try node.mapping(keys: responseKeys)
        var expectation = AnswerExpectation()
        expectation.status = try fields.integer("status")
        if let status = expectation.status, !(100...599).contains(status), let node = fields["status"] {
            throw node.error("an HTTP status from 100 to 599 is expected")
        }
        for entry in try fields["headers"]?.mapping().entries ?? [] {
            expectation.headers.append(.init(name: entry.key, contains: try entry.value.text()))
        }
        expectation.contains = try texts(fields["body-contains"])
        expectation.lacks = try texts(fields["body-lacks"])
        expectation.matches = try pattern(fields["body-matches"])
        expectation.json = try paths(fields["json"])
        expectation.journal = try texts(fields["journal-contains"])
        return expectation
    }

    /// What a diagnosis must say.
    static func diagnosis(
        _ node: DocumentNode?, vocabulary: ScenarioVocabulary
    ) throws(DocumentError) -> DiagnosisExpectation {
        guard let node else { return DiagnosisExpectation() }
        let fields = try node.mapping(keys: [
            "verdict", "cause", "proven", "field", "alternatives-include", "causes-exclude", "who", "evidence-contains",
            "notes-contain", "journal-contains",
        ])
        var expectation = DiagnosisExpectation()
        expectation.verdict = try fields["verdict"]?.word(DiagnosisReport.Verdict.self)
        if let node = fields["cause"] { expectation.cause = try cause(node, vocabulary) }
        expectation.isProven = try fields.bool("proven")
        expectation.field = try fields.text("field")
        expectation.alternatives = try causes(fields.list("alternatives-include"), vocabulary)
        expectation.notCauses = try causes(fields.list("causes-exclude"), vocabulary)
        expectation.fixer = try fields["who"]?.word(Fixer.self)
        expectation.evidence = try texts(fields["evidence-contains"])
        expectation.notes = try texts(fields["notes-contain"])
        expectation.journal = try texts(fields["journal-contains"])
        if expectation.verdict == .healthy, expectation.cause != nil, let node = fields["cause"] {
            throw node.error("a healthy configuration has no cause")
        }
        return expectation
    }

    /// A text, or a list of them.
    static func texts(_ node: DocumentNode?) throws(DocumentError) -> [String] {
        guard let node else { return [] }
        guard case .list(let elements) = node.content else { return [try node.text()] }
        var texts: [String] = []
        for element in elements { texts.append(try element.text()) }
        return texts
    }

    private static func causes(
        _ nodes: [DocumentNode], _ vocabulary: ScenarioVocabulary
    ) throws(DocumentError) -> [CauseID] {
        var causes: [CauseID] = []
        for node in nodes { causes.append(try cause(node, vocabulary)) }
        return causes
    }

    private static func cause(_ node: DocumentNode, _ vocabulary: ScenarioVocabulary) throws(DocumentError) -> CauseID {
        let text = try node.text()
        guard vocabulary.causes.contains(text) else {
            throw node.error(DocumentNode.unknown("cause", text, among: vocabulary.causes))
        }
        return CauseID(rawValue: text)
    }

    static func pattern(_ node: DocumentNode?) throws(DocumentError) -> String? {
        guard let node else { return nil }
        let text = try node.text()
        do {
            _ = try Regex(text)
        } catch {
            throw node.error("“\(text)” is not a regular expression: \(error)")
        }
        return text
    }

    static func paths(_ node: DocumentNode?) throws(DocumentError) -> [AnswerExpectation.JSONExpectation] {
        var expectations: [AnswerExpectation.JSONExpectation] = []
        for entry in try node?.mapping().entries ?? [] {
            do throws(JSONPath.Malformed) {
                expectations.append(.init(path: try JSONPath(parsing: entry.key), value: entry.value.json))
            } catch {
                throw DocumentError(
                    file: node?.file ?? "", line: entry.keyPlace.line, column: entry.keyPlace.column,
                    field: entry.value.field, message: error.message)
            }
        }
        return expectations
    }
}
