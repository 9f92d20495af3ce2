/// One exchange as the site saw it, with the reason for its answer.
package struct JournalLine: Sendable, Hashable, CustomStringConvertible {
    /// Counted from 1 over the life of the site.
    package var number: Int
    package var method: String
    package var target: String
    package var host: String
    package var status: Int
    /// Who the site took the caller for; `nil` for nobody.
    package var account: String?
    package var decision: String

    package init(
        number: Int = 1, method: String, target: String, host: String = "", status: Int, account: String?,
        decision: String
    ) {
        self.number = number
        self.method = method
        self.target = target
        self.host = host
        self.status = status
        self.account = account
        self.decision = decision
    }

    package var description: String {
        "\(method) \(target) → \(status) (\(account ?? "nobody")): \(decision)"
    }
}
