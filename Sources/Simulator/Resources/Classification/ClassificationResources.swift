import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What was asked about levels of classification, and what was redacted.
enum ClassificationAnswer: Sendable {
    case levels([(order: Int, level: ClassificationLevelDefinition)])
    case level(order: Int, ClassificationLevelDefinition)
    case redacted(body: [Redaction], title: [Redaction])
}

/// The levels of a site, and those of its content and spaces.
extension Resource {
    static let classificationLevels = Resource.reading({ _, _ in .list }) { _, _, world in
        .classification(.levels(try world.classificationLevels().enumerated().map { ($0, $1) }))
    }

    // MARK: Content

    static func classification(of kind: ContentKind) -> Resource {
        reading({ call, store in
            let isDraft = try call.classifiedStatus(call.item("status"), orArchived: true) == .draft
            let content = try store.content(call.numericID(), of: kind, in: [.current, .archived, .draft])
            return isDraft ? .edit(content) : .view(content)
        }) { grant, store, world in
            let isDraft = grant.call.item("status") == ContentStatus.draft.rawValue
            let id = try store.classification(of: grant.content, isDraft: isDraft)
            return .classification(try world.classification(id))
        }
    }

    static func classify(_ kind: ContentKind) -> Resource {
        changing(kind) { grant, _, world in
            try world.givenLevel(grant.call.body()).id
        }
    }

    /// The content has what its space says from then on.
    static func resetClassification(of kind: ContentKind) -> Resource {
        changing(kind) { _, _, world in
            _ = try world.classificationLevels()
            return nil
        }
    }

    private static func changing(
        _ kind: ContentKind, level: @escaping @Sendable (Grant, ContentRecord, World) throws -> String?
    ) -> Resource {
        Resource(
            demand: { call, store in
                .edit(try store.content(call.numericID(), of: kind, in: [.current, .archived, .draft]))
            },
            carryOut: { grant, world in
                let content = try grant.content
                let id = try level(grant, content, world)
                guard let named = try grant.call.body()["status"]?.stringValue else {
                    throw RestrictionDraft.invalid("The 'status' is required")
                }
                let status = try grant.call.classifiedStatus(named, orArchived: false)
                try world.change(by: grant) { writer, _ in
                    try writer.classify(content.id, isDraft: status == .draft, as: id)
                }
                return .done
            })
    }

    // MARK: Spaces

    static let spaceClassification = Resource.reading({ call, store in
        .viewSpace(try store.space(idText: call.place("id")))
    }) { grant, store, world in
        let id = try store.setting(SpaceRecord.classificationSetting, of: grant.space.id)
        return .classification(try world.classification(id))
    }

    static let classifySpace = changingSpace { grant, world in try world.givenLevel(grant.call.body()).id }

    static let resetSpaceClassification = changingSpace { _, world in
        _ = try world.classificationLevels()
        return nil
    }

    private static func changingSpace(_ level: @escaping @Sendable (Grant, World) throws -> String?) -> Resource {
        Resource(
            demand: { call, store in .inSpace(.administer, try store.space(idText: call.place("id"))) },
            carryOut: { grant, world in
                let space = try grant.space
                let id = try level(grant, world)
                try world.change(by: grant) { writer, _ in
                    try writer.set(SpaceRecord.classificationSetting, of: space.id, to: id)
                }
                return .done
            })
    }
}

extension World {
    /// The site's levels; a site that has none has not the edition for them either.
    fileprivate func classificationLevels() throws(Refusal) -> [ClassificationLevelDefinition] {
        guard !site.classificationLevels.isEmpty else {
            throw Refusal(.entitlementMissing, because: "the site has no classification levels")
        }
        return site.classificationLevels
    }

    fileprivate func classification(_ id: String?) throws(Refusal) -> ClassificationAnswer {
        let levels = try classificationLevels()
        guard let order = levels.firstIndex(where: { $0.id == id }) else {
            throw Refusal(.classificationMissing, because: "no classification level is applied")
        }
        return .level(order: order, levels[order])
    }

    /// The level that a body names; only what is published is given to content.
    fileprivate func givenLevel(_ json: JSON) throws(Refusal) -> ClassificationLevelDefinition {
        let levels = try classificationLevels()
        let id = json["id"]?.stringValue ?? ""
        guard let level = levels.first(where: { $0.id == id }), level.status == .published else {
            throw RestrictionDraft.invalid("Invalid classification level: \(id)")
        }
        return level
    }
}

extension Call {
    /// The state of the content that is meant: as it is published, or as it is being changed.
    fileprivate func classifiedStatus(_ text: String?, orArchived: Bool) throws(Refusal) -> ContentStatus {
        guard let text else { return .current }
        guard let status = ContentStatus(rawValue: text), status != .trashed, orArchived || status != .archived else {
            throw Refusal.unfit(text, for: "status", expected: "ContentStatus")
        }
        return status
    }
}
