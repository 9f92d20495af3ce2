import ConfluenceModel
import ConfluenceStore

/// The labels of spaces themselves.
extension Resource {
    static let labelsOfSpaceByID = Resource.reading({ call, store in
        .viewSpace(try store.space(idText: call.place("id")))
    }) { grant, store, _ in
        .labels(try page(of: store.labels(ofSpace: grant.space.id, visibleTo: grant.viewer), grant.call))
    }

    static let labelsOfSpace = Resource.reading({ call, store in
        .viewSpace(try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }) { grant, store, _ in
        .labels(try rows(of: store.labels(ofSpace: grant.space.id, visibleTo: grant.viewer), grant.call))
    }

    static let labelSpace = Resource(
        demand: administering,
        carryOut: { grant, world in
            let names = try labelNames(in: grant.call.body())
            let space = try grant.space
            return try world.change(by: grant) { writer, _ in
                for label in names {
                    try writer.addLabel(
                        prefix: label.prefix, name: label.name, toSpace: space.id, by: grant.viewer.account)
                }
                let labels = try writer.reader.labels(ofSpace: space.id, visibleTo: grant.viewer)
                return .labels(try rows(of: labels, grant.call))
            }
        }
    )

    /// Data Center's way to put a space into a category: a label of the prefix `team`.
    static let categorizeSpace = Resource(
        demand: administering,
        carryOut: { grant, world in
            let space = try grant.space
            try world.change(by: grant) { writer, _ in
                try writer.addLabel(prefix: "team", name: grant.call.place("label"), toSpace: space.id)
            }
            return .done
        }
    )

    static let unlabelSpace = Resource(
        demand: administering,
        carryOut: { grant, world in
            let inPath = grant.call.place("label")
            guard let name = inPath.isEmpty ? grant.call.item("name") : inPath else {
                throw Refusal(.requestInvalid, [.text: "A label name is required."], because: "no label is named")
            }
            let space = try grant.space
            try world.change(by: grant) { writer, _ in
                let prefix = grant.call.item("prefix")
                let isGone = try writer.removeLabel(
                    prefix: prefix, name: name, fromSpace: space.id, visibleTo: grant.viewer)
                guard isGone else {
                    throw Refusal(
                        .labelMissing, [.name: name], because: "the space \(space.key) has no label “\(name)”")
                }
            }
            return .done
        }
    )

    @Sendable private static func administering(_ call: Call, _ store: StoreReader) throws -> Demand {
        .inSpace(.administer, try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }
}
