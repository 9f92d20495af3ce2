import ConfluenceClient
import ConfluenceModel
import ConfluenceWire
import Foundation

/// Sends requests within the limits of a diagnosis, and keeps a log without secrets.
///
/// None is sent twice, but where the site asks for patience, or a gateway's answer may pass.
struct Wire: Sendable {
    private let send: Send
    private let budget: Int
    private let maxFailedLogins: Int
    private let redactor: Redactor
    private var answers: [Request: Answer] = [:]
    /// The clock here, where a caller lends one.
    private let date: @Sendable () -> Date?
    /// Waits for so many seconds; without it, a site that asks for patience is not asked again.
    private let wait: Doctor.Wait?
    private(set) var patience: Patience
    /// How far the site's clock is ahead, in the first answer that tells the time.
    private(set) var skew: ClockSkew?
    /// The values of headers that carried secrets, to be taken out of what a site echoes.
    private(set) var shown: Set<String> = []
    private(set) var records: [ProbeRecord] = []
    /// Where redirects led on the same host, with their queries, in the order in which they were met.
    private(set) var targets: [WebAddress] = []
    private(set) var spent = Spending()
    /// Whether a gateway's answer was looked into by asking again.
    private var hasInsisted = false
    /// The status of such an answer that was another one then.
    private var passed: Int?

    enum Answer: Sendable {
        case response(Response)
        case failure(TransportFailure)

        var response: Response? {
            if case .response(let response) = self { response } else { nil }
        }
    }

    /// What stood in the way of an answer, if anything did.
    static func obstacle(_ answer: Answer, to request: Request) -> Obstacle? {
        switch answer {
        case .failure(let failure): .failure(failure)
        case .response(let response): Obstacle(response, to: request.url)
        }
    }

    init(
        send: @escaping Send, options: DiagnosisOptions, redactor: Redactor,
        date: @escaping @Sendable () -> Date? = { nil }, wait: Doctor.Wait? = nil
    ) {
        self.send = send
        self.date = date
        self.wait = wait
        patience = Patience(longest: options.longestWait)
        budget = options.offline ? 0 : options.budget
        maxFailedLogins = options.maxFailedLogins
        self.redactor = redactor
    }

    var now: Date? { date() }
    var requests: Int { spent.requests }
    var failedLogins: Int { spent.failedLogins }
    var remaining: Int { budget - requests }
    /// Whether a site that asks for patience is waited for at all.
    var isPatient: Bool { wait != nil }
    var mayFailLogin: Bool { failedLogins < maxFailedLogins }
    func knows(_ request: Request) -> Bool { answers[request] != nil }

    /// The answer to a request; `nil` once the budget is used up.
    mutating func ask(_ words: String, _ request: Request) async -> Answer? {
        if let known = answers[request] { return known }
        guard remaining > 0 else { return nil }
        var answer = await exchange(request)
        while remaining > 0, let seconds = await pause(after: answer) {
            record(words, request, "\(answer.words); \(seconds) s were waited before it was asked again")
            answer = await exchange(request)
        }
        if mayPass(answer, to: request), remaining > 0 {
            record(words, request, "\(answer.words); it was asked again at once, as such an answer may pass")
            hasInsisted = true
            let status = answer.response?.status
            answer = await exchange(request)
            if answer.response?.status != status { passed = status }
        }
        answers[request] = answer
        record(words, request, answer.words)
        return answer
    }

    /// Whether it is a gateway's, which may have met a single node that was away; that is looked into once.
    private func mayPass(_ answer: Answer, to request: Request) -> Bool {
        guard !hasInsisted, request.method == .get, let response = answer.response else { return false }
        return [502, 504].contains(response.status)
    }

    /// The answer to a request that was sent before, which may be another one by now.
    mutating func askAgain(_ words: String, _ request: Request) async -> Answer? {
        answers[request] = nil
        return await ask(words, request)
    }

