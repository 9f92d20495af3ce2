import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// People as `/api/v2` shows them.
extension V2Writer {
    func write(_ answer: PeopleAnswer) throws -> Response {
        switch answer {
        case .named(let accounts):
            ok(["results": .array(accounts.map(user)), "_links": ["base": .string(base.url)]])
        case .access(let without, let invalid):
            ok([
                "emailsWithoutAccess": .array(without.map(JSON.string)),
                "invalidEmails": .array(invalid.map(JSON.string)),
            ])
        default: throw Refusal(.internalError, because: "this outcome has no form in /api/v2")
        }
    }

    private func user(_ account: AccountRecord) -> JSON {
        [
            "displayName": .string(account.displayName), "timeZone": account.timeZone.map(JSON.string) ?? .null,
            "personalSpaceId": .null, "isExternalCollaborator": false,
            "accountStatus": account.isActive ? "active" : "inactive",
            "accountId": .string(account.accountID), "email": .string(account.email),
            "accountType": account.kind == .app ? "app" : "atlassian", "publicName": .string(account.displayName),
            "profilePicture": [
                "path": .string("\(base.context)/aa-avatar/\(account.accountID)"), "isDefault": true,
            ],
        ]
    }
}
