import ConfluenceModel
import ConfluenceWire
import Foundation

/// How a deployment counts what a caller spends, and how it tells.
struct LimitStyle: Sendable {
    /// What a call costs.
    var price: @Sendable (Call) -> Int
    /// Whether the budget flows back evenly, as tokens do that fill a bucket, or all at once at a window's end.
    var refillsEvenly: Bool
    /// As what an excess is refused.
    var refusal: Refusal.Kind
    /// What every answer tells of the account.
    var headers: @Sendable (LimitState) -> Headers

    /// Points per call; what a call costs is not published in numbers.
    ///
    /// Source: developer.atlassian.com/cloud/confluence/rate-limiting (headers documented, prices inferred).
    static let cloud = LimitStyle(
        price: { call in
            if call.route.api == .search { return 10 }
            if !call.isRead { return 5 }
            return 1 + (call.items("expand")?.count ?? 0)
        },
        refillsEvenly: false,
        refusal: .rateLimited,
        headers: { state in
            var headers: Headers = [
                "X-RateLimit-Limit": String(state.limit.budget),
                "X-RateLimit-Remaining": String(state.remaining),
                "X-RateLimit-Reset": Instants.seconds(state.reset),
            ]
            if state.remaining * 5 < state.limit.budget { headers.add("X-RateLimit-NearLimit", "true") }
            if let excess = state.excess {
                headers.add("Retry-After", String(state.retryAfter))
                let reason = excess == .burst ? "confluence-burst-based" : "confluence-quota-tenant-based"
                headers.add("RateLimit-Reason", reason)
            }
            return headers
        }
    )

    /// Through the gateway an excess does not say when to come back, as users of it published in April 2026.
    static let gateway = LimitStyle(
        price: cloud.price,
        refillsEvenly: false,
        refusal: .gatewayRateLimited,
        headers: { state in
            var headers: Headers = [
                "X-RateLimit-Limit": String(state.limit.budget),
                "X-RateLimit-Remaining": String(state.remaining),
                "X-RateLimit-Reset": Instants.seconds(state.reset),
            ]
            if state.excess != nil { headers.add("X-Failure-Category", "FAILURE_CLIENT_RATE_LIMIT") }
            return headers
        }
    )

    /// One token a request, as the limiter in Data Center's administration counts.
    ///
    /// Source: confluence.atlassian.com, rate limiting: headers.
    static let dataCenter = LimitStyle(
        price: { _ in 1 },
        refillsEvenly: true,
        refusal: .rateLimited,
        headers: { state in
            var headers: Headers = [
                "X-RateLimit-Limit": String(state.limit.budget),
                "X-RateLimit-Remaining": String(state.remaining),
                "X-RateLimit-Interval-Seconds": String(state.limit.windowSeconds),
                "X-RateLimit-FillRate": String(state.limit.budget),
            ]
            if state.excess != nil { headers.add("Retry-After", String(state.retryAfter)) }
            return headers
        }
    )
}

/// Where a caller stands after a call was charged.
struct LimitState: Sendable, Hashable {
    var limit: RateLimit
    var remaining: Int
    /// When the whole budget is there again.
    var reset: Date
    /// What was overdrawn; `nil` where the call was within the limit.
    var excess: Excess?
    /// In seconds, for a call that was refused.
    var retryAfter: Int

    enum Excess: Sendable, Hashable {
        case budget
        case burst
    }
}
