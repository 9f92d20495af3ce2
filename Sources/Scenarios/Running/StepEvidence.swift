package import ConfluenceModel
package import ConfluenceWire

/// What is known of a step once it was carried out, for what is expected of it.
package struct StepEvidence: Sendable {
    package var answer: Answer = .none
    /// What the sites noted while the step ran; the scenario's first site first.
    package var journals: [SiteJournal] = []
    package var elapsed: Duration = .zero
    /// The hosts that were asked for and are no sites of the scenario.
    package var otherHosts: [String] = []
    /// What must stay secret.
    package var secrets: [KnownSecret] = []

    /// What one site was asked.
    package struct SiteJournal: Sendable, Hashable {
        package var site: String
        package var contextPath: String
        package var lines: [JournalLine]
    }

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

extension StepEvidence {
    /// What was sent while the step ran, as the sites saw it; with bodies and the whole trail where somebody needs them.
    func exchanges(inFull isFull: Bool) -> [StepExchange] {
        journals.flatMap(\.lines).map { StepExchange($0, inFull: isFull) }
    }
}

extension StepExchange {
    fileprivate init(_ line: JournalLine, inFull isFull: Bool) {
        self.init(
            method: line.method, address: (line.origin.isEmpty ? line.host : line.origin) + line.target,
            requestBody: isFull ? line.requestBody : nil, status: line.status == 0 ? nil : line.status,
            responseBody: isFull ? line.responseBody : nil, account: line.account,
            decisions: isFull && !line.trail.isEmpty ? line.trail : [line.decision])
        if isFull { responseHeaders = TellingHeaders.fields(of: line.responseHeaders) }
    }
}

extension Request {
    var bodyText: String { String(decoding: body, as: UTF8.self) }
}

extension DiagnosisReport {
    fileprivate var headline: String {
        guard !isRatherNoFault, let first = causes.first else { return verdict.rawValue }
        return "\(verdict.rawValue): \(first.id)\(first.isProven ? ", proven" : "")"
    }
}
