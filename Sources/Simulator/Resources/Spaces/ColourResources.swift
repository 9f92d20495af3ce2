import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The colours of a Data Center site and of its spaces.
extension Resource {
    private static let setting = "colorScheme"
    private static let typeSetting = "colorSchemeType"

    static let standardColours = Resource { _, _ in .spaceMatter(.colours(.standard)) }

    static let siteColours = Resource.reading({ _, _ in .nothing }) { _, store, _ in
        .spaceMatter(.colours(try colours(store)))
    }

    static let setSiteColours = Resource(demand: { _, _ in .administerSite }) { grant, world in
        try world.change(by: grant) { writer, _ in
            let changed = try colours(writer.reader).changed(by: grant.call.body())
            try writer.setSite(setting, to: changed.text)
            return .spaceMatter(.colours(changed))
        }
    }

    static let resetSiteColours = Resource(demand: { _, _ in .administerSite }) { grant, world in
        try world.change(by: grant) { writer, _ in
            try writer.setSite(setting, to: nil)
            return .spaceMatter(.colours(.standard))
        }
    }

    // MARK: Spaces

    static let spaceColours = Resource.reading(administered) { grant, store, _ in
        .spaceMatter(.colours(try colours(of: grant.space, store)))
    }

    /// A space that is given colours has its own from then on.
    static let setSpaceColours = Resource(demand: administered) { grant, world in
        let space = try grant.space
        return try world.change(by: grant) { writer, _ in
            let changed = try colours(of: space, writer.reader).changed(by: grant.call.body())
            try writer.set(setting, of: space.id, to: changed.text)
            try writer.set(typeSetting, of: space.id, to: ColourType.custom.rawValue)
            return .spaceMatter(.colours(changed))
        }
    }

    static let resetSpaceColours = Resource(demand: administered) { grant, world in
        let space = try grant.space
        return try world.change(by: grant) { writer, _ in
            try writer.set(setting, of: space.id, to: nil)
            try writer.set(typeSetting, of: space.id, to: nil)
            return .spaceMatter(.colours(try colours(writer.reader)))
        }
    }

    static let spaceColourType = Resource.reading(administered) { grant, store, _ in
        .spaceMatter(.colourType(try type(of: grant.space, store)))
    }

    static let setSpaceColourType = Resource(demand: administered) { grant, world in
        let space = try grant.space
        let word = try grant.call.body()["type"]?.stringValue ?? ""
        guard let type = ColourType(rawValue: word) else {
            throw RestrictionDraft.invalid("Invalid color scheme type: \(word)")
        }
        try world.change(by: grant) { writer, _ in try writer.set(typeSetting, of: space.id, to: type.rawValue) }
        return .spaceMatter(.colourType(type))
    }

    private static func colours(_ store: StoreReader) throws -> ColourScheme {
        try store.siteSetting(setting).map(ColourScheme.init(kept:)) ?? .standard
    }

    private static func colours(of space: SpaceRecord, _ store: StoreReader) throws -> ColourScheme {
        guard try type(of: space, store) == .custom, let own = try store.setting(setting, of: space.id) else {
            return try colours(store)
        }
        return try ColourScheme(kept: own)
    }

    private static func type(of space: SpaceRecord, _ store: StoreReader) throws -> ColourType {
        try store.setting(typeSetting, of: space.id).flatMap(ColourType.init) ?? .global
    }
}

/// Whose colours a space has: the site's or its own.
enum ColourType: String, Sendable {
    case global, custom
}