    /// Waits as long as an answer asks for; `nil` where it asks for nothing, or for more than is waited.
    private mutating func pause(after answer: Answer) async -> Int? {
        guard let wait, let seconds = patience.pause(after: answer.response, at: now) else { return nil }
        do {
            try await wait(seconds)
        } catch {
            return nil
        }
        spent.waited += seconds
        return seconds
    }

    private mutating func exchange(_ request: Request) async -> Answer {
        spent.requests += 1
        for name in ["Authorization", "Cookie"] {
            guard let value = request.headers[name] else { continue }
            shown.insert(value)
            if let blank = value.firstIndex(of: " ") { shown.insert(String(value[value.index(after: blank)...])) }
        }
        let answer: Answer
        do {
            let sent = request.asToolkit
            var response = try await send(sent)
            if let again = sent.comingBack(after: response), remaining > 0 {
                spent.requests += 1
                response = try await send(again)
            }
            answer = .response(response)
        } catch let failure as TransportFailure {
            answer = .failure(failure)
        } catch {
            answer = .failure(.other(host: request.url.host, reason: "\(error)"))
        }
        if skew == nil, let response = answer.response, let now {
            skew = ClockSkew(response.headers, now: now)
        }
        if let target = answer.response?.redirectOnHost(of: request.url) { targets.append(target) }
        return answer
    }

    private mutating func record(_ words: String, _ request: Request, _ answer: String) {
        records.append(
            ProbeRecord(
                question: redactor.redact(words), request: redactor.redact("\(request.method) \(request.url)"),
                answer: redactor.redact(answer)))
    }

    mutating func countFailedLogin() {
        spent.failedLogins += 1
    }
}

extension Wire {
    /// What was asked again, what was waited where the site said that too many requests were sent, and what was not.
    func notesOfAsking(longest: Int, of whole: String) -> [String] {
        var notes: [String] = []
        if let passed {
            notes.append(
                "a gateway answered \(passed) to a request that was answered when it was sent again: one of the site's nodes "
                    + "may be away, and tools fail now and then")
        }
        if spent.waited > 0 {
            notes.append(
                "the site said that too many requests were sent (429); it was asked again after \(spent.waited) s of waiting"
            )
        }
        if isPatient, let refused = patience.refused {
            notes.append(
                "the site asks to be left alone for \(refused) s, and \(whole) waits \(longest) s in all; what that would have "
                    + "told is not known")
        }
        return notes
    }
}

extension Response {
    /// Where a redirect leads, if that is the same host.
    fileprivate func redirectOnHost(of url: WebAddress) -> WebAddress? {
        guard (300...399).contains(status), let location = headers["Location"],
            let target = url.resolving(location), target.host == url.host
        else { return nil }
        // The scheme and the port are those that were asked for: what leads from https to http is not followed.
        var followed = url
        followed.path = target.path
        followed.query = target.query
        return followed
    }
}

extension Request {
    /// The request under the toolkit's own name: firewalls go by it.
    fileprivate var asToolkit: Request {
        var request = self
        if request.headers["User-Agent"] == nil { request.headers["User-Agent"] = ConfluenceClient.userAgent }
        return request
    }
}

extension Wire.Answer {
    /// The status, what tells who was recognised, and the beginning of what a reader would look at.
    fileprivate var words: String {
        switch self {
        case .failure(let failure): return "\(failure)"
        case .response(let response):
            var words = "\(response.status)"
            for name in ["X-AUSERNAME", "X-Seraph-LoginReason", "X-Failure-Category"] {
                if let value = response.headers[name] { words += ", \(name): \(value.cut(to: 60))" }
            }
            if (300...399).contains(response.status) { return words + ", to \(response.redirectTarget)" }
            guard let body = response.json else { return words + ", \(response.pageTitle)" }
            return body.statedMessage.map { words + ", “\($0.cut(to: 160))”" } ?? words
        }
    }
}
