import ConfluenceClient
import ConfluenceModel
package import ConfluenceWire
import Foundation
import Synchronization

/// Stands before a site: counts what is sent, lets only through what may be, and notes what is created.
package final class SiteGuard: Sendable {
    private struct State {
        var sent = 0
        /// Until when the site has asked to be left alone.
        var quietUntil = Duration.zero
        /// Other hosts that the site itself has pointed to.
        var pointedTo: Set<String> = []
        var made: Set<String> = []
        var area: ScratchArea?
        var contentAPI = ContentAPI.first
    }

    package let access: SiteAccess
    let record: CreationRecord
    private let onward: Send
    private let clock: SiteClock
    private let state = Mutex(State())

    package init(access: SiteAccess, send: @escaping Send, record: CreationRecord, clock: SiteClock) {
        self.access = access
        self.record = record
        self.clock = clock
        onward = send
    }

    /// How many requests have been sent.
    package var requestCount: Int { state.withLock(\.sent) }

    /// Whether the site has led to an address's host by a redirect.
    func hasBeenPointedTo(_ address: WebAddress) -> Bool {
        state.withLock { $0.pointedTo.contains(address.origin) }
    }

    /// The version of the API by which the run asks for itself.
    var contentAPI: ContentAPI { state.withLock(\.contentAPI) }

    /// Notes that the site no longer has the first version.
    func noteWithdrawal() {
        state.withLock { $0.contentAPI = .second }
    }

    func open(_ area: ScratchArea) {
        state.withLock { $0.area = area }
    }

    /// The way in for everything that a scenario or a toolkit asks.
    package func send(_ request: Request) async throws -> Response {
        let request = try checked(request)
        guard let creation = try creation(of: request) else {
            try noteRemoval(by: request)
            return try await exchange(request)
        }
        return try await create(creation, by: request)
    }

    // MARK: - What may be sent

    /// The request, if it is for the site, or for a host that the site has pointed to; there it goes without credentials.
    private func checked(_ request: Request) throws(GuardRefusal) -> Request {
        if let name = Self.overrides.first(where: { request.headers[$0] != nil }) {
            throw .outside(request: request.words, reason: "the header \(name) may turn it into another request")
        }
        guard !request.url.hasSameOrigin(as: access.base) else { return request }
        let isRead = request.method == .get || request.method == .head
        guard isRead, hasBeenPointedTo(request.url) else {
            throw .otherHost(request: request.words, host: request.url.host, site: access.name)
        }
        var request = request
        for name in ["Authorization", "Cookie"] { request.headers[name] = nil }
        return request
    }

    private static let overrides = ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"]

    /// What a request is about to create; `nil` for one that only reads or changes what is known.
    private func creation(of request: Request) throws(GuardRefusal) -> Creation? {
        if [.get, .head, .options].contains(request.method) {
            if let action = request.actionThatMayChange {
                throw .outside(request: request.words, reason: "\(action) may change the site although it is only read")
            }
            return nil
        }
        guard let segments = request.url.segments(below: access.base) else {
            throw .outside(request: request.words, reason: "its path is not one below \(access.base)")
        }
        let (area, made) = state.withLock { ($0.area, $0.made) }
        let closed = ScratchArea(spaceKey: access.scratchSpace ?? "", spaceID: "", parentID: "", mark: access.mark)
        let judge = WriteJudge(area: area ?? closed, made: made)
        if judge.isHarmless(request, at: segments) { return nil }
        guard access.mayWrite else { throw .readOnly(request: request.words, site: access.name) }
        do throws(WriteJudge.Outside) {
            guard area != nil else { throw WriteJudge.Outside(reason: "the run has no scratch page yet") }
            return try judge.creation(of: request, at: segments)
        } catch {
            throw .outside(request: request.words, reason: error.reason)
        }
    }

    private func noteRemoval(by request: Request) throws(GuardRefusal) {
        guard request.method == .delete, let id = request.url.path.split(separator: "/").last.map(String.init),
            state.withLock({ $0.made.contains(id) })
        else { return }
        do {
            try record.note(.removing(id: id))
        } catch {
            throw .notNoted(request: request.words, reason: "\(error)")
        }
    }

    // MARK: - Sending

    /// Sends what creates something, between the note of what it will be and the note of what it has become.
    func create(_ creation: Creation, by request: Request) async throws -> Response {
        let number: Int
        do {
            number = try record.intend(creation)
        } catch {
            throw GuardRefusal.notNoted(request: request.words, reason: "\(error)")
        }
        let response = try await exchange(request)
        let ids = response.isSuccess ? response.idsMade : []
        state.withLock { $0.made.formUnion(ids) }
        if response.isSuccess {
            // An answer without an id leaves the note open, so that what was made is looked for by its title.
            if !ids.isEmpty { try record.note(.made(number: number, ids: ids)) }
        } else if !(500...599).contains(response.status) {
            try record.note(.notMade(number: number, status: response.status))
        }
        return response
    }

    /// One exchange on the budget; a site that asks for patience is waited for, as far as that is allowed.
    func exchange(_ request: Request, onBudget: Bool = true) async throws -> Response {
        var attempt = 0
        while true {
            try await waitUntilQuietIsOver()
            try count(onBudget: onBudget)
            let response = try await onward(request)
            notePointers(of: response, to: request)
            guard let wait = RetryAfter.wait(in: response, at: clock.date()) else { return response }
            let end = clock.elapsed() + wait
            guard wait <= access.patience.longest, end < access.budget.time || !onBudget else { return response }
            state.withLock { $0.quietUntil = max($0.quietUntil, end) }
            guard attempt < access.patience.times else { return response }
            attempt += 1
        }
    }

    /// Nothing at all is sent before the moment that the site has named in an answer to anybody of this run.
    private func waitUntilQuietIsOver() async throws {
        while true {
            let rest = state.withLock(\.quietUntil) - clock.elapsed()
            guard rest > .zero else { return }
            try await clock.sleep(rest)
        }
    }

    private func count(onBudget: Bool) throws(GuardRefusal) {
        let budget = access.budget
        if onBudget, clock.elapsed() >= budget.time {
            throw .timeOver(site: access.name, seconds: Int(budget.time.components.seconds))
        }
        let isAllowed = state.withLock { state in
            guard state.sent < budget.requests || !onBudget else { return false }
            state.sent += 1
            return true
        }
        guard isAllowed else { throw .budgetSpent(site: access.name, requests: budget.requests) }
    }

    private func notePointers(of response: Response, to request: Request) {
        guard (300...399).contains(response.status), request.url.hasSameOrigin(as: access.base) else { return }
        for location in response.headers.values("Location") {
            guard let address = request.url.resolving(location) else { continue }
            state.withLock { _ = $0.pointedTo.insert(address.origin) }
        }
    }
}

