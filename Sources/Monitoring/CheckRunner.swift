import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Synchronization

/// Makes checks through the native toolkit, and sees by what went over the wire whether they worked.
struct CheckRunner: Sendable {
    private let toolkit: Toolkit
    private let watch: Watch
    private let clock: MonitorClock

    enum Outcome: Sendable, Hashable {
        case worked
        case failed(String)
        /// The site refused the login of an account, which may be locked when that is repeated.
        case refusedLogin(String)
        /// The site answered 429 and named a time.
        case askedToWait(seconds: Int)
    }

    init(_ configuration: ToolkitConfiguration, send: @escaping Send, clock: MonitorClock) {
        let watch = Watch(namesAccount: configuration.authentication.scheme == .basic)
        // What stands for a tool may be another one, which nobody selected.
        toolkit = Toolkit(configuration.with(\.selectedTools, []), send: watch.watching(send)) { pause in
            try await clock.sleep(clock.elapsed() + pause)
        }
        self.watch = watch
        self.clock = clock
    }

    var requests: Int { watch.requests }

    func run(_ check: Check) async throws -> (outcome: Outcome, duration: Duration) {
        watch.begin()
        let start = clock.elapsed()
        var failure: String?
        var answer = JSON.null
        do {
            answer = try await toolkit.call(check.tool.rawValue, arguments: check.arguments)
        } catch let error as ToolError {
            failure = error.description
        } catch let error as CancellationError {
            throw error
        } catch is Watch.Refusal {
            failure = watch.problem
        }
        let duration = clock.elapsed() - start
        if let seconds = watch.pause { return (.askedToWait(seconds: seconds), duration) }
        if watch.hasRefusedLogin {
            return (.refusedLogin(failure ?? watch.problem ?? "the site refuses the login"), duration)
        }
        if let failure { return (.failed(failure), duration) }
        if let problem = watch.problem { return (.failed(problem), duration) }
        // The tool answers with a sentence where it could not read.
        if let text = answer.stringValue, text.hasPrefix("Pages not found") { return (.failed(text), duration) }
        return (.worked, duration)
    }
}

/// Looks at the answers to the requests of one check, and lets nothing through that writes.
private final class Watch: Sendable {
    /// Why a request was not sent on, or its answer not handed out.
    struct Refusal: Error {}

    private struct State {
        var requests = 0
        var problem: String?
        var pause: Int?
        var hasRefusedLogin = false
    }

    private let state = Mutex(State())
    private let namesAccount: Bool

    /// - Parameter namesAccount: Whether the credential names an account, which failed logins may lock.
    init(namesAccount: Bool) {
        self.namesAccount = namesAccount
    }

    var requests: Int { state.withLock { $0.requests } }
    /// What was wrong with the last answer.
    var problem: String? { state.withLock { $0.problem } }
    var hasRefusedLogin: Bool { state.withLock { $0.hasRefusedLogin } }
    var pause: Int? { state.withLock { $0.pause } }

    func begin() {
        state.withLock { state in
            state.problem = nil
            state.pause = nil
            state.hasRefusedLogin = false
        }
    }

    func watching(_ send: @escaping Send) -> Send {
        { request in
            // What a tool asks next after a refused login would be refused as well.
            guard request.method == .get, !self.hasRefusedLogin else { throw Refusal() }
            self.state.withLock { $0.requests += 1 }
            let response = try await send(request)
            try self.note(response)
            return response
        }
    }

    private func note(_ response: Response) throws(Refusal) {
        // The client would sleep for as long as the site says, and hold up all other checks.
        if response.status == 429, let text = response.headers["Retry-After"] {
            let seconds = Int(text) ?? 60
            state.withLock { $0.pause = min(max(1, seconds), 86_400) }
            throw Refusal()
        }
        let problem: String? =
            response.status >= 400
            ? "the site answers \(response.status)"
            : response.isSuccess && !response.body.isEmpty
                && (try? JSONReader.read(response.body, depthLimit: 128)) == nil
                ? "the site answers \(response.status) with a page in the place of data" : nil
        state.withLock { state in
            state.problem = problem
            state.hasRefusedLogin = namesAccount && response.refusesLogin
        }
    }
}

extension Response {
    /// Whether it is the answer to a login that failed, and so one that may count against the account.
    fileprivate var refusesLogin: Bool {
        switch (status, LoginAnswer(self, deployment: status == 401 ? .dataCenter : .cloud)) {
        case (401, .refused), (401, .captcha), (403, .captcha), (403, .notPermitted): true
        default: false
        }
    }
}
