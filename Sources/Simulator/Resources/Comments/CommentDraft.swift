import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// What a client sends to comment on something or to answer a comment.
struct CommentDraft: Sendable {
    /// The content that is commented on; `nil` where only the comment is named that is answered.
    var containerID: Int64?
    /// The comment that is answered.
    var parentID: Int64?
    var isInline: Bool
    /// What an inline comment says about the text that it is about.
    var inline: InlineProperties?
    var body: String

    /// The members of `inlineProperties` and of `inlineCommentProperties` that matter here.
    struct InlineProperties: Sendable {
        var selection: String
        var index: Int
        /// How many places of the text the client saw; `nil` where it doesn't say.
        var count: Int?
        /// Members that the deployment asks for and that are not there.
        var missing: [String] = []
    }

    /// The body of `POST /rest/api/content` with the type `comment`.
    ///
    /// - Parameter fileName: The name of the file that the media service knows under an id.
    init(rest call: Call, fileName: @escaping (_ mediaID: String) -> String? = { _ in nil }) throws {
        let json = try call.body()
        let ancestors = json["ancestors"]?.arrayValue ?? []
        parentID = ancestors.last.flatMap { ContentDraft.id($0["id"]) }
        containerID = ContentDraft.id(json["container"]?["id"])
        isInline = json["extensions"]?["location"]?.stringValue == "inline"
        if isInline, let properties = json["extensions"]?["inlineProperties"] {
            inline = InlineProperties(
                selection: properties["originalSelection"]?.stringValue ?? "",
                index: Int(clamping: properties["matchIndex"]?.integerValue ?? 0),
                count: properties["numMatches"]?.integerValue.map { Int(clamping: $0) },
                missing: call.dialect.inlineCommentFields.filter { properties[$0] == nil })
        }
        body = ""
        if let written = json["body"]?.objectValue?.members.first {
            let format = written.value["representation"]?.stringValue ?? written.key
            let value = written.value["value"]?.stringValue ?? ""
            let intake = BodyIntake(style: call.dialect.bodies, seed: "comment", fileName: fileName)
            body = try intake.storage(value, as: format)
        }
    }

    /// The body of `POST /api/v2/footer-comments` and `/api/v2/inline-comments`.
    init(
        v2 call: Call, isInline: Bool, fileName: @escaping (_ mediaID: String) -> String? = { _ in nil }
    ) throws {
        let json = try call.body()
        parentID = ContentDraft.id(json["parentCommentId"])
        let containers = ["pageId", "blogPostId", "attachmentId", "customContentId"]
        containerID =
            containers.lazy.compactMap { name in
                // Attachments are named with their prefix.
                ContentDraft.id(json[name]) ?? json[name]?.stringValue.flatMap { Int64($0.dropFirst(3)) }
            }.first
        self.isInline = isInline
        if isInline, let properties = json["inlineCommentProperties"] {
            inline = InlineProperties(
                selection: properties["textSelection"]?.stringValue ?? "",
                index: Int(clamping: properties["textSelectionMatchIndex"]?.integerValue ?? 0),
                count: properties["textSelectionMatchCount"]?.integerValue.map { Int(clamping: $0) })
        }
        body = try Self.body(v2: json, call, fileName: fileName) ?? ""
    }

    /// The body of a comment in v2, which may stand under the name of its form.
    static func body(
        v2 json: JSON, _ call: Call, fileName: @escaping (_ mediaID: String) -> String?
    ) throws -> String? {
        guard let body = json["body"] else { return nil }
        let holder = body["value"] == nil ? body.objectValue?.members.first?.value ?? body : body
        return try BodyIntake(style: call.dialect.bodies, seed: "comment", fileName: fileName).storage(
            holder["value"]?.stringValue ?? "", as: holder["representation"]?.stringValue ?? "storage")
    }

    // MARK: Where it goes

    /// What is commented on, through the comment that is answered where there is one.
    func container(_ store: StoreReader) throws -> ContentRecord {
        if let parentID {
            guard let parent = try store.content(id: parentID), parent.status != .trashed, parent.kind == .comment,
                let id = parent.parentID
            else {
                throw Refusal.missing(parentID, kind: .comment, because: "there is no comment with the id \(parentID)")
            }
            return try store.content(id)
        }
        guard let containerID else {
            throw Refusal(
                .requestInvalid, [.text: "A container is required to create a comment."],
                because: "the comment names no container")
        }
        return try store.content(containerID)
    }

    /// The text that the comment is about; a reply is about none, whatever it says.
    func selection(in container: ContentRecord) throws(Refusal) -> TextSelection? {
        guard isInline, parentID == nil else { return nil }
        guard let inline, !inline.selection.isEmpty else {
            throw Self.unusable("originalSelection", "The text selection is missing.")
        }
        if !inline.missing.isEmpty {
            throw Self.unusable(inline.missing.joined(separator: ","), "The properties of the selection are missing.")
        }
        let count = StorageFormat.occurrences(of: inline.selection, in: container.body)
        guard (0..<count).contains(inline.index), inline.count == nil || inline.count == count else {
            throw Self.unusable(
                "matchIndex", "The text selection stands \(count) times in the content, not where it is looked for.")
        }
        return TextSelection(text: inline.selection, index: inline.index)
    }

    /// - Parameter fields: The members that are at fault, joined by commas.
    private static func unusable(_ fields: String, _ text: String) -> Refusal {
        Refusal(.selectionUnusable, [.name: fields, .text: text], because: "no inline comment was made: \(text)")
    }
}
