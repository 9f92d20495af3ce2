package import ConfluenceModel

extension LawTry {
    /// Tells from what came of a law's steps whether the law, the site's condition or the site's state speaks.
    package init(reading result: ScenarioResult) {
        switch result.status {
        case .passed: self.init(outcome: .holds, result: result)
        case .skipped: self.init(outcome: .notTried, reason: result.reason, result: result)
        case .failed:
            guard let step = result.steps.first(where: { $0.status == .failed }) else {
                // What a law needs to write could not be made ready.
                self.init(outcome: .hindered, reason: result.reason, result: result)
                return
            }
            let (outcome, reason) = Self.read(step)
            self.init(outcome: outcome, reason: reason, result: result)
        }
    }

    private static func read(_ step: StepResult) -> (Outcome, String?) {
        let problem = step.problems.first
        if let exchange = step.exchanges.first(where: \.isOfOutage) {
            return (.outOfOrder, exchange.outage)
        }
        guard let last = step.exchanges.last else {
            // Nothing was sent: the guard would not, or the step could not be written.
            return (.notTried, problem)
        }
        // The law's own steps have held by then.
        if step.part == .teardown { return (.holds, nil) }
        if let condition = last.condition(in: step.part) { return (.hindered, condition) }
        return (.broken, problem)
    }
}

extension StepExchange {
    /// 500 is no sign of it: a site that is well answers it where something has changed.
    fileprivate var isOfOutage: Bool { status.map { [429, 502, 503, 504].contains($0) } ?? true }

    fileprivate var outage: String {
        guard let status else { return "\(request): \(decisions.first ?? "no answer came")" }
        return status == 429
            ? "\(request) was answered 429: the site wants fewer requests than this"
            : "\(request) was answered \(status): the site is out of order, or under maintenance"
    }

    /// What of the site, and not of Confluence, explains an answer that was not expected.
    fileprivate func condition(in part: StepResult.Part) -> String? {
        if status == 407 { return "a proxy refused \(request)" }
        if status == 402 { return "\(request) is not part of this site's plan" }
        if let status, (200...399).contains(status), responseBody?.isPage == true {
            return "something in front of the site answered \(request) with a page for people"
        }
        if address.contains("/ex/confluence/") {
            if status == 410 {
                return "the gateway has withdrawn \(request), which sites asked by their own address still have"
            }
            if account == nil { return "the gateway answers in the site's place to whoever shows no account of it" }
        }
        // Laws about nobody are about sites that let no visitors in.
        if account == nil, status == 200, responseBody?.isForVisitors == true {
            return "the site lets visitors in: \(request) was answered to nobody"
        }
        guard part == .setup, let status else { return nil }
        if status == 401 || status == 403 {
            return "\(account.map { "“\($0)”" } ?? "the account") may not do what the law prepares by \(request)"
        }
        if method != "GET", [404, 405, 501].contains(status) {
            return "this site has no way to prepare the law: \(request) was answered \(status)"
        }
        let isEmpty = responseBody?.filter { !$0.isWhitespace }.contains("\"results\":[]") == true
        return status == 200 && isEmpty
            ? "the site has nothing that the law could be tried on: \(request) finds nothing" : nil
    }

    /// Without the host and the query, which the report shows.
    fileprivate var request: String {
        let path = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).last ?? ""
        return "\(method) /\(path.prefix { $0 != "?" })"
    }
}

extension String {
    fileprivate var isPage: Bool {
        let start = drop { $0.isWhitespace }.prefix(15).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }

    /// Whether it is what visitors are told: a list, or that they are visitors.
    fileprivate var isForVisitors: Bool {
        let text = filter { !$0.isWhitespace }
        return text.contains("\"results\":[") || text.contains("\"type\":\"anonymous\"")
    }
}
