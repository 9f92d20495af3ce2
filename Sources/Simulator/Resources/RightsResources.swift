import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a question about somebody's rights to content found.
struct RightsAnswer: Sendable {
    var subject: RightsSubject
    /// `nil` where the right is held.
    var objection: Ground?

    enum Ground: Sendable {
        /// The subject may not use Confluence at all.
        case site
        case space
        case content
    }
}

/// What people may do, asked for by itself.
extension Resource {
    static let pageOperations = operations(on: .page)
    static let blogPostOperations = operations(on: .blogpost)
    static let attachmentOperations = operations(on: .attachment)
    static let commentOperations = operationsOnComment(isInline: false)
    static let inlineCommentOperations = operationsOnComment(isInline: true)

    private static func operationsOnComment(isInline: Bool) -> Resource {
        .reading({ call, store in .view(try store.comment(call, isInline: isInline)) }) { grant, store, _ in
            let allowed = try ContentLoader(grant, store).hearing.operations(on: grant.content)
            return .operations(grant.call.dialect.rights.names(allowed, on: .comment))
        }
    }

    static func operations(on kind: ContentKind) -> Resource {
        .reading({ call, store in
            let id = try call.contentID()
            guard let content = try store.content(id: id), content.kind == kind, content.status != .trashed else {
                throw Refusal.missing(id, kind: kind)
            }
            return .view(content)
        }) { grant, store, _ in
            let allowed = try ContentLoader(grant, store).hearing.operations(on: grant.content)
            return .operations(grant.call.dialect.rights.names(allowed, on: kind))
        }
    }

    static let spaceOperations = Resource.reading(spaceByID.demand) { grant, store, _ in
        let allowed = try ContentLoader(grant, store).hearing.operations(in: grant.space.id)
        return .operations(grant.call.dialect.rights.names(allowed))
    }

    // MARK: The rights of others

    static let permissionCheck = Resource.reading({ call, store in
        let subject = try rightsSubject(call.body()["subject"], store)
        _ = try checkedOperation(call)
        return .weighRights(of: subject, try store.content(call.contentID()))
    }) { grant, store, world in
        guard case .weighRights(let subject, let content) = grant.demand else {
            throw Refusal(.internalError, because: "the route asks for nobody's rights")
        }
        let gate = RightsGate(world: world, dialect: grant.call.dialect)
        let ground = try gate.objection(to: checkedOperation(grant.call), on: content, of: subject, store)
        return .rights(RightsAnswer(subject: subject, objection: ground))
    }

    private static func checkedOperation(_ call: Call) throws(Refusal) -> ContentOperation {
        let word = try call.body()["operation"]?.stringValue ?? ""
        guard let operation = ContentOperation(rawValue: word), [.read, .update, .delete].contains(operation) else {
            throw RestrictionDraft.invalid("Unsupported operation: \(word)")
        }
        return operation
    }

    private static func rightsSubject(_ json: JSON?, _ store: StoreReader) throws -> RightsSubject {
        let identifier = json?["identifier"]?.stringValue ?? ""
        switch json?["type"]?.stringValue {
        case "user" where identifier == "anonymous":
            return .anonymous
        case "user":
            if let account = try store.account(accountID: identifier) { return .account(account) }
        case "group":
            if let group = try store.group(identifier) { return .group(group) }
        default: break
        }
        throw RestrictionDraft.invalid("Unknown subject: \(identifier)")
    }
}
