import ConfluenceModel
import ConfluenceStore

/// Whose rights are asked for: those of an account, of visitors, or of a group on its own.
enum RightsSubject: Sendable, Hashable {
    case account(AccountRecord)
    case anonymous
    case group(String)

    func isOneself(_ account: AccountRecord?) -> Bool {
        switch self {
        case .account(let asked): asked.id == account?.id
        case .anonymous: account == nil
        case .group: false
        }
    }

    /// What the journal calls the subject.
    var name: String {
        switch self {
        case .account(let account): account.name
        case .anonymous: "an anonymous caller"
        case .group(let name): "the group \(name)"
        }
    }
}
