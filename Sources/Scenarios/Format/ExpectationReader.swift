import ConfluenceModel
import ConfluenceWire
import Documents

/// Reads the `expect` part of tool and http steps.
enum ExpectationReader {
    private static let commonKeys = [
        "json", "schema", "snapshot", "journal-contains", "within", "requests", "never",
    ]
    static let answerKeys =
        ["answer-contains", "answer-lacks", "answer-equals", "answer-matches", "fails", "error-type"] + commonKeys
    static let responseKeys =
        ["status", "headers", "body-contains", "body-lacks", "body-equals", "body-matches"] + commonKeys

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
        try readContent(fields, "answer", into: &expectation)
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
            expectation.headers.append(try header(entry))
        }
        try readContent(fields, "body", into: &expectation)
        return expectation
    }

    /// A text that a header must contain, or a matcher; `optional` beside its words is for headers that may be absent.
    private static func header(
        _ entry: DocumentNode.Entry
    ) throws(DocumentError) -> AnswerExpectation.HeaderExpectation {
        guard case .mapping(let entries) = entry.value.content else {
            return .init(name: entry.key, contains: try entry.value.text())
        }
        var matcher = entry.value
        matcher.content = .mapping(entries.filter { $0.key != "optional" })
        guard case .matching(let value) = try MatcherReader.read(matcher) else {
            throw entry.value.error(
                "a text or a matcher is expected, such as {matches: \"^[0-9]+$\"}, with optional: true beside it or without"
            )
        }
        let isOptional = try entry.value.mapping(keys: MatcherReader.words + ["optional"]).bool("optional") ?? false
        return .init(name: entry.key, value: .matching(value), isOptional: isOptional)
    }

    /// - Parameter word: What the keys of texts begin with.
    private static func readContent(
        _ fields: DocumentMapping, _ word: String, into expectation: inout AnswerExpectation
    ) throws(DocumentError) {
        expectation.contains = try texts(fields["\(word)-contains"])
        expectation.lacks = try texts(fields["\(word)-lacks"])
        expectation.equals = fields.entries.first { $0.key == "\(word)-equals" }?.value.json
        expectation.matches = try pattern(fields["\(word)-matches"])
        expectation.json = try paths(fields["json"])
        expectation.schema = try SchemaExpectationReader.read(fields["schema"])
        expectation.snapshot = try snapshot(fields["snapshot"])
        expectation.journal = try texts(fields["journal-contains"])
        if let node = fields["within"] {
            let milliseconds = try node.milliseconds()
            guard milliseconds > 0 else { throw node.error("a time above zero is expected") }
            expectation.within = .milliseconds(milliseconds)
        }
        expectation.requests = try RequestExpectationReader.read(fields["requests"])
        for node in try fields.list("never") { expectation.never.append(try node.word(Forbidden.self)) }
    }

    private static func snapshot(_ node: DocumentNode?) throws(DocumentError) -> SnapshotExpectation? {
        guard let node else { return nil }
        let name = try node.text()
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }), name.first != "."
        else {
            throw node.error("the name of a snapshot has letters, digits, - and _ only, as it becomes that of a file")
        }
        let path = ScenarioPath.resolve("snapshots/\(name).txt", beside: node.file)
        return SnapshotExpectation(name: name, path: path)
    }

    /// A text, or a list of them.
    static func texts(_ node: DocumentNode?) throws(DocumentError) -> [String] {
        guard let node else { return [] }
        guard case .list(let elements) = node.content else { return [try node.text()] }
        var texts: [String] = []
        for element in elements { texts.append(try element.text()) }
        return texts
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

    /// Ways into the answer, and what must stand at their ends.
    static func paths(_ node: DocumentNode?) throws(DocumentError) -> [AnswerExpectation.JSONExpectation] {
        var expectations: [AnswerExpectation.JSONExpectation] = []
        for entry in try node?.mapping().entries ?? [] {
            do throws(JSONPath.Malformed) {
                let path = try JSONPath(parsing: entry.key)
                expectations.append(.init(path: path, value: .equal(.null)))
            } catch {
                throw entry.error(error.message)
            }
            expectations[expectations.count - 1].value = try MatcherReader.read(entry.value)
        }
        return expectations
    }
}
