import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What was asked about states of content.
enum StateAnswer: Sendable {
    case state(StandingState?)
    case available(suggested: [ContentState], custom: [ContentState])
    case states([ContentState])
    case settings([ContentState])
}

/// The states that people put on content, such as “In progress”.
extension Resource {
    /// What every space suggests from the start; the first three ids are documented.
    private static let suggestedStates = [
        ContentState(id: 0, name: "Rough draft", color: "#FFC400"),
        ContentState(id: 1, name: "In progress", color: "#2684FF"),
        ContentState(id: 2, name: "Ready for review", color: "#57D9A3"),
        ContentState(id: 3, name: "Verified", color: "#8777D9"),
    ]

    static let contentState = Resource.reading({ .view(try $1.content($0.contentID())) }) { grant, store, _ in
        .states(.state(try store.state(of: grant.content.id)))
    }

    /// Putting a state on content makes a version of it with the body that it had.
    static let setContentState = Resource(
        demand: { .edit(try $1.content($0.contentID())) },
        carryOut: { grant, world in
            let json = try grant.call.body()
            let content = try grant.content
            return try world.change(by: grant) { writer, author in
                let state = try wantedState(json, of: author, writer)
                try writer.setState(of: content.id, state, now: world.now)
                try writer.updateContent(id: content.id, author: author, now: world.now)
                return .states(.state(try writer.reader.state(of: content.id)))
            }
        }
    )

    static let removeContentState = Resource(
        demand: { .edit(try $1.content($0.contentID())) },
        carryOut: { grant, world in
            let content = try grant.content
            return try world.change(by: grant) { writer, author in
                try writer.setState(of: content.id, nil, now: world.now)
                try writer.updateContent(id: content.id, author: author, now: world.now)
                return .states(.state(try writer.reader.state(of: content.id)))
            }
        }
    )

    static let availableStates = Resource.reading({ .edit(try $1.content($0.contentID())) }) { grant, store, _ in
        let custom = try grant.caller.account.map { try store.customStates(of: $0) } ?? []
        return .states(.available(suggested: suggestedStates, custom: Array(custom.prefix(3))))
    }

    static let customStates = Resource.reading({ _, _ in .nothing }) { grant, store, _ in
        .states(.states(try grant.caller.account.map { try store.customStates(of: $0) } ?? []))
    }

    static let spaceStates = Resource.reading(viewingSpace) { _, _, _ in .states(.states(suggestedStates)) }
    static let stateSettings = Resource.reading({ call, store in
        .inSpace(.administer, try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }) { _, _, _ in
        .states(.settings(suggestedStates))
    }

    static let contentsInState = Resource.reading(viewingSpace) { grant, store, _ in
        let call = grant.call
        guard let id = call.item("state-id").flatMap({ Int64($0) }) else {
            throw Refusal(.requestInvalid, [.text: "state-id is required"], because: "no state is named")
        }
        let paging = try call.paging(most: 100)
        let found = try store.contents(
            inState: id, spaceID: grant.space.id, visibleTo: grant.viewer, offset: paging.start,
            limit: paging.limit + 1)
        let loader = ContentLoader(grant, store)
        let expansion = call.expansion()
        return .contents(Rows(try found.map { try loader.load($0, expansion) }, paging: paging))
    }

    @Sendable private static func viewingSpace(_ call: Call, _ store: StoreReader) throws -> Demand {
        .viewSpace(try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }

    /// The state that a client names by its id, or else by its name; a name that there is not makes a state.
    private static func wantedState(
        _ json: JSON, of owner: AccountRecord, _ writer: StoreWriter
    ) throws -> ContentState {
        if let id = json["id"]?.integerValue {
            let known = try suggestedStates + writer.reader.customStates(of: owner)
            guard let state = known.first(where: { $0.id == id }) else {
                throw Refusal(.stateMissing, [.id: String(id)], because: "there is no content state \(id)")
            }
            return state
        }
        guard let name = json["name"]?.stringValue, (1...20).contains(name.count) else {
            throw invalid("A content state's name has 1 to 20 characters.")
        }
        guard let color = json["color"]?.stringValue, color.wholeMatch(of: /#[0-9A-Fa-f]{6}/) != nil else {
            throw invalid("color in body of content state must be a 6 hex digit color like #04df03!")
        }
        if let suggested = suggestedStates.first(where: { $0.name == name }) { return suggested }
        return try writer.customState(name: name, color: color, owner: owner)
    }

    private static func invalid(_ text: String) -> Refusal {
        Refusal(.requestInvalid, [.text: text], because: "no state was set: \(text)")
    }
}
