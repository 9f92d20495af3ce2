package import ConfluenceModel
package import ConfluenceWire

/// What is known of a step once it was carried out, for what is expected of it.
package struct StepEvidence: Sendable {
    package var answer: Answer = .none
    /// What the sites noted while the step ran, by the names of the sites.
    package var journal: [String: [JournalLine]] = [:]
    package var elapsed: Duration = .zero

    package enum Answer: Sendable {
        case none
        case tool(ToolAnswer)
        case response(Response)
        case diagnosis(DiagnosisReport)
        case deliveries([Request])
    }

    /// The answer as a person reads it.
    package var text: String? {
        switch answer {
        case .none: nil
        case .tool(let answer): answer.text
        case .response(let response): "\(response.status) \(response.text)"
        case .diagnosis(let report): report.headline
        case .deliveries(let requests): requests.map(\.bodyText).joined(separator: "\n")
        }
    }

    /// The answer as a value; `nil` where it is none.
    package var value: JSON? {
        switch answer {
        case .tool(let answer): answer.value
        case .response(let response): try? JSONReader.read(response.body)
        case .deliveries(let requests): requests.last.flatMap { try? JSONReader.read($0.body) }
        case .none, .diagnosis: nil
        }
    }
}

extension Request {
    var bodyText: String { String(decoding: body, as: UTF8.self) }
}

extension DiagnosisReport {
    fileprivate var headline: String {
        guard let first = causes.first else { return verdict.rawValue }
        return "\(verdict.rawValue): \(first.id)\(first.isProven ? ", proven" : "")"
    }
}
