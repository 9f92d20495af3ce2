package import ConfluenceWire

/// What a tool call or a raw request must answer; an absent part asks for nothing.
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
    package var status: Int64?
    package var headers: [HeaderExpectation] = []
    package var journal: [String] = []

    /// One place in an answer, and the value that must stand there.
    package struct JSONExpectation: Sendable, Hashable {
        package var path: JSONPath
        package var value: JSON
    }

    package struct HeaderExpectation: Sendable, Hashable {
        package var name: String
        package var contains: String
    }
}

extension AnswerExpectation {
    /// What of the expected does not hold for a tool's answer, each as a sentence with what was seen instead.
    func problems(of answer: ToolAnswer) -> [String] {
        var problems: [String] = []
        switch answer {
        case .failure(let type, let message):
            if fails == false || (fails == nil && !looksAtContent) {
                problems.append("the tool failed, where an answer was expected: \(type): \(message)")
            }
            if let errorType, errorType != type { problems.append("the tool raised \(type), expected \(errorType)") }
        case .value:
            if fails == true || errorType != nil {
                problems.append("the tool answered, where a failure was expected\(errorType.map { " (\($0))" } ?? "")")
            }
        }
        return problems + contentProblems(text: answer.text, value: answer.value)
    }

    /// What of the expected does not hold for the answer to a raw request.
    func problems(of response: Response) -> [String] {
        var problems: [String] = []
        if let status, Int64(response.status) != status {
            problems.append("the site answered \(response.status), expected \(status)")
        }
        for header in headers {
            let values = response.headers.values(header.name)
            if !values.contains(where: { $0.contains(header.contains) }) {
                let seen = values.isEmpty ? "it is absent" : "it is “\(values.joined(separator: ", "))”"
                problems.append("the header \(header.name) should hold “\(header.contains)”, and \(seen)")
            }
        }
        return problems + contentProblems(text: response.text, value: try? JSONReader.read(response.body))
    }

    private var looksAtContent: Bool {
        !contains.isEmpty || !lacks.isEmpty || equals != nil || matches != nil || !json.isEmpty
    }

    private func contentProblems(text: String, value: JSON?) -> [String] {
        var problems: [String] = []
        for part in contains where !text.contains(part) {
            problems.append("the answer should contain “\(part)”, and does not")
        }
        for part in lacks where text.contains(part) {
            problems.append("the answer should not contain “\(part)”, and does")
        }
        if let equals, value.map({ $0.means(equals) }) != true {
            problems.append("the answer should be \(equals.compactText)")
        }
        if let matches, (try? Regex(matches).firstMatch(in: text)) == nil {
            problems.append("the answer should match the pattern \(matches), and does not")
        }
        for expected in json {
            guard let found = value.flatMap({ expected.path.value(in: $0) }) else {
                problems.append("the answer has nothing at \(expected.path), expected \(expected.value.compactText)")
                continue
            }
            if !found.means(expected.value) {
                problems.append(
                    "the answer has \(found.compactText) at \(expected.path), expected \(expected.value.compactText)")
            }
        }
        return problems
    }
}

extension JSON {
    /// Whether two values are the same to a person: the order of keys and the way a number is written don't count.
    func means(_ other: JSON) -> Bool {
        switch (self, other) {
        case (.array(let mine), .array(let theirs)):
            mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.means($1) }
        case (.object(let mine), .object(let theirs)):
            mine.count == theirs.count
                && mine.allSatisfy { member in theirs[member.key].map { member.value.means($0) } == true }
        case (.integer, .number), (.number, .integer): doubleValue == other.doubleValue
        default: self == other
        }
    }
}
