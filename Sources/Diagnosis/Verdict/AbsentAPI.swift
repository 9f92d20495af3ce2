import ConfluenceModel

/// What it may be that a Data Center which names itself has no REST API, or lacks the part that was asked for.
///
/// The parts are estimates: such a 404 says nothing of a credential, whoever sends it.
enum AbsentAPI {
    /// `nil` where nothing is absent; the likeliest cause stands first.
    static func guesses(in chart: Chart) -> [(cause: CauseID, part: Double)]? {
        guard let identity = chart.evidence.identity, identity.kind == .dataCenter else { return nil }
        let release = identity.version.flatMap(Release.init)
        if chart.lacksAPI {
            // A header of one's own may ask another site.
            guard !chart.hints.contains(.ownAuthorization) else { return nil }
            // It came with 5.5.
            if let release, release < Release(major: 5, minor: 5) { return [(.olderRelease, 1)] }
            return chart.isAnsweredByFront
                ? [(.firewall, 0.45), (.basePath, 0.2), (.loginInFront, 0.1)]
                : [(.serverError, 0.45), (.basePath, 0.15), (.firewall, 0.1)]
        }
        // Search by CQL came with 5.7.
        if let release, release < Release(major: 5, minor: 7), chart.lacksSearch { return [(.olderRelease, 1)] }
        return nil
    }

    /// The cause with what shows it, where it has no signs of its own.
    static func told(_ cause: FoundCause, in chart: Chart) -> FoundCause {
        guard cause.evidence.isEmpty, let entry = CauseCatalogue.cause(cause.id) else { return cause }
        let writer = CauseWriter(entry, chart)
        var told = cause
        told.evidence = chart.evidence.filter { seen in
            switch seen {
            case .site, .login(.addressUnknown, _), .search(.unclear(404, _)): true
            default: false
            }
        }.map(writer.line)
        return told
    }

    private struct Release: Comparable {
        var major: Int
        var minor: Int

        init(major: Int, minor: Int) {
            self.major = major
            self.minor = minor
        }

        init?(_ text: String) {
            let numbers = text.split(separator: ".").prefix(2).compactMap { Int($0.prefix { $0.isNumber }) }
            guard numbers.count == 2, numbers[0] > 0 else { return nil }
            self.init(major: numbers[0], minor: numbers[1])
        }

        static func < (one: Release, other: Release) -> Bool {
            (one.major, one.minor) < (other.major, other.minor)
        }
    }
}

extension Chart {
    /// Whether “who am I?” was answered by a page of somebody's in front.
    fileprivate var isAnsweredByFront: Bool {
        evidence.contains { if case .login(.addressUnknown(_, isOfFront: true), _) = $0 { true } else { false } }
    }

    fileprivate var lacksSearch: Bool {
        evidence.contains { if case .search(.unclear(404, _)) = $0 { true } else { false } }
    }
}
