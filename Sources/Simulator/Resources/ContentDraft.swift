import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a client sends to create or change content, read out of the body of a v1 or v2 call.
struct ContentDraft: Sendable {
    var title: String?
    var kind = ContentKind.page
    /// The type that an app gave to its content.
    var custom: CustomType?
    var subtype: PageSubtype?
    var status = ContentStatus.current
    /// In storage format, checked.
    var body: String?
    var spaceKey: String?
    var spaceID: Int64?
    var parentID: Int64?
    var version: Int?
    var message = ""
    var isMinorEdit = false
    /// Properties that are set with the content, which v1 alone takes.
    var properties: [PropertyDraft] = []

    /// The body of `POST` and `PUT /rest/api/content`.
    ///
    /// - Parameter fileName: The name of the file that the media service knows under an id.
    init(rest call: Call, fileName: @escaping (_ mediaID: String) -> String? = { _ in nil }) throws {
        let json = try call.body()
        title = json["title"]?.stringValue
        guard let type = json["type"]?.stringValue else {
            throw Refusal(
                .requestInvalid, [.text: "The type of the content is required"], because: "the body names no type")
        }
        let isCustom = call.dialect.search.knowsCustomTypes && CustomContentDefinition.isType(type)
        custom = isCustom ? CustomType(type) : nil
        guard let kind = isCustom ? .custom : ContentKind(rawValue: type), isCustom || Self.written.contains(kind)
        else {
            throw Refusal(
                .requestInvalid, [.text: "Unsupported content type: \(type)"], because: "the type “\(type)” is unknown")
        }
        self.kind = kind
        spaceKey = json["space"]?["key"]?.stringValue
        parentID =
            try Self.ancestor(json)
            ?? (json["container"]?["type"] == "space" ? nil : Self.id(json["container"]?["id"]))
        for property in json["metadata"]?["properties"]?.objectValue ?? [:] where property.value["value"] != nil {
            properties.append(try PropertyDraft(property.value, key: property.key))
        }
        try readCommon(json, statusItem: call.item("status"))
        if let body = json["body"]?.objectValue?.members.first {
            let format = body.value["representation"]?.stringValue ?? body.key
            let value = body.value["value"]?.stringValue ?? ""
            custom?.isRaw = format == BodyFormat.raw.rawValue
            self.body = custom?.isRaw == true ? value : try storage(value, as: format, call, fileName)
        }
    }

    /// The last of the ancestors named. One without an id is refused: mkdocs-with-confluence, which sends `null` for
    /// a page that it has only just made, waits for that and asks again.
    private static func ancestor(_ json: JSON) throws(Refusal) -> Int64? {
        guard let last = json["ancestors"]?.arrayValue?.last else { return nil }
        guard let id = id(last["id"]) else {
            throw Refusal(
                .requestInvalid, [.text: "The id of the ancestor is missing or invalid"],
                because: "an ancestor is named without an id")
        }
        return id
    }

    /// What v1 makes beside custom content.
    private static let written: Set<ContentKind> = [.page, .blogpost, .comment, .attachment]

    /// The body of `POST` and `PUT /api/v2/pages`.
    init(v2 call: Call, fileName: @escaping (_ mediaID: String) -> String? = { _ in nil }) throws {
        let json = try call.body()
        title = json["title"]?.stringValue
        spaceID = Self.id(json["spaceId"])
        parentID = Self.id(json["parentId"])
        subtype = try json["subtype"]?.stringValue.map { text throws(Refusal) in
            guard let subtype = PageSubtype(rawValue: text) else { throw Refusal.unfit(subtype: text) }
            return subtype
        }
        try readCommon(json, statusItem: nil)
        if status != .current, status != .draft {
            throw Refusal.unfit(status.rawValue, for: "status", expected: "current or draft")
        }
        if let body = json["body"] {
            let holder = body["value"] == nil ? body.objectValue?.members.first?.value ?? body : body
            let format = holder["representation"]?.stringValue ?? "storage"
            guard Self.representationsOfV2.contains(format) else {
                throw Refusal.unfit(format, for: "representation", expected: "storage, atlas_doc_format or wiki")
            }
            self.body = try storage(holder["value"]?.stringValue ?? "", as: format, call, fileName)
        }
    }

    /// What the description of v2 lets a client send.
    private static let representationsOfV2: Set = ["storage", "atlas_doc_format", "wiki"]

    /// As v1's description has it.
    static let longestTitle = 255

    private mutating func readCommon(_ json: JSON, statusItem: String?) throws {
        if let title, title.utf16.count > Self.longestTitle {
            throw Refusal(
                .requestInvalid, [.text: "A title has at most \(Self.longestTitle) characters."],
                because: "the title has \(title.utf16.count) characters")
        }
        if let text = json["status"]?.stringValue ?? statusItem {
            guard let status = ContentStatus(rawValue: text) else {
                throw Refusal(
                    .requestInvalid, [.text: "Invalid status: \(text)"], because: "the status “\(text)” is unknown")
            }
            self.status = status
        }
        // Jackson, by which Confluence reads bodies, takes a number for one that stands in quotation marks, too.
        version = Self.id(json["version"]?["number"]).map { Int(clamping: $0) }
        message = json["version"]?["message"]?.stringValue ?? ""
        isMinorEdit = json["version"]?["minorEdit"]?.boolValue ?? false
    }

    /// An id, which clients send as a text or as a number.
    static func id(_ json: JSON?) -> Int64? {
        json?.integerValue ?? json?.stringValue.flatMap { Int64($0) }
    }

    /// The body in storage format, by what the draft says of itself.
    private func storage(
        _ value: String, as format: String, _ call: Call, _ fileName: @escaping (_ mediaID: String) -> String?
    ) throws(Refusal) -> String {
        let seed = [call.place("id"), title ?? "", version.map(String.init) ?? ""].joined(separator: "\u{1F}")
        return try BodyIntake(style: call.dialect.bodies, seed: seed, fileName: fileName).storage(value, as: format)
    }
}
