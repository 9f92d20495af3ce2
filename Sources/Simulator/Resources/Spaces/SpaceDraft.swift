import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a request says of a space that is to be made or changed.
struct SpaceDraft: Sendable {
    var key: String?
    var name: String?
    /// In plain text.
    var description: String?
    var homepageID: Int64?
    var isArchived: Bool?
    /// As the request names it; `global` where a space is for everything.
    var type: String?
    var isPersonal = false
    var isPrivate = false
    /// Who is to have which permissions, where the request says so; otherwise the site's usual ones are given.
    var permissions: [JSON]?

    /// Reads the body of v1, the same on both deployments.
    init(rest call: Call) throws(Refusal) {
        let body = try call.body()
        key = body["key"]?.stringValue
        name = body["name"]?.stringValue
        description = Self.text(body["description"])
        homepageID = body["homepage"]?["id"].flatMap(Self.id)
        switch body["status"]?.stringValue?.lowercased() {
        case "archived": isArchived = true
        case "current": isArchived = false
        case let word?: throw RestrictionDraft.invalid("Invalid space status: \(word)")
        case nil: break
        }
        type = body["type"]?.stringValue
        permissions = body["permissions"]?.arrayValue
    }

    /// Reads the body of v2.
    init(v2 call: Call) throws(Refusal) {
        let body = try call.body()
        key = body["key"]?.stringValue ?? body["alias"]?.stringValue
        name = body["name"]?.stringValue
        description = body["description"]?["value"]?.stringValue
        isPrivate = body["createPrivateSpace"]?.boolValue ?? false
    }

    /// What a space of everybody is to be used for from now on; `nil` where the request leaves that.
    ///
    /// That a space can't become somebody's own, nor the other way round, is inferred.
    func use(of space: SpaceRecord) throws(Refusal) -> String? {
        guard let type = type?.lowercased(), type != space.typeName else { return nil }
        guard space.kind == .global, SpaceRecord.uses.contains(type) else {
            throw RestrictionDraft.invalid("Invalid space type: \(type)")
        }
        return type
    }

    /// A home page is named by a number or by its text.
    private static func id(_ json: JSON) -> Int64? { json.integerValue ?? json.stringValue.flatMap { Int64($0) } }

    private static func text(_ json: JSON?) -> String? {
        json?["plain"]?["value"]?.stringValue ?? json?["view"]?["value"]?.stringValue ?? json?["value"]?.stringValue
    }

    /// The key and name of a new space, or the refusal that the site's check of them gives.
    ///
    /// The words of the checks and their order: `SpaceServiceImpl` of Confluence 7.
    func checked(isTaken: (String) throws -> Bool) throws -> (key: String, name: String) {
        let key = key ?? ""
        guard Self.isValid(key, isPersonal: isPersonal) else {
            throw RestrictionDraft.invalid("Invalid space key: \(key)")
        }
        if try isTaken(key) { throw RestrictionDraft.invalid("A space already exists with key \(key)") }
        guard let name = name?.trimmingEdges(), !name.isEmpty else {
            throw RestrictionDraft.invalid("Name is blank. Cannot create a space with a blank name.")
        }
        guard name.count <= 200 else {
            throw RestrictionDraft.invalid("The space name must not be longer than 200 characters.")
        }
        return (key, name)
    }

    /// Letters and digits, at most 255; a personal space's begins with a tilde.
    private static func isValid(_ key: String, isPersonal: Bool) -> Bool {
        guard (1...255).contains(key.count) else { return false }
        if isPersonal { return key.hasPrefix("~") }
        return key.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
    }
}
