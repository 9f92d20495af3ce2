import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What the pages of Data Center are told of the comments on their text.
enum AnnotationAnswer: Sendable {
    case list([Annotation])
    case made(Annotation)
    case edited(Annotation)
    case replies([Annotation])
    case replied(Annotation)
    case resolution(Annotation)
    /// The comment at the top of a reply's thread.
    case top(Int64)
}

/// A comment on a text of a page, or what answers one, with what the reader may do with it.
struct Annotation: Sendable {
    var comment: ContentRecord
    var facts: CommentFacts
    /// The page as it stands: where its text is gone, it is what settled the comment.
    var container: ContentRecord
    /// In view format.
    var body: String
    var operations: Set<ContentOperation>
    var canComment: Bool
}

/// The comments on a page's text, as the scripts of Data Center's pages read and write them.
extension Resource {
    static let annotations = Resource.reading({ call, store in
        .view(try store.content(annotated(call.item("containerId"))))
    }) { grant, store, _ in
        let filter = CommentFilter(containerID: try grant.content.id, place: .top, isInline: true)
        // A reply whose thread lost its top is about no text of its own.
        return .annotations(.list(try annotations(filter, grant, store).filter { $0.facts.anchor != nil }))
    }

    static let annotate = Resource(
        demand: { call, store in .content(.comment, try AnnotationDraft(call).container(store)) },
        carryOut: { grant, world in
            let draft = try AnnotationDraft(grant.call).comment
            return try world.change(by: grant) { writer, author in
                let made = try add(draft, to: grant.content, writer, by: author, world)
                return .annotations(.made(try annotation(made, grant, writer.reader)))
            }
        }
    )

    static let annotationReplies = Resource.reading({ call, store in
        .view(try store.comment(call, isInline: true))
    }) { grant, store, _ in
        let filter = CommentFilter(place: .below(try grant.content.id))
        return .annotations(.replies(try annotations(filter, grant, store)))
    }

    /// Threads are flat: what answers a reply stands beside it.
    static let replyToAnnotation = Resource(
        demand: { call, store in .content(.comment, try store.content(store.top(call).parentID ?? 0)) },
        carryOut: { grant, world in
            try world.change(by: grant) { writer, author in
                let top = try writer.reader.top(grant.call)
                let draft = try CommentDraft(replyTo: top.id, in: grant.content, grant.call)
                let made = try add(draft, to: grant.content, writer, by: author, world)
                return .annotations(.replied(try annotation(made, grant, writer.reader)))
            }
        }
    )

    /// Settling a comment, or opening it again, is a matter of all who may comment; the body is not looked at.
    static let resolveAnnotation = Resource(
        demand: { call, store in .content(.comment, try store.content(store.top(call).parentID ?? 0)) },
        carryOut: { grant, world in
            let call = grant.call
            return try world.change(by: grant) { writer, author in
                let top = try writer.reader.top(call)
                try writer.resolve(
                    comment: top.id, call.place("resolved") == "true", asDangling: call.place("dangling") == "true",
                    by: author, now: world.now)
                return .annotations(.resolution(try annotation(top, grant, writer.reader)))
            }
        }
    )

    static let annotationOfReply = Resource.reading({ call, store in
        .view(try store.comment(call, isInline: true))
    }) { grant, store, _ in
        .annotations(.top(try store.top(grant.call).id))
    }

    static let editAnnotation = Resource(
        demand: { call, store in .edit(try store.comment(call, isInline: true)) },
        carryOut: { grant, world in
            let body = try CommentDraft.written(grant.call.body(), grant.call)
            return try world.change(by: grant) { writer, author in
                let id = try grant.content.id
                let edited = try writer.updateContent(id: id, body: body, author: author, now: world.now)
                return .annotations(.edited(try annotation(edited, grant, writer.reader)))
            }
        }
    )

    static let removeAnnotation = removeComment(isInline: true)

    private static func annotations(
        _ filter: CommentFilter, _ grant: Grant, _ store: StoreReader
    ) throws -> [Annotation] {
        try store.comments(filter, visibleTo: grant.viewer, limit: 10_000).map { try annotation($0, grant, store) }
    }

    private static func annotation(
        _ comment: ContentRecord, _ grant: Grant, _ store: StoreReader
    ) throws -> Annotation {
        let loader = ContentLoader(grant, store)
        guard let facts = try store.commentFacts(of: comment.id),
            let container = try comment.parentID.flatMap({ try store.content(id: $0) })
        else { throw Refusal.missing(comment.id, kind: .comment) }
        return Annotation(
            comment: comment, facts: facts, container: container, body: try loader.body(of: comment, as: .view),
            operations: try loader.hearing.operations(on: comment),
            canComment: try loader.hearing.operations(on: container).contains(.comment))
    }

    /// The number of the page that is asked about.
    fileprivate static func annotated(_ text: String?) throws(Refusal) -> Int64 {
        guard let text, let id = Int64(text), id > 0 else {
            throw Refusal(
                .requestInvalid, [.text: "containerId is required"], because: "the request names no page by its number")
        }
        return id
    }
}

extension StoreReader {
    /// The comment at the top of the thread to which the one that the path names belongs.
    fileprivate func top(_ call: Call) throws -> ContentRecord {
        let comment = try comment(call, isInline: true)
        return try thread(above: comment.id).first ?? comment
    }
}

/// What the scripts of a page send to comment on its text.
private struct AnnotationDraft {
    var comment: CommentDraft
    private var containerID: Int64

    init(_ call: Call) throws {
        let json = try call.body()
        containerID = try Resource.annotated(
            json["containerId"]?.stringValue ?? json["containerId"]?.integerValue.map(String.init))
        comment = try CommentDraft(
            on: containerID,
            inline: CommentDraft.InlineProperties(
                selection: json["originalSelection"]?.stringValue ?? "",
                index: Int(clamping: json["matchIndex"]?.integerValue ?? 0),
                count: json["numMatches"]?.integerValue.map { Int(clamping: $0) }),
            body: json, call)
    }

    func container(_ store: StoreReader) throws -> ContentRecord { try store.content(containerID) }
}

extension CommentDraft {
    fileprivate init(on containerID: Int64, inline: InlineProperties, body json: JSON, _ call: Call) throws {
        self.containerID = containerID
        self.inline = inline
        isInline = true
        body = try Self.written(json, call)
    }

    fileprivate init(replyTo parentID: Int64, in container: ContentRecord, _ call: Call) throws {
        containerID = container.id
        self.parentID = parentID
        isInline = true
        body = try Self.written(try call.body(), call)
    }

    fileprivate static func written(_ json: JSON, _ call: Call) throws -> String {
        try BodyIntake(style: call.dialect.bodies, seed: "comment").storage(
            json["body"]?.stringValue ?? "", as: "editor")
    }
}
