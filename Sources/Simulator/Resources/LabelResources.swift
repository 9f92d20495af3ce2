import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The labels of a page: read, added, taken away.
extension Resource {
    static let labels = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        .labels(try rows(of: grant, store))
    }

    static let addLabels = Resource(
        demand: { call, store in .label(try store.content(call.contentID())) },
        carryOut: { grant, world in
            let names = try labelNames(in: grant.call.body())
            let id = try grant.content.id
            return try world.change(by: grant) { writer, _ in
                for label in names { _ = try writer.addLabel(prefix: label.prefix, name: label.name, to: id) }
                return .labels(try rows(of: grant, writer.reader))
            }
        }
    )

    /// Takes the label away that `?name=` or the last part of the path names.
    static let removeLabel = Resource(
        demand: { call, store in .label(try store.content(call.contentID())) },
        carryOut: { grant, world in
            let inPath = grant.call.place("label")
            guard let name = inPath.isEmpty ? grant.call.item("name") : inPath else {
                throw Refusal(.requestInvalid, [.text: "A label name is required."], because: "no label is named")
            }
            let id = try grant.content.id
            try world.change(by: grant) { writer, _ in
                guard try writer.removeLabel(name: name, from: id) else {
                    throw Refusal(.labelMissing, [.name: name], because: "content \(id) has no label “\(name)”")
                }
            }
            return .done
        }
    )

    private static func rows(of grant: Grant, _ store: StoreReader) throws -> Rows<LabelRecord> {
        let paging = try grant.call.paging(limit: 200, most: 200)
        let prefix = grant.call.item("prefix")
        let all = try store.labels(of: grant.content.id).filter { prefix == nil || $0.prefix == prefix }
        return Rows(Array(all.dropFirst(paging.start)), paging: paging)
    }

    /// One label or a list of them.
    private static func labelNames(in body: JSON) throws -> [(prefix: String, name: String)] {
        try (body.arrayValue ?? [body]).map { label in
            guard let name = label["name"]?.stringValue, !name.isEmpty else {
                throw Refusal(.requestInvalid, [.text: "A label name is required."], because: "a label has no name")
            }
            return (label["prefix"]?.stringValue ?? "global", name)
        }
    }
}
