import ConfluenceModel
import ConfluenceStore
import Foundation
import Synchronization

/// Who is logged in, whose logins failed, and who still holds a seat; all by the site's clock.
final class LoginDesk: Sendable {
    /// How long an unused session lives, as Data Center ships.
    private static let sessionSeconds: TimeInterval = 3600

    /// Beyond this many names and sessions, no more are remembered: clients may make up as many as they like.
    private static let most = 10_000

    private let site: String
    private let state: Mutex<State>

    struct State: Sendable {
        fileprivate var failures: [String: Int] = [:]
        fileprivate var sessions: [String: Session] = [:]
        fileprivate var sessionCount = 0
        /// The session of each account that its API's logins go on with, by user key.
        fileprivate var apiSessions: [String: String] = [:]
        /// When an account last used its seat.
        fileprivate var lastUse: [String: Date] = [:]
        fileprivate var lapsed: Set<String> = []
        fileprivate var opened: Date

        /// Drops the sessions that have ended where there are many, and the one that was idle for longest where none has.
        fileprivate mutating func makeRoom(_ most: Int, before end: Date) {
            guard sessions.count >= most else { return }
            sessions = sessions.filter { $0.value.lastUse > end }
            guard sessions.count >= most else { return }
            if let idlest = sessions.min(by: { $0.value.lastUse < $1.value.lastUse }) { sessions[idlest.key] = nil }
        }

        fileprivate func holdsSeat(_ account: String, idleSeconds: Int, at now: Date) -> Bool {
            let last = lastUse[account] ?? opened
            return !lapsed.contains(account) && now.timeIntervalSince(last) < TimeInterval(idleSeconds)
        }
    }

    fileprivate struct Session: Sendable {
        var account: String
        var lastUse: Date
    }

    init(site: String, opened: Date) {
        self.site = site
        state = Mutex(State(opened: opened))
    }

    /// Everything, to go back to.
    var saved: State {
        get { state.withLock(\.self) }
        set { state.withLock { $0 = newValue } }
    }

    // MARK: Failed logins

    func failures(of user: String) -> Int {
        state.withLock { $0.failures[user.lowercased(), default: 0] }
    }

    func noteFailure(of user: String) {
        let name = user.lowercased()
        state.withLock { state in
            guard state.failures[name] != nil || state.failures.count < Self.most else { return }
            state.failures[name, default: 0] += 1
        }
    }

    func forgetFailures(of user: String) {
        state.withLock { $0.failures[user.lowercased()] = nil }
    }

    // MARK: Sessions

    /// The session that every login of an account by an API's credential goes on with.
    func apiSession(of account: AccountRecord, at now: Date) -> String {
        state.withLock { state in
            let known = state.apiSessions[account.userKey]
            let id = known ?? StableID.hexadecimal("session", site, account.userKey).uppercased()
            if known == nil { state.apiSessions[account.userKey] = id }
            state.sessions[id] = Session(account: account.name, lastUse: now)
            return id
        }
    }

    /// A session of its own for a login by browser.
    func openSession(of account: AccountRecord, at now: Date) -> String {
        state.withLock { state in
            state.sessionCount += 1
            state.makeRoom(Self.most, before: now.addingTimeInterval(-Self.sessionSeconds))
            let id = StableID.hexadecimal("session", site, account.userKey, String(state.sessionCount)).uppercased()
            state.sessions[id] = Session(account: account.name, lastUse: now)
            return id
        }
    }

    /// The name of the account whose session it is; using it keeps it alive.
    func account(ofSession id: String, at now: Date) -> String? {
        state.withLock { state in
            guard let session = state.sessions[id] else { return nil }
            guard now.timeIntervalSince(session.lastUse) < Self.sessionSeconds else {
                state.sessions[id] = nil
                return nil
            }
            state.sessions[id]?.lastUse = now
            return session.account
        }
    }

    func closeSession(_ id: String) {
        state.withLock { $0.sessions[id] = nil }
    }

    // MARK: Seats

    /// Whether an account holds its seat at a moment; one that was idle for longer has lost it until it is won back.
    func holdsSeat(_ account: String, idleSeconds: Int, at now: Date) -> Bool {
        state.withLock { $0.holdsSeat(account, idleSeconds: idleSeconds, at: now) }
    }

    /// Notes that an account asks for something: its seat is kept alive, or seen to have lapsed.
    func useSeat(_ account: String, idleSeconds: Int, at now: Date) {
        state.withLock { state in
            if state.holdsSeat(account, idleSeconds: idleSeconds, at: now) {
                state.lastUse[account] = now
            } else {
                state.lapsed.insert(account)
            }
        }
    }

    func winSeatBack(_ account: String, at now: Date) {
        state.withLock { state in
            state.lapsed.remove(account)
            state.lastUse[account] = now
        }
    }
}
