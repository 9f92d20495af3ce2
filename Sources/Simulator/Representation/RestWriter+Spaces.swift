import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// What v1 answers of spaces beside the spaces themselves.
extension RestWriter {
    func write(_ answer: SpaceAnswer) -> Response {
        switch answer {
        case .created(let details): ok(space(details, isTop: true))
        case .contents(let pages, let blogPosts, let key): ok(contents(pages, blogPosts, of: key))
        case .settings(let settings): ok(self.settings(settings))
        case .theme(let key): ok(theme(key))
        case .themes(let rows): ok(list(rows, theme))
        case .looks(let looks): ok(self.looks(looks))
        case .look(let look): ok(self.look(look))
        case .colours(let scheme): ok(scheme.json)
        case .colourType(let type): ok(["type": .string(type.rawValue)])
        case .lookSelected(let choice, let key):
            ok(["spaceKey": .string(key), "lookAndFeelType": .string(choice.rawValue)])
        }
    }

    private func contents(_ pages: Rows<ContentDetails>, _ blogPosts: Rows<ContentDetails>, of key: String) -> JSON {
        [
            "page": list(pages, below: "/rest/api/space/\(key)/content/page") { content($0) },
            "blogpost": list(blogPosts, below: "/rest/api/space/\(key)/content/blogpost") { content($0) },
            "_links": topLinks,
        ]
    }

    private func settings(_ settings: SpaceSettings) -> JSON {
        [
            "routeOverrideEnabled": .bool(settings.routeOverrideEnabled),
            "editor": ["page": "v2", "blogpost": "v2", "default": "v2"],
            "contentMode": .string(settings.contentMode),
            "spaceKey": .string(settings.spaceKey),
            "_links": [
                "self": .string("\(base.url)/rest/api/space/\(settings.spaceKey)/settings"),
                "base": .string(base.url), "context": .string(base.context),
            ],
        ]
    }

    private func theme(_ key: String) -> JSON {
        [
            "themeKey": .string(key), "name": .string(key.split(separator: ":").last.map(String.init) ?? key),
            "description": "", "icon": ["path": "", "width": 0, "height": 0, "isDefault": false],
            "_links": topLinks,
        ]
    }

    private func looks(_ looks: Looks) -> JSON {
        var json: JSONObject = ["selected": .string(looks.selected.rawValue), "global": looks.global.json]
        if looks.hasTheme { json["theme"] = LookAndFeel.standard.json }
        json["custom"] = looks.custom.json
        return .object(json)
    }

    private func look(_ look: LookAndFeel) -> JSON {
        var json = look.json
        json["_links"] = topLinks
        return json
    }
}
