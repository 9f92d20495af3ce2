import ConfluenceModel
public import ConfluenceWire
public import Simulator
public import Testing

/// What a test expects of the calls that were made; what does not hold becomes an issue of the test.
extension ConfluenceSite {
    /// Expects that just these calls were made.
    ///
    /// - Parameters:
    ///   - inOrder: Whether they must have been made in this order.
    ///   - allowingOthers: Whether other calls may have been made as well.
    public func expectCalls(
        inOrder: Bool = false,
        allowingOthers: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation,
        @Parts<Call> calls: () -> [Call]
    ) {
        let expectation = JournalExpectation(calls(), inOrder: inOrder, allowsOthers: allowingOthers)
        let verdict = simulator.verify(expectation)
        report(verdict, at: sourceLocation)
    }

    /// Expects that nothing was changed, nor tried to be: no request had another method than GET, HEAD or OPTIONS.
    public func expectNoWrites(sourceLocation: SourceLocation = #_sourceLocation) {
        let reading: [Request.Method] = [.get, .head, .options]
        expectNone(of: "changes", sourceLocation) { entry in
            !reading.contains(Request.Method(rawValue: entry.method))
        }
    }

    /// Expects that a path was not asked for, whatever the answer.
    ///
    /// - Parameters:
    ///   - path: As in ``Call``; the standard one stands for every path.
    ///   - method: `nil` stands for all.
    public func expectNoCalls(
        to path: String = "*",
        _ method: Request.Method? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let call = Call(method?.rawValue ?? "*", path)
        let words = [method?.rawValue, "calls", path == "*" ? nil : "to \(path)"].compactMap(\.self)
        expectNone(of: words.joined(separator: " "), sourceLocation) { entry in
            call.asksFor(entry, context: definition.contextPath)
        }
    }

    /// Expects that no address carried a credential: addresses are written to logs and handed on to other sites.
    public func expectNoSecretsInAddresses(sourceLocation: SourceLocation = #_sourceLocation) {
        expectNone(of: "calls with a secret in their address", sourceLocation) { $0.hasSecretInTarget }
    }

    /// Expects that nothing was asked for that real Confluence may have and the simulator has not.
    public func expectOnlySimulated(sourceLocation: SourceLocation = #_sourceLocation) {
        let gaps = simulator.gaps
        guard !gaps.isEmpty else { return }
        let verdict = JournalExpectation([]).verdict(on: gaps)
        let words = gaps.compactMap(\.gap).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        report(
            verdict, "only what is simulated was to be asked for; " + words.joined(separator: "; "), at: sourceLocation)
    }

    private func expectNone(of words: String, _ place: SourceLocation, _ isOne: (JournalEntry) -> Bool) {
        let verdict = JournalExpectation([]).verdict(on: journal.filter(isOne))
        report(verdict, "no \(words) were expected", at: place)
    }

    private func report(_ verdict: JournalVerdict, _ headline: String? = nil, at place: SourceLocation) {
        guard !verdict.holds else { return }
        let report = JournalReport(verdict, headline: headline)
        Issue.record(Comment(rawValue: report.description), sourceLocation: place)
    }
}
