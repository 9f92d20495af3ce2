import ConfluenceModel
import ConfluenceStore

/// Charges a call to its caller, and refuses it when the account is empty.
struct LimitStage: Sendable {
    let style: LimitStyle
    let world: World

    /// Where the caller stands now; `nil` where the site sets no limit, or the call is not of the API.
    func charge(_ call: Call, _ caller: Caller) -> LimitState? {
        switch call.route.api {
        case .pages, .site, .media: return nil
        default: break
        }
        guard let limit = world.settings.rateLimit else { return nil }
        return world.limits.charge(
            style.price(call), to: caller.account?.name ?? "", limit, evenly: style.refillsEvenly, at: world.now)
    }

    /// The refusal of a call that went beyond the limit.
    static func refusal(_ state: LimitState, of caller: Caller, as kind: Refusal.Kind) -> Refusal? {
        guard let excess = state.excess else { return nil }
        let words =
            switch excess {
            case .burst: "more than \(state.limit.burst ?? 0) requests within a second"
            case .budget: "\(caller.name) has spent the \(state.limit.budget) of \(state.limit.windowSeconds) s"
            }
        return Refusal(kind, because: "\(words); again in \(state.retryAfter) s")
    }
}
