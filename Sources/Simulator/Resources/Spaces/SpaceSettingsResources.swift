import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What a space's administrators choose for it, and its theme.
extension Resource {
    @Sendable private static func viewedSpace(_ call: Call, _ store: StoreReader) throws -> Demand {
        .viewSpace(try store.space(key: call.place("key"), orRefuse: .spaceMissing))
    }

    static let spaceSettings = Resource.reading(viewedSpace) { grant, store, _ in
        .spaceMatter(.settings(try settings(of: grant.space, store)))
    }

    static let updateSpaceSettings = Resource(demand: administeredSpace) { grant, world in
        let space = try grant.space
        let body = try grant.call.body()
        return try world.change(by: grant) { writer, _ in
            if let flag = body["routeOverrideEnabled"]?.boolValue {
                try writer.set("routeOverrideEnabled", of: space.id, to: String(flag))
            }
            if let mode = body["contentMode"]?.stringValue {
                guard ["standard", "compact"].contains(mode) else {
                    throw RestrictionDraft.invalid("Invalid content mode: \(mode)")
                }
                try writer.set("contentMode", of: space.id, to: mode)
            }
            return .spaceMatter(.settings(try settings(of: space, writer.reader)))
        }
    }

    private static func settings(of space: SpaceRecord, _ store: StoreReader) throws -> SpaceSettings {
        SpaceSettings(
            spaceKey: space.key,
            routeOverrideEnabled: try store.setting("routeOverrideEnabled", of: space.id) == "true",
            contentMode: try store.setting("contentMode", of: space.id) ?? "standard")
    }

    // MARK: Themes

    /// A space without a theme of its own has none to show.
    static let spaceTheme = Resource.reading(viewedSpace) { grant, store, _ in
        let space = try grant.space
        guard let theme = try store.setting("theme", of: space.id) else {
            throw Refusal(.themeMissing, [.key: space.key], because: "\(space.key) has no theme of its own")
        }
        return .spaceMatter(.theme(key: theme))
    }

    static let setSpaceTheme = Resource(demand: administeredSpace) { grant, world in
        let space = try grant.space
        guard let theme = try grant.call.body()["themeKey"]?.stringValue, theme.contains(":") else {
            throw Refusal(.themeUnknown, [.key: space.key], because: "the body names no theme by its key")
        }
        try world.change(by: grant) { writer, _ in try writer.set("theme", of: space.id, to: theme) }
        return .spaceMatter(.theme(key: theme))
    }

    static let resetSpaceTheme = Resource(demand: administeredSpace) { grant, world in
        let space = try grant.space
        try world.change(by: grant) { writer, _ in try writer.set("theme", of: space.id, to: nil) }
        return .done
    }

    /// The themes of apps, which the site has none of; its own is not among them.
    static let themes = Resource { grant, _ in
        .spaceMatter(.themes(Rows([], paging: try grant.call.paging(limit: 100))))
    }

    /// The site's theme, or one of a key; the site has none but its own.
    static let selectedTheme = Resource { _, _ in
        throw Refusal(.themeMissing, because: "the site has no theme but its own")
    }
}
