import ConfluenceModel
import ConfluenceStore

/// Weighs what one caller wants against the permissions and restrictions of the site.
///
/// Requests, `operations` of an answer, permission checks and the verdicts shown to administrators are all weighed here.
struct Hearing {
    /// What the journal calls the caller.
    let name: String
    let viewer: Viewer
    let store: StoreReader
    /// The groups whose members may create spaces; `nil` where all accounts may.
    let spaceCreators: [String]?
    /// The caller's permissions in the spaces met so far.
    private let shelf = Shelf()

    init(name: String, viewer: Viewer, store: StoreReader, spaceCreators: [String]? = nil) {
        self.name = name
        self.spaceCreators = spaceCreators
        self.viewer = viewer
        self.store = store
    }

    private final class Shelf {
        var operations: [Int64: Set<SpaceOperation>] = [:]
    }

    /// Why the demand is granted, in words; throws the refusal where it is not.
    func weigh(_ demand: Demand) throws -> String {
        switch demand {
        case .nothing:
            return "\(name) may use Confluence"
        case .list:
            return "\(name) gets what it may view"
        case .account:
            guard viewer.account != nil else {
                throw Refusal(.anonymous, because: "\(name) can't do this: it needs an account")
            }
            return "\(name) has an account"
        case .createSpace:
            return try weighSpaceCreation()
        case .administerSite:
            guard viewer.account?.isSiteAdmin == true || viewer.bypasses else {
                throw Refusal(.siteAdminDenied, because: "\(name) does not administer the site")
            }
            return "\(name) administers the site"
        case .inSpace(let operation, let space, let missing, let denied):
            try require(operation, in: space, orMissing: missing, denied: denied)
            return "\(name) may \(operation.words(space.key))"
        case .content(let operation, let content):
            try require(operation, on: content)
            return "\(name) may \(operation.words(Self.name(content)))"
        case .unlabel(let content, let name):
            let labels = try store.labels(of: content.id, visibleTo: viewer).filter { $0.name == name.lowercased() }
            return try weigh(labels.contains { $0.ownerID != nil } ? .view(content) : .label(content))
        case .create(let kind, let space, let parent):
            try requireCreate(kind, in: space, below: parent)
            return "\(name) may create a \(kind.rawValue) in \(space.key)"
        case .all(let demands):
            return try demands.map { try weigh($0) }.joined(separator: ", ")
        case .weighRights(let subject, _):
            return try weighQuestion(about: subject)
        }
    }

    /// How the journal names a piece of content.
    static func name(_ content: ContentRecord) -> String {
        "\(content.kind.rawValue) \(content.id) “\(content.title)” in \(content.spaceKey)"
    }

    // MARK: Spaces

    /// The permissions that the caller holds and can use; every change has an author here, so visitors only look.
    func operations(in spaceID: Int64) throws -> Set<SpaceOperation> {
        if let known = shelf.operations[spaceID] { return known }
        let held = try store.operations(in: spaceID, for: viewer)
        let usable = viewer.isVisitor ? held.intersection([.view, .export]) : held
        shelf.operations[spaceID] = usable
        return usable
    }

    /// What speaks against an operation in a space; viewing it comes before all else.
    func objection(to operation: SpaceOperation, in spaceID: Int64, key: String) throws -> Objection? {
        let held = try operations(in: spaceID)
        guard held.contains(.view) else {
            return Objection(ground: .spaceHidden, words: "\(name) has no “view” permission in \(key)")
        }
        return held.contains(operation) ? nil : missing(operation, in: key)
    }

    private func missing(_ operation: SpaceOperation, in key: String) -> Objection {
        let words = "\(name) has no “\(operation.rawValue)” permission in \(key)"
        let note = viewer.isVisitor ? ", and could not use it: a change needs an account" : ""
        return Objection(ground: .permissionMissing, words: words + note)
    }

    private func weighSpaceCreation() throws -> String {
        guard let account = viewer.account else {
            throw Refusal(.anonymous, because: "\(name) can't create a space: it needs an account")
        }
        let isLetIn =
            spaceCreators.map { !$0.filter(account.groups.contains).isEmpty } ?? true
            || account.isSiteAdmin || viewer.bypasses
        guard isLetIn else {
            throw Refusal(
                .spaceCreationDenied, because: "\(name) has no “create space” permission: it is in none of its groups")
        }
        return "\(name) may create spaces"
    }

    private func require(
        _ operation: SpaceOperation, in space: SpaceRecord, orMissing kind: Refusal.Kind, denied: Refusal.Kind
    ) throws {
        guard let objection = try objection(to: operation, in: space.id, key: space.key) else { return }
        let values: [Refusal.Value: String] = [.key: space.key, .id: String(space.id)]
        throw objection.hides
            ? Refusal(kind, values, hidden: true, because: objection.words)
            : Refusal(denied, values, because: objection.words)
    }

    // MARK: Content

    /// What the caller may do with content; nothing where it may not even view it.
    func operations(on content: ContentRecord) throws -> Set<ContentOperation> {
        let standing = try standing(on: content, editing: true)
        return Set(ContentOperation.allCases.filter { objection(to: $0, on: content, standing) == nil })
    }

