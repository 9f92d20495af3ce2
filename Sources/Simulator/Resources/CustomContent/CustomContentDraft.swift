import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a client sends to make or change the content of an app in v2.
struct CustomContentDraft: Sendable {
    var type: CustomType
    var title: String
    /// As the app wrote it, or in storage format.
    var body: String
    var status: ContentStatus
    var spaceID: Int64?
    /// The page, blog post or custom content that is to hold it.
    var container: (kind: ContentKind, id: Int64)?
    var version: Int?
    var message: String

    /// The members that name what holds it, with the kind that each stands for.
    private static let holders: [(name: String, kind: ContentKind)] = [
        ("pageId", .page), ("blogPostId", .blogpost), ("customContentId", .custom),
    ]

    /// - Parameter fileName: The name of the file that the media service knows under an id.
    init(_ call: Call, fileName: @escaping (_ mediaID: String) -> String? = { _ in nil }) throws {
        let json = try call.body()
        for name in ["type", "title", "body"] where json[name] == nil {
            throw Self.invalid("The '\(name)' of the custom content is required", because: "the body lacks “\(name)”")
        }
        title = json["title"]?.stringValue?.trimmingEdges() ?? ""
        guard !title.isEmpty, title.utf16.count <= ContentDraft.longestTitle else {
            throw Self.invalid(
                "The 'title' of the custom content must have from 1 to \(ContentDraft.longestTitle) characters",
                because: "the title has \(title.utf16.count) characters")
        }
        let statusName = json["status"]?.stringValue ?? ContentStatus.current.rawValue
        guard let status = ContentStatus(rawValue: statusName), status == .current || status == .draft else {
            throw Self.invalid("Invalid status: \(statusName)", because: "the status is “\(statusName)”")
        }
        self.status = status
        spaceID = ContentDraft.id(json["spaceId"])
        let named = Self.holders.filter { json[$0.name] != nil }
        guard named.count + (json["spaceId"] == nil ? 0 : 1) <= 1 else {
            throw Self.invalid(
                "Only one of 'spaceId', 'pageId', 'blogPostId' and 'customContentId' is allowed",
                because: "the body names several containers")
        }
        container = named.first.map { ($0.kind, ContentDraft.id(json[$0.name]) ?? 0) }
        version = json["version"]?["number"]?.integerValue.map { Int(clamping: $0) }
        message = json["version"]?["message"]?.stringValue ?? ""
        let written = json["body"]?["value"] == nil ? json["body"]?.objectValue?.members.first?.value : json["body"]
        let form = written?["representation"]?.stringValue ?? BodyFormat.storage.rawValue
        type = CustomType(
            try CustomType.checked(json["type"]?.stringValue ?? ""), isRaw: form == BodyFormat.raw.rawValue)
        body = written?["value"]?.stringValue ?? ""
        guard !type.isRaw else { return }
        body = try BodyIntake(style: call.dialect.bodies, seed: title, fileName: fileName).storage(body, as: form)
    }

    /// Where it is to lie: what holds it decides the space.
    func place(_ store: StoreReader) throws -> Demand {
        if let container {
            let holder = try store.content(container.id, of: container.kind, in: [.current, .archived, .draft])
            guard let space = try store.space(id: holder.spaceID) else { throw Refusal.missing(holder.id) }
            return .create(.custom, space, parent: .content(holder))
        }
        guard let spaceID else {
            throw Self.invalid(
                "One of 'spaceId', 'pageId', 'blogPostId' and 'customContentId' is required",
                because: "the body names no container")
        }
        guard let space = try store.space(id: spaceID) else {
            throw Refusal(
                .createDenied, [.id: String(spaceID), .contentType: type.name],
                because: "no space has the id \(spaceID)")
        }
        return .create(.custom, space, parent: nil)
    }

    static func invalid(_ text: String, because words: String) -> Refusal {
        Refusal(.requestInvalid, [.text: text], because: words)
    }
}
