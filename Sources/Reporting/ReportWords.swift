package import ConfluenceModel

/// Words that every form of a report has in common.
extension DiagnosisReport {
    /// What was found, in a sentence.
    var headline: String {
        switch verdict {
        case .healthy: "nothing is wrong with this configuration"
        case .problem where isExplanation:
            causes.count == 1
                ? "one cause fits"
                : (causes.first?.confidence ?? 0) >= 0.5
                    ? "the first of these causes fits best" : "these causes fit, and none stands out"
        case .problem where causes.count > 1 && !causes.contains(where: \.isProven):
            "\(causes.count) causes are possible, the likeliest first"
        case .problem: found
        case .undecided where isRatherNoFault: noFault?.title ?? ""
        case .undecided: "the cause could not be found"
        }
    }

    /// How many causes are certain, and how many more may be behind them.
    private var found: String {
        let certain = causes.count(where: \.isProven)
        let open = causes.count - certain
        let words = certain <= 1 ? "a cause was found" : "\(certain) causes were found"
        // What is not proven and stands alone was found by its repair, or by elimination.
        guard certain > 0, open > 0 else { return words }
        return words + (open == 1 ? ", and one more is possible" : ", and \(open) more are possible")
    }

    /// Whether a pasted text was read, and no site asked.
    private var isExplanation: Bool { causes.contains { $0.evidence.contains { $0.quote != nil } } }

    /// The causes for somebody who reads them in turn: a line that was shown, a set that was told and a long text that was
    /// quoted are not repeated.
    var causesWithoutRepetitions: [FoundCause] {
        var excerpts: Set<ConfigurationExcerpt> = []
        var separations: Set<String> = []
        var quotes: Set<Substring> = []
        return causes.map { cause in
            var cause = cause
            if let excerpt = cause.excerpt, !excerpts.insert(excerpt).inserted {
                cause.excerpt?.text = nil
                cause.excerpt?.label = nil
            }
            if let separation = cause.separation, !separations.insert(separation).inserted {
                cause.separation = nil
                cause.alternatives = []
            }
            cause.explanation = Self.withoutRepeatedQuotes(cause.explanation, &quotes)
            for line in cause.evidence.indices {
                cause.evidence[line].text = Self.withoutRepeatedQuotes(cause.evidence[line].text, &quotes)
            }
            return cause
        }
    }

    /// A text in which a long quotation in brackets that stood in an earlier one is only referred to.
    private static func withoutRepeatedQuotes(_ text: String, _ quotes: inout Set<Substring>) -> String {
        text.replacing(/\(“[^”]{60,}”\)/) { quote in
            quotes.insert(quote.output).inserted ? String(quote.output) : "(as quoted above)"
        }
    }

    /// What the diagnosis cost the site.
    var effort: String {
        let requests = requests == 1 ? "1 request" : "\(requests) requests"
        let logins = failedLogins == 1 ? "1 failed login" : "\(failedLogins) failed logins"
        return "\(requests), \(logins), \(elapsedMilliseconds) ms"
    }
}

/// What the work of a command that only reads has cost the site.
enum ReadingEffort {
    static func words(_ requests: Int) -> String {
        requests == 1 ? "1 request, which read" : "\(requests) requests, all of them reading"
    }
}

extension NoFault {
    /// The line for somebody who reads it apart from the causes.
    var line: String { "\(rank). \(title) (\(Int((confidence * 100).rounded())) % likely)" }
}

extension FoundCause.Shower {
    package var words: String {
        switch self {
        case .site: "the site said so itself"
        case .configuration: "the configuration shows it by itself"
        case .connection: "the connection itself shows it"
        }
    }
}

extension FoundCause {
    /// Whether the cause is certain, and what speaks for that.
    var certainty: (word: String, words: String?) {
        let word = isProven ? "Proven" : "Not proven, \(Int((confidence * 100).rounded())) % likely"
        guard let repair else { return (word, isProven ? shownBy.words : nil) }
        return switch (repair.wasTried, repair.worked) {
        case (true, true): (word, "tried with one change, and it worked: \(repair.change)")
        case (true, false): (word, "tried with one change, and it still failed: \(repair.change)")
        case (false, _): (word, "not tried: \(repair.change)")
        }
    }
}
