import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The labels of a page: read, added, taken away.
extension Resource {
    static let labels = Resource.reading({ call, store in
        .view(try store.content(call.contentID()))
    }) { grant, store, _ in
        .labels(try rows(of: store.labels(of: grant.content.id, visibleTo: grant.viewer), grant.call))
    }

    /// Labels that belong to the caller ask for no more than leave to view.
    ///
    /// Source: confluence.atlassian.com, Confluence 2.5 documentation, Working with Labels Overview.
    static let addLabels = Resource(
        demand: { call, store in
            let content = try store.content(call.contentID())
            let arePersonal = prefixes(in: call).map { $0 == LabelRecord.personalPrefix }
            guard arePersonal.contains(true) else { return .label(content) }
            return .all([arePersonal.contains(false) ? .label(content) : .view(content), .account])
        },
        carryOut: { grant, world in
            let names = try labelNames(in: grant.call.body())
            let id = try grant.content.id
            return try world.change(by: grant) { writer, _ in
                var changes: [LabelChange] = []
                let before = try Set(writer.reader.labels(of: id, visibleTo: grant.viewer))
                for name in names {
                    let known = try writer.reader.labels(named: name.name, visibleTo: grant.viewer)
                        .first { $0.prefix == name.prefix }
                    let isUsed = try known.map { try writer.reader.isInUse(labelID: $0.id) } ?? false
                    let label = try writer.addLabel(
                        prefix: name.prefix, name: name.name, to: id, by: grant.viewer.account)
                    if !before.contains(label) { changes.append(LabelChange(label: label, isOnlyUse: !isUsed)) }
                }
                let labels = try writer.reader.labels(of: id, visibleTo: grant.viewer)
                return .labelled(.added(changes, try rows(of: labels, grant.call)))
            }
        }
    )

    /// Takes the label away that `?name=` or the last part of the path names: of several with that name the caller's own.
    ///
    /// Source: mozilla/markfluence docs/confluence/labels.md, measured on Cloud; Data Center is taken to do the same.
    static let removeLabel = Resource(
        demand: { call, store in
            .unlabel(try store.content(call.contentID()), name: unlabelled(in: call) ?? "")
        },
        carryOut: { grant, world in
            let inPath = grant.call.place("label")
            if inPath.contains("/") {
                throw Refusal(
                    .requestInvalid, [.text: "A name with a slash is no part of a path."],
                    because: "the label in the path has a slash")
            }
            guard let name = unlabelled(in: grant.call) else {
                throw Refusal(.requestInvalid, [.text: "A label name is required."], because: "no label is named")
            }
            let id = try grant.content.id
            return try world.change(by: grant) { writer, _ in
                guard let label = try writer.removeLabel(name: name, from: id, visibleTo: grant.viewer) else {
                    throw Refusal(.labelMissing, [.name: name], because: "content \(id) has no label “\(name)”")
                }
                let isOnlyUse = try !writer.reader.isInUse(labelID: label.id)
                return .labelled(.removed(LabelChange(label: label, isOnlyUse: isOnlyUse)))
            }
        }
    )

    /// The name of the label to take away.
    private static func unlabelled(in call: Call) -> String? {
        let inPath = call.place("label")
        return inPath.isEmpty ? call.item("name") : inPath
    }

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

    /// What is asked for is found before the body is looked at closely: nothing here is refused.
    private static func prefixes(in call: Call) -> [String] {
        guard let body = try? call.body() else { return [] }
        return (body.arrayValue ?? [body]).map { $0["prefix"]?.stringValue ?? "global" }
    }

    /// One label or a list of them.
    static func labelNames(in body: JSON) throws -> [(prefix: String, name: String)] {
        try (body.arrayValue ?? [body]).flatMap { label -> [(prefix: String, name: String)] in
            let prefix = label["prefix"]?.stringValue ?? "global"
            return try LabelNames(in: label["name"]?.stringValue ?? "").names.map { (prefix, $0) }
        }
    }
}
