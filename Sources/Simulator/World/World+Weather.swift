import ConfluenceStore
import ConfluenceWire

extension World {
    /// What the faults that are on make of a request.
    func weather(of request: Request) -> Weather {
        faults.strike(request) { accountName(of: request) }
    }

    /// Whose credential a request carries, whether it would be accepted or not.
    private func accountName(of request: Request) -> String? {
        try? read { store in
            switch SentCredential(request.headers) {
            case .none: return nil
            case .bearer(let value): return try store.tokens().first { $0.value == value }?.owner.name
            case .basic(let encoded):
                let users = BasicCredentials.Charset.allCases.compactMap {
                    BasicCredentials(encoded: encoded, in: $0)?.user
                }
                for user in users {
                    if let account = try store.account(name: user) ?? store.account(email: user) { return account.name }
                }
                return nil
            }
        }
    }
}
