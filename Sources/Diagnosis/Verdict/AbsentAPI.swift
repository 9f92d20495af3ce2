import ConfluenceModel

/// What it may be that a Data Center which names itself, and is of no release without one, has no REST API.
///
/// The parts are estimates: such a 404 says nothing of a credential, whoever sends it.
enum AbsentAPI {
    /// `nil` where nothing is absent; the likeliest cause stands first.
    static func guesses(in chart: Chart) -> [(cause: CauseID, part: Double)]? {
        // A header of one's own may ask another site.
        guard chart.lacksAPI, !chart.hints.contains(.ownAuthorization) else { return nil }
        return chart.isAnsweredByFront
            ? [(.firewall, 0.45), (.basePath, 0.2), (.loginInFront, 0.1)]
            : [(.serverError, 0.45), (.basePath, 0.15), (.firewall, 0.1)]
    }

    /// The cause with what shows it, where it has no signs of its own.
    static func told(_ cause: FoundCause, in chart: Chart) -> FoundCause {
        guard cause.evidence.isEmpty, let entry = CauseCatalogue.cause(cause.id) else { return cause }
        let writer = CauseWriter(entry, chart)
        var told = cause
        told.evidence = chart.evidence.filter { seen in
            switch seen {
            case .site, .login(.addressUnknown, _): true
            default: false
            }
        }.map(writer.line)
        return told
    }
}

extension Chart {
    /// Whether “who am I?” was answered by a page of somebody's in front.
    fileprivate var isAnsweredByFront: Bool {
        evidence.contains { if case .login(.addressUnknown(_, isOfFront: true), _) = $0 { true } else { false } }
    }
}