    /// What speaks against an operation: the space, then view restrictions, edit restrictions, the permission.
    func objection(to operation: ContentOperation, on content: ContentRecord) throws -> Objection? {
        objection(to: operation, on: content, try standing(on: content, editing: operation.isEditing))
    }

    /// What bears on every operation on a piece of content.
    private struct Standing {
        var hidden: Objection?
        var restricted: Objection?
        var held: Set<SpaceOperation>
    }

    private func standing(on content: ContentRecord, editing: Bool) throws -> Standing {
        let held = try operations(in: content.spaceID)
        if let objection = try objection(to: .view, in: content.spaceID, key: content.spaceKey) {
            return Standing(hidden: objection, held: held)
        }
        if content.status == .draft, !viewer.bypasses, viewer.account?.id != content.creator.id {
            let words = "\(Self.name(content)) is a draft of \(content.creator.name)"
            return Standing(hidden: Objection(ground: .contentHidden, words: words), held: held)
        }
        if content.guardID != nil, let barrier = try store.viewBarrier(content.id, for: viewer) {
            let words = words(of: barrier, to: "viewing", content)
            return Standing(hidden: Objection(ground: .contentHidden, words: words), held: held)
        }
        if editing, let holder = content.editRestrictionHolder,
            let barrier = try store.editBarrier(holder, for: viewer)
        {
            let words = words(of: barrier, to: "editing", content)
            return Standing(restricted: Objection(ground: .restricted, words: words), held: held)
        }
        return Standing(held: held)
    }

    private func objection(
        to operation: ContentOperation,
        on content: ContentRecord,
        _ standing: Standing
    ) -> Objection? {
        if let hidden = standing.hidden { return hidden }
        guard operation.exists(for: content.kind) else {
            return Objection(
                ground: .permissionMissing,
                words: "there is no “\(operation.rawValue)” for a \(content.kind.rawValue)")
        }
        if operation.isEditing, let restricted = standing.restricted { return restricted }
        let isOwn = viewer.account.map { $0.id == content.creator.id } ?? false
        guard let needed = operation.permission(on: content, isOwn: isOwn), !standing.held.contains(needed) else {
            return nil
        }
        if operation.isDeleting, isOwn, standing.held.contains(.deleteOwn) { return nil }
        return missing(needed, in: content.spaceKey)
    }

    private func require(_ operation: ContentOperation, on content: ContentRecord) throws {
        guard let objection = try objection(to: operation, on: content) else { return }
        let values: [Refusal.Value: String] = [
            .id: String(content.id), .contentType: content.kind.rawValue, .title: content.title,
            .key: content.spaceKey,
        ]
        throw objection.hides
            ? Refusal(.contentMissing, values, hidden: true, because: objection.words)
            : Refusal(operation.refusal, values, because: objection.words)
    }

    private func requireCreate(_ kind: ContentKind, in space: SpaceRecord, below parent: Demand.Parent?) throws {
        if let objection = try objection(to: kind.permissionToCreate, in: space.id, key: space.key) {
            throw Refusal(
                .createDenied, [.contentType: kind.rawValue, .key: space.key, .id: String(space.id)],
                because: objection.words)
        }
        switch parent {
        case .content(let content): try require(.read, on: content)
        case .missing(let refusal): throw refusal
        case nil: break
        }
    }

    /// Tells what a restriction does, and where it stands unless it is the content's own.
    private func words(of barrier: RestrictionRecord, to act: String, _ content: ContentRecord) -> String {
        let place = barrier.contentID == content.id ? "" : " by \(barrier.contentID) “\(barrier.contentTitle)” above it"
        return "\(act) \(Self.name(content)) is restricted\(place) and leaves out \(name)"
    }

    // MARK: Questions about rights

    private func weighQuestion(about subject: RightsSubject) throws -> String {
        guard !subject.isOneself(viewer.account) else { return "\(name) may ask what it may do itself" }
        guard viewer.account?.isSiteAdmin == true else {
            throw Refusal(
                .rightsQuestionDenied, because: "only an administrator of the site may ask what others may do")
        }
        return "\(name) administers the site and may ask what others may do"
    }
}

extension Viewer {
    /// Whether nobody is logged in; a group looked at for itself is no visitor.
    fileprivate var isVisitor: Bool { account == nil && groups.isEmpty && !bypasses }
}

extension SpaceOperation {
    /// How the journal says that somebody may do it in a space.
    fileprivate func words(_ key: String) -> String {
        switch self {
        case .view, .administer, .export: "\(rawValue) the space \(key)"
        default: "use “\(rawValue)” in \(key)"
        }
    }
}

extension ContentRecord {
    /// The content whose edit restriction counts: files and custom content are edited as parts of their page, comments by anybody.
    fileprivate var editRestrictionHolder: Int64? {
        switch kind {
        case .page, .blogpost, .folder, .whiteboard, .database, .embed: id
        case .attachment, .custom: parentID
        case .comment: nil
        }
    }
}
