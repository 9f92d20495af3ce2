import ConfluenceModel
package import ConfluenceWire

/// What a step must come to: its answer, the requests it sent, its time; an absent part asks for nothing.
package struct AnswerExpectation: Sendable, Hashable {
    /// Whether the tool must raise an exception; `nil` leaves it to the other parts, and without any it must not.
    package var fails: Bool?
    /// The class of the exception.
    package var errorType: String?
    package var contains: [String] = []
    package var lacks: [String] = []
    package var equals: JSON?
    package var matches: String?
    package var json: [JSONExpectation] = []
    package var schema: SchemaExpectation?
    package var snapshot: SnapshotExpectation?
    package var status: Int64?
    package var headers: [HeaderExpectation] = []
    package var journal: [String] = []
    /// How long the step may take at most.
    package var within: Duration?
    /// One for each site that is looked at.
    package var requests: [RequestExpectation] = []
    /// What must not have happened.
    package var never: [Forbidden] = []

    /// One place in an answer, and what must stand there.
    package struct JSONExpectation: Sendable, Hashable {
        package var path: JSONPath
        package var value: ValueExpectation

        package init(path: JSONPath, value: ValueExpectation) {
            self.path = path
            self.value = value
        }

        /// What does not hold of a value; `nil` stands for an answer that is no JSON.
        func mismatches(in root: JSON?, of subject: String) -> [Mismatch] {
            let found = root.flatMap(path.value)
            let problems = value.problems(of: found, at: "\(subject) at \(path)")
            guard found == nil, let root, let end = path.end(in: root) else { return problems }
            return problems.map { Mismatch("\($0.words): \(end)") }
        }
    }

}

extension AnswerExpectation {
    /// What of the expected does not hold for a tool's answer.
    func mismatches(of answer: ToolAnswer) -> [Mismatch] {
        var problems: [Mismatch] = []
        switch answer {
        case .failure(let type, let message):
            if fails == false || (fails == nil && !looksAtContent) {
                problems.append(Mismatch("the tool failed, where an answer was expected: \(type): \(message)"))
            }
            if let errorType, errorType != type {
                problems.append(Mismatch("the tool raised \(type), expected \(errorType)"))
            }
        case .value:
            if fails == true || errorType != nil {
                let kind = errorType.map { " (\($0))" } ?? ""
                problems.append(Mismatch("the tool answered, where a failure was expected\(kind)"))
            }
        }
        return problems + contentMismatches(AnswerContent(answer))
    }

    /// What of the expected does not hold for the answer to a raw request.
    func mismatches(of response: Response) -> [Mismatch] {
        var problems: [Mismatch] = []
        if let status, Int64(response.status) != status {
            problems.append(Mismatch("the site answered \(response.status), expected \(status)"))
        }
        problems += headers.flatMap { $0.mismatches(in: response) }
        return problems + contentMismatches(AnswerContent(response))
    }

    /// What of the expected does not hold that files beside the scenario tell of: its schema and its snapshot.
    func mismatches(
        of answer: AnswerContent, shelf: ScenarioShelf, snapshotText: SnapshotText
    ) throws -> [Mismatch] {
        let unfitting = try schema?.mismatches(of: answer.structure, shelf: shelf) ?? []
        guard let snapshot else { return unfitting }
        return unfitting + snapshot.mismatches(of: snapshotText.normalised(answer.stableText), on: shelf)
    }

    private var looksAtContent: Bool {
        !contains.isEmpty || !lacks.isEmpty || equals != nil || matches != nil || !json.isEmpty || schema != nil
            || snapshot != nil
    }

    private func contentMismatches(_ answer: AnswerContent) -> [Mismatch] {
        var problems = contains.filter { !answer.text.contains($0) }.map { part in
            Mismatch("the answer should contain “\(part)”, and does not\(Self.nearMiss(part, answer.text))")
        }
        problems += lacks.filter { answer.text.contains($0) }.map { part in
            Mismatch("the answer should not contain “\(part)”, and does")
        }
        if let equals {
            if let text = equals.stringValue, answer.value?.stringValue != nil || answer.value == nil {
                if text != answer.text { problems.append(.unequal(answer.text, text, at: "the answer")) }
            } else if answer.value?.means(equals) != true {
                problems.append(.unequal(answer.value ?? .string(answer.text), equals, at: "the answer"))
            }
        }
        if let matches, !answer.text.hasMatch(for: matches) {
            problems.append(Mismatch("the answer should match the pattern \(matches), and does not"))
        }
        return problems + json.flatMap { $0.mismatches(in: answer.structure, of: "the answer") }
    }

    /// Whether a text that is missing would be there but for capitals or blanks.
    private static func nearMiss(_ part: String, _ text: String) -> String {
        if text.lowercased().contains(part.lowercased()) { return "; it is there in other capitals" }
        let words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isThere = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words)
        return isThere ? "; it is there with other blanks or line ends" : ""
    }
}

/// An answer as a text and as a value.
struct AnswerContent: Sendable, Hashable {
    let text: String
    let value: JSON?

    init(_ answer: ToolAnswer) {
        text = answer.text
        value = answer.value
    }

    init(_ response: Response) {
        text = response.text
        value = try? JSONReader.read(response.body)
    }

    /// The value that paths lead into.
    var structure: JSON? { value?.structure }

    /// The answer on several lines whose order does not change from run to run.
    var stableText: String {
        guard let value, value.stringValue == nil else { return text }
        return value.sorted.prettyText
    }
}
