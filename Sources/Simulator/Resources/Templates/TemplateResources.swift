import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import StorageFormat

/// Templates of spaces and of the site, and those of blueprints.
extension Resource {
    /// Who views a space sees its templates; without a space those of the site are listed.
    @Sendable private static func spaceOrSite(_ call: Call, _ store: StoreReader) throws -> Demand {
        guard let key = call.item("spaceKey") else { return .account }
        return .viewSpace(try store.space(key: key, orRefuse: .spaceMissing))
    }

    static let pageTemplates = Resource.reading(spaceOrSite) { grant, store, _ in
        let paging = try grant.call.paging()
        let space = try? grant.space
        let found = try store.templates(of: space?.id, offset: paging.start, limit: paging.limit + 1)
        let details = found.map { grant.call.details($0, in: space) }
        return .template(.list(Rows(details, paging: paging)))
    }

    static let blueprintTemplates = Resource.reading(spaceOrSite) { grant, _, _ in
        let paging = try grant.call.paging()
        let space = try? grant.space
        let details = Blueprint.all.dropFirst(paging.start).map { grant.call.details(of: $0, in: space) }
        return .template(.list(Rows(details, paging: paging)))
    }

    static let template = Resource.reading({ call, store in
        let text = call.place("template")
        if Blueprint.all.contains(where: { $0.templateID == text }) { return .account }
        guard let id = try store.existingTemplate(text).spaceID, let space = try store.space(id: id) else {
            return .account
        }
        return .inSpace(.view, space, missing: .templateMissing)
    }) { grant, store, _ in
        let text = grant.call.place("template")
        if let blueprint = Blueprint.all.first(where: { $0.templateID == text }) {
            return .template(.one(grant.call.details(of: blueprint, in: nil, withBody: true)))
        }
        let space = try? grant.space
        return .template(.one(grant.call.details(try store.existingTemplate(text), in: space, withBody: true)))
    }

    // MARK: Writing

    /// A space's administrators change its templates, the site's administrators those of the site.
    private static func administered(_ spaceID: Int64?, _ store: StoreReader) throws -> Demand {
        guard let spaceID, let space = try store.space(id: spaceID) else { return .administerSite }
        return .inSpace(.administer, space)
    }

    static let createTemplate = Resource(
        demand: { call, store in
            guard let key = try call.body()["space"]?["key"]?.stringValue else { return .administerSite }
            return .inSpace(.administer, try store.space(key: key, orRefuse: .spaceMissing))
        },
        carryOut: { grant, world in
            let draft = try TemplateDraft(grant.call)
            let space = try? grant.space
            return try world.change(by: grant) { writer, _ in
                let made = try writer.addTemplate(
                    spaceID: space?.id, name: draft.name, description: draft.description ?? "", body: draft.body,
                    labels: draft.labels ?? [])
                return .template(.one(grant.call.details(made, in: space, withBody: true)))
            }
        }
    )

    static let updateTemplate = Resource(
        demand: { call, store in
            let text = try call.body()["templateId"]?.stringValue ?? ""
            return try administered(store.existingTemplate(text).spaceID, store)
        },
        carryOut: { grant, world in
            let draft = try TemplateDraft(grant.call)
            let space = try? grant.space
            return try world.change(by: grant) { writer, _ in
                var record = try writer.reader.existingTemplate(
                    grant.call.body()["templateId"]?.stringValue ?? "")
                record.name = draft.name
                record.body = draft.body
                record.description = draft.description ?? record.description
                record.labels = draft.labels ?? record.labels
                try writer.put(record)
                return .template(.one(grant.call.details(record, in: space, withBody: true)))
            }
        }
    )

    static let deleteTemplate = Resource(
        demand: { call, store in try administered(store.existingTemplate(call.place("template")).spaceID, store) },
        carryOut: { grant, world in
            try world.change(by: grant) { writer, _ in
                try writer.removeTemplate(id: writer.reader.existingTemplate(grant.call.place("template")).id)
            }
            return .done
        }
    )
}

/// What a request says of a template.
private struct TemplateDraft {
    var name: String
    var description: String?
    var body: String
    var labels: [String]?

    init(_ call: Call) throws(Refusal) {
        let json = try call.body()
        guard let name = json["name"]?.stringValue?.trimmingEdges(), !name.isEmpty else {
            throw RestrictionDraft.invalid("The name of a template is required.")
        }
        guard json["templateType"]?.stringValue == "page" else {
            throw RestrictionDraft.invalid("The template type must be page.")
        }
        guard let body = json["body"]?["storage"]?["value"]?.stringValue else {
            throw RestrictionDraft.invalid("The body of a template is required, in storage format.")
        }
        self.name = name
        self.body = body
        description = json["description"]?.stringValue
        labels = json["labels"]?.arrayValue?.compactMap { $0["name"]?.stringValue }
    }
}

extension StoreReader {
    fileprivate func existingTemplate(_ text: String) throws -> TemplateRecord {
        guard let id = Int64(text), let template = try template(id: id) else {
            throw Refusal(.templateMissing, [.id: text], because: "the site has no template “\(text)”")
        }
        return template
    }
}

extension Call {
    fileprivate func details(
        _ record: TemplateRecord, in space: SpaceRecord?, withBody: Bool = false
    ) -> TemplateDetails {
        TemplateDetails(record: record, space: space, showsBody: withBody || expansion().contains("body"))
    }

    fileprivate func details(of blueprint: Blueprint, in space: SpaceRecord?, withBody: Bool = false) -> TemplateDetails
    {
        let record = TemplateRecord(
            id: 0, spaceID: space?.id, name: blueprint.name, description: blueprint.description, body: blueprint.body)
        return TemplateDetails(
            record: record, space: space, blueprint: blueprint, showsBody: withBody || expansion().contains("body"))
    }
}
