import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What was asked about the properties of an account.
enum UserPropertyAnswer: Sendable {
    case keys(Rows<String>)
    case one(UserPropertyRecord)
    case made
}

/// Cloud: what clients keep of accounts. Everybody who may use the site reads and writes those of everybody.
extension Resource {
    static let userProperties = Resource(demand: anyAccount) { grant, world in
        let paging = try grant.call.paging(limit: 5, most: 25)
        let keys = try world.read { try $0.properties(ofUser: owner(grant, $0)).map(\.key) }
        return .userProperties(.keys(Rows(Array(keys.dropFirst(paging.start)), paging: paging)))
    }

    static let userProperty = Resource(demand: anyAccount) { grant, world in
        .userProperties(.one(try world.read { try property(grant, $0) }))
    }

    static let createUserProperty = Resource(demand: anyAccount) { grant, world in
        let key = try propertyKey(grant.call)
        let value = try propertyValue(grant.call)
        try world.change(by: grant) { writer, _ in
            let owner = try owner(grant, writer.reader)
            guard try writer.reader.property(key, ofUser: owner) == nil else {
                throw Refusal(.propertyExists, [.key: key], because: "\(owner.name) has a property “\(key)” already")
            }
            try writer.setProperty(key, to: value, ofUser: owner, now: world.now)
        }
        return .userProperties(.made)
    }

    static let updateUserProperty = Resource(demand: anyAccount) { grant, world in
        let value = try propertyValue(grant.call)
        try world.change(by: grant) { writer, _ in
            let known = try property(grant, writer.reader)
            try writer.setProperty(known.key, to: value, ofUser: owner(grant, writer.reader), now: world.now)
        }
        return .done
    }

    static let deleteUserProperty = Resource(demand: anyAccount) { grant, world in
        try world.change(by: grant) { writer, _ in
            let known = try property(grant, writer.reader)
            try writer.removeProperty(known.key, ofUser: owner(grant, writer.reader))
        }
        return .done
    }

    private static func owner(_ grant: Grant, _ store: StoreReader) throws -> AccountRecord {
        let text = grant.call.place("user")
        guard let account = try store.account(accountID: text) else { throw Refusal.noUser(text) }
        return account
    }

    private static func property(_ grant: Grant, _ store: StoreReader) throws -> UserPropertyRecord {
        let key = try propertyKey(grant.call)
        let owner = try owner(grant, store)
        guard let property = try store.property(key, ofUser: owner) else {
            throw Refusal(.propertyMissing, [.key: key], because: "\(owner.name) has no property “\(key)”")
        }
        return property
    }

    /// Source: v1 description (the signs); the length is that of content's keys.
    private static func propertyKey(_ call: Call) throws(Refusal) -> String {
        let key = call.place("property-key")
        guard key.wholeMatch(of: /[-_a-zA-Z0-9]{1,255}/) != nil else {
            throw RestrictionDraft.invalid("The property key is invalid or too long: \(key)")
        }
        return key
    }

    private static func propertyValue(_ call: Call) throws(Refusal) -> String {
        let value = try call.body()["value"] ?? .null
        guard value.objectValue?.members.isEmpty == false else {
            throw RestrictionDraft.invalid("The property value must be an object that is not empty.")
        }
        let text = String(decoding: JSONWriter.compact(value), as: UTF8.self)
        guard text.count <= 32768 else { throw RestrictionDraft.invalid("The property value is too long.") }
        return text
    }
}
