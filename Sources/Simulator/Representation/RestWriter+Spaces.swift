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
        case .lookAndFeel(let key): ok(lookAndFeel(key))
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

    /// Every space looks as the site does: the colours that a new site has.
    private func lookAndFeel(_ spaceKey: String?) -> JSON {
        let colour: (String) -> JSON = { ["color": .string($0)] }
        let button: JSON = ["backgroundColor": "#F0F1F4", "color": "#172B4D"]
        let look: JSON = [
            "headings": colour("#172B4D"), "links": colour("#0052CC"),
            "menus": ["hoverOrFocus": ["backgroundColor": "#DEEBFF"], "color": "#172B4D"],
            "header": [
                "backgroundColor": "#FFFFFF", "button": button,
                "primaryNavigation": [
                    "color": "#42526E", "hoverOrFocus": ["backgroundColor": "#DEEBFF", "color": "#0052CC"],
                ],
                "secondaryNavigation": [
                    "color": "#172B4D", "hoverOrFocus": ["backgroundColor": "#DEEBFF", "color": "#0052CC"],
                ],
                "search": ["backgroundColor": "#FFFFFF", "color": "#172B4D"],
            ],
            "content": [
                "screen": [
                    "background": "#FFFFFF", "backgroundColor": "#FFFFFF", "backgroundImage": "", "backgroundSize": "",
                    "gutterTop": "", "gutterRight": "", "gutterBottom": "", "gutterLeft": "",
                ],
                "container": [
                    "background": "#FFFFFF", "backgroundColor": "#FFFFFF", "backgroundImage": "", "backgroundSize": "",
                    "padding": "", "borderRadius": "",
                ],
                "header": [
                    "background": "#FFFFFF", "backgroundColor": "#FFFFFF", "backgroundImage": "", "backgroundSize": "",
                    "padding": "", "borderRadius": "",
                ],
                "body": [
                    "background": "#FFFFFF", "backgroundColor": "#FFFFFF", "backgroundImage": "", "backgroundSize": "",
                    "padding": "", "borderRadius": "",
                ],
            ],
            "bordersAndDividers": colour("#DFE1E6"),
        ]
        return ["selected": "global", "global": look, "custom": look]
    }
}
