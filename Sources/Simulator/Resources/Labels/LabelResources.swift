import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The labels of a page: read, added, taken away.
extension Resource {
    static let labels = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        .labels(try rows(of: store.labels(of: grant.content.id), grant.call))
    }

    static let addLabels = Resource(
        demand: { call, store in .label(try store.content(call.contentID())) },
        carryOut: { grant, world in
            let names = try labelNames(in: grant.call.body())
            let id = try grant.content.id
            return try world.change(by: grant) { writer, _ in
                var changes: [LabelChange] = []
                let before = try Set(writer.reader.labels(of: id))
                for name in names {
                    let known = try writer.reader.labels(named: name.name).first { $0.prefix == name.prefix }
                    let isUsed = try known.map { try writer.reader.isInUse(labelID: $0.id) } ?? false
                    let label = try writer.addLabel(prefix: name.prefix, name: name.name, to: id)
                    if !before.contains(label) { changes.append(LabelChange(label: label, isOnlyUse: !isUsed)) }
                }
                return .labelled(.added(changes, try rows(of: writer.reader.labels(of: id), grant.call)))
            }
        }
    )

    /// Takes the label away that `?name=` or the last part of the path names.
    static let removeLabel = Resource(
        demand: { call, store in .label(try store.content(call.contentID())) },
        carryOut: { grant, world in
            let inPath = grant.call.place("label")
            if inPath.contains("/") {
                throw Refusal(
                    .requestInvalid, [.text: "A name with a slash is no part of a path."],
                    because: "the label in the path has a slash")
            }
            guard let name = inPath.isEmpty ? grant.call.item("name") : inPath else {
                throw Refusal(.requestInvalid, [.text: "A label name is required."], because: "no label is named")
            }
            let id = try grant.content.id
            return try world.change(by: grant) { writer, _ in
                let labels = try writer.reader.labels(of: id).filter { $0.name == name.lowercased() }
                guard try writer.removeLabel(name: name, from: id) else {
                    throw Refusal(.labelMissing, [.name: name], because: "content \(id) has no label “\(name)”")
                }
                return .labelled(
                    .removed(
                        try labels.map {
                            LabelChange(label: $0, isOnlyUse: try !writer.reader.isInUse(labelID: $0.id))
                        }))
            }
        }
    )

    /// The page of labels that v1 is asked for.
    static func rows(of labels: [LabelRecord], _ call: Call) throws -> Rows<LabelRecord> {
        let paging = try call.paging(limit: 200, most: 200)
        if paging.limit < call.dialect.content.fewestLabels {
            throw Refusal(
                .requestInvalid, [.text: "java.lang.IllegalArgumentException: null"],
                because: "labels are asked for by none at a time")
        }
        let prefix = call.item("prefix")
        let all = labels.filter { prefix == nil || $0.prefix == prefix }
        return Rows(Array(all.dropFirst(paging.start)), paging: paging)
    }

    /// One label or a list of them.
    static func labelNames(in body: JSON) throws -> [(prefix: String, name: String)] {
        try (body.arrayValue ?? [body]).flatMap { label -> [(prefix: String, name: String)] in
            let prefix = label["prefix"]?.stringValue ?? "global"
            return try LabelNames(in: label["name"]?.stringValue ?? "").names.map { (prefix, $0) }
        }
    }
}