extension Request {
    /// What it is called in messages; a query may hold what nobody should read.
    var words: String { "\(method) \(url.path.isEmpty ? "/" : url.path)" }

    /// Pages of Data Center's own interface that do something when they are only read.
    fileprivate var actionThatMayChange: String? {
        let name = url.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        guard name.hasSuffix(".action") else { return nil }
        let harmless = ["login.action", "index.action", "viewpage.action", "dashboard.action", "dologin.action"]
        return harmless.contains(name) && method != .post ? nil : name
    }
}

extension WebAddress {
    /// The decoded parts of the path below another address; `nil` where it is not below it, or can be read in two ways.
    fileprivate func segments(below base: WebAddress) -> [String]? {
        guard path.hasPrefix(base.path + "/") else { return nil }
        let parts = path.dropFirst(base.path.count + 1).split(separator: "/", omittingEmptySubsequences: false)
        let segments = parts.map { PercentEncoding.decode($0) }
        let isPlain = segments.allSatisfy { part in
            !part.isEmpty && part != "." && part != ".." && !part.contains { "/\\;%".contains($0) }
        }
        return isPlain ? segments : nil
    }
}

extension Response {
    /// The ids of what a creating request has made: its own, or those of a list.
    fileprivate var idsMade: [String] {
        guard let body = try? JSONReader.read(self.body) else { return [] }
        if let id = body["id"]?.idText { return [id] }
        return (body["results"]?.arrayValue ?? []).compactMap { $0["id"]?.idText }
    }
}
