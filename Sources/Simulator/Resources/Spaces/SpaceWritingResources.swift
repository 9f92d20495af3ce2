import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Making, changing and deleting spaces.
extension Resource {
    static let createSpace = Resource(demand: spaceCreation) { grant, world in
        .space(try makeSpace(SpaceDraft(rest: grant.call), grant, world))
    }

    /// A space in which its maker alone may do anything.
    static let createPrivateSpace = Resource(demand: spaceCreation) { grant, world in
        var draft = try SpaceDraft(rest: grant.call)
        draft.isPrivate = true
        return .space(try makeSpace(draft, grant, world))
    }

    static let createSpaceV2 = Resource(demand: spaceCreation) { grant, world in
        .spaceMatter(.created(try makeSpace(SpaceDraft(v2: grant.call), grant, world)))
    }

    /// Data Center: one's own space, named after oneself.
    static let createPersonalSpace = Resource(demand: anAccount) { grant, world in
        guard let account = grant.caller.account else {
            throw Refusal(.anonymous, because: "a visitor has no personal space")
        }
        return try personalSpace(of: account, grant, world)
    }

    /// Data Center: somebody's space, made by an administrator of the site.
    static let createPersonalSpaceOf = Resource(demand: { _, _ in .administerSite }) { grant, world in
        let name = grant.call.place("username")
        guard let account = try world.read({ try $0.account(name: name) }) else { throw Refusal.noUser(name) }
        return try personalSpace(of: account, grant, world)
    }

    private static func personalSpace(of owner: AccountRecord, _ grant: Grant, _ world: World) throws -> Outcome {
        var draft = try SpaceDraft(rest: grant.call)
        draft.key = "~\(owner.name)"
        draft.name = draft.name ?? owner.displayName
        draft.isPersonal = true
        if try world.read({ try $0.space(keyIgnoringCase: "~\(owner.name)") }) != nil {
            throw Refusal(
                .spaceTaken, [.key: "~\(owner.name)", .name: owner.name],
                because: "\(owner.name) has a personal space already")
        }
        return .space(try makeSpace(draft, owner: owner, grant, world))
    }

    @Sendable private static func anAccount(_ call: Call, _ store: StoreReader) -> Demand { .account }
    @Sendable private static func spaceCreation(_ call: Call, _ store: StoreReader) -> Demand { .createSpace }

    private static func makeSpace(
        _ draft: SpaceDraft, owner: AccountRecord? = nil, _ grant: Grant, _ world: World
    ) throws -> SpaceDetails {
        try world.change(by: grant) { writer, author in
            let owner = owner ?? author
            let (key, name) = try draft.checked { try writer.reader.space(keyIgnoringCase: $0) != nil }
            let space = try writer.createSpace(
                key: key, name: name, description: draft.description ?? "",
                kind: draft.isPersonal ? .personal : .global, author: owner, now: world.now)
            try grantFirstPermissions(draft, space, owner, writer, grant.call.dialect)
            // Every space opens with a page of its own; sites name it after the space.
            let home = try writer.createContent(
                kind: .page, title: "\(name) Home", spaceID: space.id, parentID: nil, body: "", author: owner,
                now: world.now)
            let made = try writer.updateSpace(id: space.id, homepageID: home.id)
            let expansion = Expansion([], standard: ["description.plain", "homepage"])
            return try ContentLoader(grant, writer.reader).load(made, expansion)
        }
    }

    /// The maker may do all; unless the space is private or the request names others, users may work in it.
    private static func grantFirstPermissions(
        _ draft: SpaceDraft, _ space: SpaceRecord, _ owner: AccountRecord, _ writer: StoreWriter, _ dialect: Dialect
    ) throws {
        try writer.grant(Set(SpaceOperation.allCases), to: .user(owner.name), in: space.key)
        if draft.isPrivate { return }
        if let wanted = draft.permissions {
            for permission in wanted { try grantWanted(permission, in: space, writer, dialect) }
            return
        }
        let usual: Set<SpaceOperation> = [
            .view, .createPage, .createBlogPost, .createComment, .createAttachment, .deleteOwn, .export,
        ]
        for group in try writer.reader.groups() where group.hasPrefix("confluence-users") {
            try writer.grant(draft.isPersonal ? [.view] : usual, to: .group(group), in: space.key)
        }
    }

