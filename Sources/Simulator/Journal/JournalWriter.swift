import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Puts a kept exchange into words, without its secrets.
struct JournalWriter: Sendable {
    let site: SiteDefinition
    let dialect: Dialect
    private let knownSecrets: Redactor

    init(site: SiteDefinition, dialect: Dialect) {
        self.site = site
        self.dialect = dialect
        // A short password such as “admin” would also be found in ordinary words.
        let secrets = site.users.flatMap { user in user.tokens.map(\.value) + [user.password].compactMap(\.self) }
        knownSecrets = JournalRedaction.redactor(of: secrets.filter { $0.utf8.count >= 8 })
    }

    func entry(_ record: JournalRecord) -> JournalEntry {
        let progress = record.progress
        let request = progress.request
        let redaction = JournalRedaction(of: request, known: knownSecrets, names: site.users.map(\.name))
        let decision = "\(progress.stage.rawValue): \(progress.decisionWords): answered \(record.status)"
        var entry = JournalEntry(
            number: record.number,
            moment: record.moment,
            method: request.method.rawValue,
            origin: request.url.origin,
            target: redaction.target(request.url),
            host: request.url.host,
            requestHeaders: redaction.headers(request.headers),
            requestSize: record.requestSize,
            status: record.status,
            responseHeaders: redaction.headers(record.responseHeaders),
            responseSize: record.responseSize,
            account: progress.caller?.account?.name,
            decision: redaction.text(decision),
            stage: progress.stage,
            steps: steps(record).map { step in
                JournalEntry.Step(stage: step.stage, words: redaction.text(step.words), passed: step.passed)
            },
            nearMiss: nearMiss(record).map(redaction.text),
            answerRow: progress.row,
            gap: gap(record).map(redaction.text)
        )
        entry.requestBody = redaction.body(record.requestBody, request.headers["Content-Type"])
        entry.responseBody = redaction.body(record.responseBody, record.responseHeaders["Content-Type"])
        return entry
    }

    private func steps(_ record: JournalRecord) -> [JournalEntry.Step] {
        let progress = record.progress
        var steps: [JournalEntry.Step] = []
        if let words = progress.weather.words, progress.stage != .faults {
            steps.append(JournalEntry.Step(stage: .faults, words: words, passed: true))
        }
        for passage in progress.passages {
            let words = passage.words ?? progress.finding(of: passage.stage)
            steps.append(JournalEntry.Step(stage: passage.stage, words: words, passed: true))
        }
        let isRefused = record.refusal != nil || progress.stage == .faults
        let reason = progress.stage == .faults ? progress.weather.words ?? "" : progress.words
        let words = isRefused ? reason : "carried out: answered \(record.status)"
        steps.append(JournalEntry.Step(stage: progress.stage, words: words, passed: !isRefused))
        return steps
    }

    private func nearMiss(_ record: JournalRecord) -> String? {
        guard record.isOfNoRoute || record.refusal == .outsideContext else { return nil }
        return NearMiss(site: site, routes: dialect.routes.all).words(for: record.progress.request)
    }

    private func gap(_ record: JournalRecord) -> String? {
        guard record.isOfNoRoute else { return nil }
        return CoverageGap(site: site, isRefused: record.refusal != nil).words(for: record.progress.request)
    }
}

extension JournalRecord {
    /// Whether no route answered, although what was asked lies where Confluence answers.
    var isOfNoRoute: Bool {
        switch refusal {
        case .noSuchRoute, .methodNotAllowed, .optionsUntold: true
        case nil: progress.isUnknownPage
        default: false
        }
    }
}

extension Progress {
    /// Why the answer is as it is: what faults did, how the login went, what the last stage found.
    fileprivate var decisionWords: String {
        [weather.words, caller?.note, words].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Whether no route was found and a page for browsers was answered.
    var isUnknownPage: Bool { route?.template.text.isEmpty == true }

    /// What a stage found that let the request pass and had nothing to say itself.
    fileprivate func finding(of stage: JournalEntry.Stage) -> String {
        switch stage {
        case .faults: "no fault answered"
        case .edge: base.context.isEmpty ? "the host is the site's" : "the path lies below \(base.context)"
        case .dialect:
            route.map { isUnknownPage ? "no route: a page for browsers" : "\($0.method) \($0.template.text)" } ?? ""
        case .authentication: caller.map(Self.words) ?? ""
        case .limits: limits.isEmpty ? "no limit applies" : "within the limits"
        case .licence: "the licence lets the caller in"
        case .authorisation: "allowed"
        case .resource: "carried out"
        }
    }

    private static func words(of caller: Caller) -> String {
        if let note = caller.note { return note }
        guard let account = caller.account else { return "no credential was sent: the caller is anonymous" }
        return caller.login == .session ? "a session of \(account.name)" : "the caller is \(account.name)"
    }
}
