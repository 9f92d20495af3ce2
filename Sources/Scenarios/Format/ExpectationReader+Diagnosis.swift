import ConfluenceModel
import Documents

/// Reads what a diagnosis must say.
extension ExpectationReader {
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
}