    /// One entry of `permissions`: the subjects of an operation, as the API lists them.
    private static func grantWanted(
        _ permission: JSON, in space: SpaceRecord, _ writer: StoreWriter, _ dialect: Dialect
    ) throws {
        let wanted = permission["operation"]
        let name = OperationName(
            key: wanted?["operation"]?.stringValue ?? wanted?["key"]?.stringValue ?? "",
            target: wanted?["targetType"]?.stringValue ?? wanted?["target"]?.stringValue ?? "")
        guard let operation = dialect.rights.operation(named: name) else {
            throw RestrictionDraft.invalid("Unknown permission: \(name.key) \(name.target)")
        }
        if permission["anonymousAccess"]?.boolValue == true {
            try writer.grant([operation], to: .anonymous, in: space.key)
        }
        for user in permission["subjects"]?["user"]?["results"]?.arrayValue ?? [] {
            guard let account = try dialect.people.account(writer.reader, named: { user[$0]?.stringValue }) else {
                throw RestrictionDraft.invalid("Unknown user in permissions.")
            }
            try writer.grant([operation], to: .user(account.name), in: space.key)
        }
        for group in permission["subjects"]?["group"]?["results"]?.arrayValue ?? [] {
            let text = group["id"]?.stringValue ?? group["name"]?.stringValue ?? ""
            guard let name = try writer.reader.group(text) else {
                throw RestrictionDraft.invalid("Unknown group in permissions: \(text)")
            }
            try writer.grant([operation], to: .group(name), in: space.key)
        }
    }

    // MARK: Changing

    /// Who may view a space and not administer it is told that there is none, as the descriptions say.
    @Sendable static func administeredSpace(_ call: Call, _ store: StoreReader) throws -> Demand {
        .inSpace(
            .administer, try store.space(key: call.place("key"), orRefuse: .spaceMissing), denied: .spaceMissing)
    }

    static let updateSpace = Resource(demand: administeredSpace) { grant, world in
        let space = try grant.space
        let draft = try SpaceDraft(rest: grant.call)
        let use = try draft.use(of: space)
        return try world.change(by: grant) { writer, _ in
            if let use { try writer.set(SpaceRecord.useSetting, of: space.id, to: use) }
            if let id = draft.homepageID {
                let page = try writer.reader.content(id: id)
                guard page?.spaceID == space.id, page?.kind == .page else {
                    throw RestrictionDraft.invalid("The home page must be a page of the space: \(id)")
                }
            }
            let changed = try writer.updateSpace(
                id: space.id, name: draft.name?.trimmingEdges(), description: draft.description,
                homepageID: draft.homepageID, isArchived: draft.isArchived)
            let expansion = Expansion([], standard: ["description.plain", "homepage"])
            return .space(try ContentLoader(grant, writer.reader).load(changed, expansion))
        }
    }

    /// The space is still there when the answer comes; a task removes it.
    static let deleteSpace = Resource(demand: administeredSpace) { grant, world in
        let space = try grant.space
        let size = try world.read { try $0.pageCount(of: space.id) }
        return .longTask(
            .accepted(try world.start(SpaceDeletion(spaceID: space.id, key: space.key, size: size), by: grant)))
    }

    static let archiveSpace = archiving(true)
    static let restoreSpace = archiving(false)

    private static func archiving(_ isArchived: Bool) -> Resource {
        Resource(
            demand: { call, store in
                .inSpace(.administer, try store.space(key: call.place("key"), orRefuse: .spaceMissing))
            },
            carryOut: { grant, world in
                let space = try grant.space
                try world.change(by: grant) { writer, _ in
                    _ = try writer.updateSpace(id: space.id, isArchived: isArchived)
                }
                return .done
            })
    }
}

extension Refusal {
    static func noUser(_ name: String) -> Refusal {
        Refusal(.userMissing, [.name: name], because: "the site has no user “\(name)”")
    }
}
