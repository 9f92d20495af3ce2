import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a client wants the restrictions of content to be; lists that it leaves out are `nil`.
struct RestrictionDraft: Sendable {
    var entries: [Entry]

    struct Entry: Sendable {
        var operation: RestrictedOperation
        var users: [Subject]?
        var groups: [Subject]?

        var subjects: [Subject] { (users ?? []) + (groups ?? []) }
    }

    /// An array of restrictions, or an object that holds it as `results`.
    init(_ json: JSON, naming people: PeopleStyle, in store: StoreReader) throws {
        guard let elements = json.arrayValue ?? json["results"]?.arrayValue else {
            throw Self.invalid("a list of restrictions is expected")
        }
        entries = try elements.map { element in
            let word = element["operation"]?.stringValue ?? ""
            guard let operation = RestrictedOperation(rawValue: word) else {
                throw Self.invalid("Unsupported restriction operation: \(word)")
            }
            let lists = element["restrictions"]
            return Entry(
                operation: operation,
                users: try Self.list(lists?["user"]).map { try $0.map { try Self.user($0, people, store) } },
                groups: try Self.list(lists?["group"]).map { try $0.map { try Self.group($0, store) } })
        }
    }

    private static func list(_ json: JSON?) -> [JSON]? { json?.arrayValue ?? json?["results"]?.arrayValue }

    private static func user(_ json: JSON, _ people: PeopleStyle, _ store: StoreReader) throws -> Subject {
        guard let account = try people.account(store, named: { json[$0]?.stringValue }) else {
            throw invalid("a user of the restriction is not known")
        }
        return .user(account.name)
    }

    private static func group(_ json: JSON, _ store: StoreReader) throws -> Subject {
        let text = json["id"]?.stringValue ?? json["name"]?.stringValue ?? ""
        guard let name = try store.group(text) else { throw invalid("the group “\(text)” is not known") }
        return .group(name)
    }

    static func invalid(_ text: String) -> Refusal { Refusal(.requestInvalid, [.text: text], because: text) }
}

extension PeopleStyle {
    /// The account that a request names in one of the ways that the dialect takes.
    func account(_ store: StoreReader, named value: (String) -> String?) throws -> AccountRecord? {
        for (name, find) in names {
            if let value = value(name) { return try find(store, value) }
        }
        return nil
    }
}
