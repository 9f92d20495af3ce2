extension Mutant {
    static let limits: [Mutant] = [
        Mutant(
            "granted-answer-asks-for-no-wait", "granted answers ask for a wait",
            .setHeader("Retry-After", to: "5", of: .get("*"))),
        Mutant(
            "no-wait-while-something-is-left", "granted answers ask for a wait",
            .setHeader("Retry-After", to: "5", of: .get("*"))),
        Mutant(
            "what-is-left-is-a-number", "what is left is told in words",
            .setHeader("X-RateLimit-Remaining", to: "plenty", of: .get("*"))),
        Mutant(
            "limit-is-a-number", "a limit is told in words", .setHeader("X-RateLimit-Limit", to: "none", of: .get("*"))),
        Mutant(
            "limit-is-renewed-at-a-time", "the time is told in seconds",
            .setHeader("X-RateLimit-Reset", to: "60", of: .get("*"))),
        Mutant(
            "limit-is-refilled-by-numbers", "the rate is told in words",
            .setHeader("X-RateLimit-FillRate", to: "fast", of: .get("*"))),
    ]
}
