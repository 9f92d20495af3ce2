import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// How the site and its spaces look, read and chosen.
extension Resource {
    /// Where a space keeps its look, and which it chose; the site keeps its own under the same name.
    private static let customSetting = "lookAndFeel"
    private static let choiceSetting = "lookAndFeelType"

    /// The looks of a space, or of the site where none is named.
    static let looks = Resource.reading({ call, store in
        guard let key = call.item("spaceKey") else { return .nothing }
        return .viewSpace(try store.space(key: key, orRefuse: .spaceMissing))
    }) { grant, store, _ in
        .spaceMatter(.looks(try looks(of: try? grant.space, store)))
    }

    /// Chooses one of a space's looks; without a theme there is none but the site's.
    static let selectLook = Resource(demand: { call, store in
        guard let key = try call.body()["spaceKey"]?.stringValue else {
            throw RestrictionDraft.invalid("spaceKey is required.")
        }
        return .inSpace(.administer, try store.space(key: key, orRefuse: .spaceMissing))
    }) { grant, world in
        let space = try grant.space
        let word = try grant.call.body()["lookAndFeelType"]?.stringValue ?? ""
        guard let choice = Looks.Choice(rawValue: word) else {
            throw RestrictionDraft.invalid("Invalid look and feel type: \(word)")
        }
        return try world.change(by: grant) { writer, _ in
            if choice != .global, try writer.reader.setting("theme", of: space.id) == nil {
                throw Refusal(.themeNeeded, [.key: space.key], because: "\(space.key) has no theme of its own")
            }
            try writer.set(choiceSetting, of: space.id, to: choice.rawValue)
            return .spaceMatter(.lookSelected(choice, key: space.key))
        }
    }

    static let updateLook = Resource(demand: whoseLook) { grant, world in
        let look = try LookAndFeel(sent: grant.call.body())
        try keep(look, grant, world)
        return .spaceMatter(.look(look))
    }

    static let resetLook = Resource(demand: whoseLook) { grant, world in
        try keep(nil, grant, world)
        return .done
    }

    /// The look of a space is its administrators' matter, that of the site the site's.
    @Sendable private static func whoseLook(_ call: Call, _ store: StoreReader) throws -> Demand {
        guard let key = call.item("spaceKey") else { return .administerSite }
        return .inSpace(.administer, try store.space(key: key, orRefuse: .spaceMissing))
    }

    private static func keep(_ look: LookAndFeel?, _ grant: Grant, _ world: World) throws {
        try world.change(by: grant) { writer, _ in
            guard case .inSpace(_, let space, _, _) = grant.demand else {
                return try writer.setSite(customSetting, to: look?.text)
            }
            try writer.set(customSetting, of: space.id, to: look?.text)
        }
    }

    private static func looks(of space: SpaceRecord?, _ store: StoreReader) throws -> Looks {
        let global = try store.siteSetting(customSetting).map(LookAndFeel.init(kept:)) ?? .standard
        guard let space else { return Looks(selected: .global, global: global, custom: global, hasTheme: false) }
        let custom = try store.setting(customSetting, of: space.id).map(LookAndFeel.init(kept:))
        // What was chosen of a theme is gone with it.
        let hasTheme = try store.setting("theme", of: space.id) != nil
        let choice = hasTheme ? try store.setting(choiceSetting, of: space.id) : nil
        return Looks(
            selected: choice.flatMap(Looks.Choice.init) ?? .global, global: global, custom: custom ?? global,
            hasTheme: hasTheme)
    }
}
