import ConfluenceModel
import ConfluenceStore

/// What was asked about labels, beyond those of one piece of content.
enum LabelAnswer: Sendable {
    /// A label with what carries it.
    case details(LabelRecord, Rows<ContentRecord>)
    case content(Rows<ContentDetails>)
    /// What was put on content, and all that it carries now.
    case added([LabelChange], Rows<LabelRecord>)
    case removed(LabelChange)
}

/// A label that content got or lost.
struct LabelChange: Sendable {
    var label: LabelRecord
    /// Whether nothing else carries it: the label came to be with this, or is gone.
    var isOnlyUse: Bool
}

/// The way back from a label to what carries it.
extension Resource {
    /// v1 names a label by its name, with its prefix in front of a colon where it is not the global one.
    static let labelDetails = Resource.reading({ _, _ in .list }) { grant, store, _ in
        let call = grant.call
        guard let name = call.item("name") else {
            throw Refusal(.requestInvalid, [.text: "A label name is required."], because: "no label is named")
        }
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        let (prefix, bare) = parts.count == 2 ? (parts[0], parts[1]) : ("global", name)
        // The list has no word for what apps keep.
        let listed = ContentKind.allCases.filter { $0 != .custom }
        let kinds = call.item("type").map { [ContentKind(rawValue: $0)].compactMap(\.self) } ?? listed
        let paging = try call.paging(limit: 200, most: 200)
        guard let label = try store.labels(named: bare, visibleTo: grant.viewer).first(where: { $0.prefix == prefix }),
            try !store.contents(
                labelled: [label.id], kinds: ContentKind.allCases, visibleTo: grant.viewer, offset: 0, limit: 1
            ).isEmpty
        else {
            throw Refusal(.labelMissing, [.name: name], because: "nothing that may be seen has the label “\(name)”")
        }
        let found = try store.contents(
            labelled: [label.id], kinds: kinds, visibleTo: grant.viewer, offset: paging.start, limit: paging.limit + 1)
        return .labelled(.details(label, Rows(found, paging: paging)))
    }

    /// The content of a kind that carries the label of an id.
    static func labelledContent(_ kind: ContentKind) -> Resource {
        .reading({ _, _ in .list }) { grant, store, _ in
            let call = grant.call
            let id = Int64(call.place("label")) ?? 0
            let order = try call.sort(among: orders(of: kind), standard: .id)
            let paging = try call.paging(by: order, limit: kind == .attachment ? 50 : 25)
            guard
                try !store.contents(
                    labelled: [id], kinds: ContentKind.allCases, visibleTo: grant.viewer, offset: 0, limit: 1
                ).isEmpty
            else {
                throw Refusal(
                    .labelMissing, [.name: call.place("label"), .id: call.place("label")],
                    because: "nothing that may be seen has a label of the id \(call.place("label"))")
            }
            let found = try store.contents(
                labelled: [id], kinds: [kind], spaceIDs: try call.ids("space-id"),
                order: order, behind: paging.behind, visibleTo: grant.viewer, offset: paging.start,
                limit: paging.limit + 1)
            let loader = ContentLoader(grant, store)
            let expansion = Expansion(try call.bodyFormat(among: listForms).map { ["body.\($0.rawValue)"] } ?? [])
            return .labelled(.content(try store.rows(found, paging) { try loader.load($0, expansion) }))
        }
    }

    /// Pages alone are sorted by their titles, and files not by their ids.
    private static func orders(of kind: ContentKind) -> [String: ContentFilter.Order] {
        switch kind {
        case .page: ContentFilter.Order.pages
        case .attachment: ContentFilter.Order.version2.filter { $0.key.hasSuffix("date") }
        default: ContentFilter.Order.version2
        }
    }

    // MARK: Lists of labels

    /// v2's list of the labels of content of these kinds.
    static func labels(of kinds: [ContentKind]) -> Resource {
        .reading({ call, store in .view(try store.content(call.contentID(), of: kinds)) }) { grant, store, _ in
            .labels(try page(of: store.labels(of: grant.content.id, visibleTo: grant.viewer), grant.call))
        }
    }

    /// All labels that something visible carries, of the site or of one space's content.
    static let labelsInUse = Resource.reading({ call, store in
        call.place("id").isEmpty ? .list : .viewSpace(try store.space(idText: call.place("id")))
    }) { grant, store, _ in
        let spaceID = grant.call.place("id").isEmpty ? nil : try grant.space.id
        let ids = grant.call.items("label-id")
        let used = try store.labelCounts(inSpace: spaceID, visibleTo: grant.viewer).map(\.label)
        return .labels(try page(of: used.filter { ids?.contains(String($0.id)) ?? true }, grant.call))
    }

    static func page(of labels: [LabelRecord], _ call: Call) throws -> Rows<LabelRecord> {
        let paging = try call.paging(most: 250)
        let prefixes = call.items("prefix")
        var found = labels.filter { prefixes?.contains($0.prefix) ?? true }
        switch call.item("sort") {
        case "-name": found.reverse()
        case "id", "created-date": found.sort { $0.id < $1.id }
        case "-id", "-created-date": found.sort { $0.id > $1.id }
        default: break
        }
        return Rows(Array(found.dropFirst(paging.start)), paging: paging)
    }
}
