import ConfluenceModel
import ConfluenceStore

/// What was asked about the content of apps in v2.
enum CustomContentAnswer: Sendable {
    case list(Rows<ContentDetails>)
    case one(ContentDetails, isNew: Bool = false)
    case children(Rows<ContentRecord>)
}

/// The content of apps, listed by its type and one by one.
extension Resource {
    private static let customForms: [BodyFormat] = [
        .raw, .storage, .atlasDocFormat, .view, .exportView, .anonymousExportView,
    ]
    private static let listedCustomForms: [BodyFormat] = [.raw, .storage, .atlasDocFormat]

    static let customContent = reading({ call, store in
        .view(try store.content(call.numericID(), of: .custom, in: Set(ContentStatus.allCases)))
    }) { grant, store, _ in
        let call = grant.call
        let content = try grant.content
        let record = try call.versionNumber().map { try store.content(content, orMissingVersion: $0) } ?? content
        let expansion = inclusions(call, try call.bodyFormat(among: customForms), for: .custom)
        return .customContent(
            .one(
                try ContentLoader(grant, store).load(
                    record, expansion, isHistorical: record.version.number != content.version.number)))
    }

    // MARK: Lists

    static let customContents = reading({ call, _ in
        _ = try call.customTypeName()
        return .list
    }) { grant, store, _ in
        let spaceIDs = try grant.call.ids("space-id")
        return try customContentList(ContentFilter(spaceIDs: spaceIDs), grant, store)
    }

    static func customContents(on kind: ContentKind) -> Resource {
        reading({ call, store in
            _ = try call.customTypeName()
            return .view(try store.content(call.numericID(), of: kind, in: [.current, .archived]))
        }) { grant, store, _ in
            try customContentList(ContentFilter(parentID: grant.content.id), grant, store)
        }
    }

    static let customContentsOfSpace = reading({ call, store in
        _ = try call.customTypeName()
        return .viewSpace(try store.space(idText: call.place("id")))
    }) { grant, store, _ in
        try customContentList(ContentFilter(spaceID: grant.space.id), grant, store)
    }

    private static func customContentList(
        _ place: ContentFilter, _ grant: Grant, _ store: StoreReader
    ) throws -> Outcome {
        let call = grant.call
        let paging = try call.paging(by: call.sort(among: ContentFilter.Order.pages, standard: .id))
        var filter = place
        filter.kind = .custom
        filter.customType = try call.customTypeName()
        filter.ids = call.items("id").map { $0.compactMap { Int64($0) } }
        filter.order = paging.order ?? .id
        filter.behind = paging.behind
        let expansion = Expansion(
            try call.bodyFormat(among: listedCustomForms).map { ["body.\($0.rawValue)"] } ?? [])
        let loader = ContentLoader(grant, store)
        let found = try store.contents(filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        return .customContent(.list(try store.rows(found, paging) { try loader.load($0, expansion) }))
    }

    static let childCustomContent = reading({ call, store in
        .view(try store.content(call.numericID(), of: .custom, in: [.current, .archived]))
    }) { grant, store, _ in
        let order = try grant.call.sort(among: ContentFilter.Order.version2, standard: .id)
        let paging = try grant.call.paging(by: order)
        let filter = ContentFilter(
            kind: .custom, parentID: try grant.content.id, order: order, behind: paging.behind)
        let found = try store.contents(filter, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        return .customContent(.children(try store.rows(found, paging) { $0 }))
    }
}

extension Call {
    /// The type that a list is asked for by.
    fileprivate func customTypeName() throws(Refusal) -> String {
        guard let type = item("type") else {
            throw Refusal(
                .requestInvalid, [.text: "The 'type' of the custom content is required"],
                because: "the query names no type")
        }
        return try CustomType.checked(type)
    }
}

extension CustomType {
    /// The type, where one of the site's apps could have it: any that looks so.
    static func checked(_ type: String) throws(Refusal) -> String {
        guard CustomContentDefinition.isType(type) else {
            throw Refusal(.typeUnsupported, [.contentType: type], because: "“\(type)” is no type of an app's content")
        }
        return type
    }
}
