import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit

/// What is worth knowing beside the causes: how the site was recognised, what is harmless, what stays open.
struct Notes {
    private let examination: Examination
    private let original: ToolkitConfiguration
    private let verdict: DiagnosisReport.Verdict

    init(_ examination: Examination, original: ToolkitConfiguration, verdict: DiagnosisReport.Verdict) {
        self.examination = examination
        self.original = original
        self.verdict = verdict
    }

    private var chart: Chart { examination.chart }

    var all: [String] {
        original.notes + recognition + otherHost + harmless + patience + untried + unchecked + tools + open
    }

    private var patience: [String] {
        examination.wire.notesOfAsking(longest: examination.options.longestWait, of: "a diagnosis")
    }

    private var recognition: [String] {
        guard let identity = chart.evidence.identity else { return [] }
        var notes = ["the site is \(identity.title): \(identity.sign)"]
        let configuration = chart.configuration
        if identity.kind == .cloud, !configuration.isCloud, configuration.credential.hosting == .auto,
            configuration.cloudFlag == nil
        {
            notes.append(
                "hosting “Auto” takes this host for Server, because its name doesn't end in .atlassian.net; it works, "
                    + "and links and new pages are made the way of Server")
        }
        return notes
    }

    private var otherHost: [String] {
        OtherHost.note(examination.options, of: chart.configuration).map { [$0] } ?? []
    }

    private var harmless: [String] {
        ConfigurationLint.evidence(in: original).compactMap { seen in
            guard case .strayCharacters(let field, _, _, true) = seen else { return nil }
            return field == .token
                ? "\(seen.words); ELITEA's “Test Connection” sends it as it is, and so may fail"
                : "\(seen.words) or never sends; better take it out"
        }
    }

    /// A change of the secret that might have helped, and was not tried in view of a lockout.
    private var untried: [String] {
        let limit = examination.options.maxFailedLogins
        guard !examination.wire.mayFailLogin, limit > 0, chart.failed(.login) else { return [] }
        let open = chart.repairs.filter { repair in
            repair.kind.isOfSecretText && chart.answer(to: .login, after: repair.kind) == nil
                && chart.mayFailLogin(Inquiry(.login, repair: repair))
        }
        return open.prefix(1).map { repair in
            "the login was tried as it stands, which may be as it is meant, and not with \(repair.change): no more than "
                + "\(limit) may fail, and --max-failed-logins \(limit + 1) would try that, too"
        }
    }

    private var unchecked: [String] {
        var notes: [String] = []
        let configuration = chart.configuration
        if configuration.spaceKey == nil, !chart.neededOperations.isEmpty {
            notes.append("no space key is set, so it was not checked where the selected tools may write")
        }
        for case .writing(.allowed(let untold), _) in chart.evidence where !untold.isEmpty {
            notes.append(
                "the site doesn't say whether the account has these rights, so they were not checked: \(untold.inWords)"
            )
        }
        if chart.answer(to: .writing) == .writingUnclear {
            notes.append("what the account may change in the space could not be read, so it was not checked")
        }
        if let words = fruitlessSearch { notes.append(words) }
        for seen in chart.evidence {
            if case .space(.archived(hinders: false), _) = seen { notes.append(seen.words) }
        }
        if examination.options.offline { notes.append("nothing was sent: this rests on the configuration alone") }
        if !configuration.unknownTools.isEmpty {
            let names = configuration.unknownTools
            notes.append("the toolkit has no tool\(names.count == 1 ? "" : "s") named \(names.joined(separator: ", "))")
        }
        return notes
    }

    /// A space with a home page, in which a search finds no page.
    private var fruitlessSearch: String? {
        guard chart.evidence.contains(.search(.answered(findsAny: false))) else { return nil }
        for case .space(.seen(.some, _), let key) in chart.evidence {
            return "a search finds no page in \(key), which has a home page: its index may lack what is there"
        }
        return nil
    }

    /// Where no tool was selected, all are offered, and those that the account may not use are named.
    private var tools: [String] {
        guard chart.checkedTools.isEmpty else { return [] }
        for case .space(.seen(_, let operations?), _) in chart.evidence {
            let failing = chart.configuration.offeredTools.filter {
                !operations.missing(of: $0.operations.subtracting([.view])).isEmpty
            }
            guard !failing.isEmpty else { return [] }
            let names = failing.map(\.rawValue).joined(separator: ", ")
            return ["no tools are selected, so all are offered; this account may not do what these do: \(names)"]
        }
        return []
    }

    private var open: [String] {
        guard verdict == .undecided else { return [] }
        var notes: [String] = []
        for case .login(.unclear(let words), _) in chart.evidence { notes.append("not decided: \(words)") }
        let open: [Observation?] = [.spaceUnclear, .searchUnclear, .obstacle(.otherSuites)]
        for seen in chart.evidence where open.contains(seen.observation) {
            notes.append("not decided: \(seen.words)")
        }
        if !examination.options.offline, examination.wire.remaining <= 0 {
            let budget = examination.options.budget
            notes.append("the budget of \(budget) request\(budget == 1 ? "" : "s") was used up before a decision")
        }
        if !examination.wire.mayFailLogin, chart.answer(to: .login) == nil {
            notes.append("no login was tried that might fail: the limit of failed logins is reached")
        }
        return notes
    }
}
