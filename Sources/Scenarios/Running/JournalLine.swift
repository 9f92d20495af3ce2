package import ConfluenceWire

/// One exchange as the site saw it, with the reason for its answer.
package struct JournalLine: Sendable, Hashable, CustomStringConvertible {
    /// Counted from 1 over the life of the site.
    package var number: Int
    package var method: String
    package var target: String
    package var host: String
    /// 0 where no answer came.
    package var status: Int
    /// Who the site took the caller for; `nil` for nobody.
    package var account: String?
    package var decision: String
    /// `https://acme.atlassian.net`, as the client addressed the site.
    package var origin: String
    /// What each stage of the site found, the deciding one last.
    package var trail: [String]
    /// The beginning of both bodies, as far as they are known.
    package var requestBody: String?
    package var responseBody: String?
    /// The headers of the answer, as far as they are known.
    package var responseHeaders: Headers
    /// Where a secret stood that is not meant for it: `the address`, `the header Referer`.
    package var exposedSecrets: [String]

    package init(
        number: Int = 1, method: String, target: String, host: String = "", status: Int, account: String?,
        decision: String, origin: String = "", trail: [String] = [], requestBody: String? = nil,
        responseBody: String? = nil, responseHeaders: Headers = [:], exposedSecrets: [String] = []
    ) {
        self.exposedSecrets = exposedSecrets
        self.number = number
        self.method = method
        self.target = target
        self.host = host
        self.status = status
        self.account = account
        self.decision = decision
        self.origin = origin
        self.trail = trail
        self.requestBody = requestBody
        self.responseBody = responseBody
        self.responseHeaders = responseHeaders
    }

    package var description: String {
        "\(method) \(target) → \(status) (\(account ?? "nobody")): \(decision)"
    }
}
