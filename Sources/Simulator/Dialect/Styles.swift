import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// How a dialect writes the paths of what people see.
struct LinkStyle: Sendable {
    var webUI: @Sendable (ContentRecord) -> String
    var editUI: @Sendable (ContentRecord) -> String
    var space: @Sendable (_ key: String) -> String
    /// Where the API says that a file is downloaded.
    var download: @Sendable (ContentRecord) -> String

    /// The path by which bodies and browsers name an attachment's file, the same in all dialects.
    static func file(_ file: ContentRecord) -> String {
        let name = PercentEncoding.encode(file.title, allowed: .pathSegment)
        let milliseconds = file.version.createdAt.millisecondsSince1970
        return "/download/attachments/\(file.parentID ?? 0)/\(name)"
            + "?version=\(file.version.number)&modificationDate=\(milliseconds)&cacheVersion=1&api=v2"
    }

    /// The short path: the id's bytes, lowest first, in Base64 for addresses without the zeros at the end.
    func tiny(_ id: Int64) -> String {
        var bytes: [UInt8] = []
        var rest = UInt64(bitPattern: id)
        while rest > 0 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
        return "/x/" + Base64URL.encode(bytes)
    }
}

/// How a dialect shows an account.
struct PeopleStyle: Sendable {
    /// The members that name the account: `accountId` or `username` and `userKey`.
    var identity: @Sendable (AccountRecord) -> JSONObject
    /// The query of an account's `self` link.
    var query: @Sendable (AccountRecord) -> String
    /// By what requests name an account, and how it is found.
    var names: [(member: String, find: @Sendable (StoreReader, String) throws -> AccountRecord?)]
    /// What an author is called in v2 answers.
    var authorID: @Sendable (AccountRecord) -> String
    var expandable: [String]
    /// Where an account's picture lies below the context.
    var picture: @Sendable (AccountRecord) -> String
    /// Whether groups have identifiers beside their names.
    var hasGroupIDs: Bool
}

/// The headers that a dialect puts on every answer, and those that tell how a login went.
struct HeaderStyle: Sendable {
    /// The phrase behind every status; `nil` stands for the standard one.
    var reason: String?
    var always: Headers
    /// What tells how the login went; the session is the one that the caller's account holds.
    var login: @Sendable (_ caller: Caller, _ session: String?) -> Headers
    /// On answers of routes that are about to go.
    var deprecated: Headers
}

/// Base64 in the spelling of Confluence's short links: `-` for `/`, `_` for `+`, no padding, no zeros at the end.
enum Base64URL {
    static func encode(_ bytes: [UInt8]) -> String {
        var text = Data(bytes).base64EncodedString().filter { $0 != "=" }
        while text.hasSuffix("A") { text.removeLast() }
        return String(text.map { $0 == "/" ? "-" : $0 == "+" ? "_" : $0 })
    }
}
