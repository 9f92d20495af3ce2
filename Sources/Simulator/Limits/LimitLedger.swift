import ConfluenceModel
import Foundation
import Synchronization

/// What every caller has spent, by the site's clock.
final class LimitLedger: Sendable {
    private let accounts = Mutex<[String: Account]>([:])

    fileprivate struct Account: Sendable {
        /// What is left of the budget.
        var balance: Double
        /// When the balance was last true, or the window began.
        var since: Date
        var second: Int64 = 0
        var callsInSecond = 0
    }

    /// Charges a call to a caller's account; one that goes beyond the limit costs nothing.
    func charge(_ price: Int, to caller: String, _ limit: RateLimit, evenly: Bool, at now: Date) -> LimitState {
        accounts.withLock { accounts in
            var account = accounts[caller] ?? Account(balance: Double(limit.budget), since: now)
            account.refill(limit, evenly: evenly, now)
            let excess = account.spend(Double(price), limit, now)
            accounts[caller] = account
            return account.state(limit, price: Double(price), excess, evenly: evenly, now)
        }
    }

    /// All accounts as they stand, to go back to.
    struct State: Sendable {
        fileprivate var accounts: [String: Account]
    }

    var state: State {
        get { State(accounts: accounts.withLock(\.self)) }
        set { accounts.withLock { $0 = newValue.accounts } }
    }

    func forgetAll() { accounts.withLock { $0.removeAll() } }
}

extension LimitLedger.Account {
    fileprivate mutating func refill(_ limit: RateLimit, evenly: Bool, _ now: Date) {
        let budget = Double(limit.budget)
        let elapsed = now.timeIntervalSince(since)
        if evenly {
            balance = min(budget, balance + max(0, elapsed) * budget / Double(limit.windowSeconds))
            since = now
        } else if elapsed >= Double(limit.windowSeconds) || elapsed < 0 {
            balance = budget
            since = now
        }
        // A limit that was lowered meanwhile holds at once.
        balance = min(balance, budget)
    }

    fileprivate mutating func spend(_ price: Double, _ limit: RateLimit, _ now: Date) -> LimitState.Excess? {
        let second = Int64(now.timeIntervalSince1970.rounded(.down))
        callsInSecond = second == self.second ? callsInSecond + 1 : 1
        self.second = second
        if let burst = limit.burst, callsInSecond > burst { return .burst }
        guard balance >= price else { return .budget }
        balance -= price
        return nil
    }

    fileprivate func state(
        _ limit: RateLimit, price: Double, _ excess: LimitState.Excess?, evenly: Bool, _ now: Date
    ) -> LimitState {
        let missing = Double(limit.budget) - balance
        let perSecond = Double(limit.budget) / Double(limit.windowSeconds)
        let reset =
            evenly
            ? now.addingTimeInterval(missing / perSecond) : since.addingTimeInterval(Double(limit.windowSeconds))
        let wait: Double =
            switch excess {
            case nil: 0
            case .burst: 1
            case .budget: evenly ? (price - balance) / perSecond : reset.timeIntervalSince(now)
            }
        return LimitState(
            limit: limit, remaining: Int(balance), reset: reset, excess: excess,
            retryAfter: excess == nil ? 0 : max(1, Int(wait.rounded(.up))))
    }
}
