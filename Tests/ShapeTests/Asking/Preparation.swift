import ConfluenceWire

/// Something that a site is given before it is asked.
struct Preparation: Sendable {
    /// What the thing that is made is called from here on.
    var name: String
    var method: Request.Method
    var path: String
    var query: [QueryItem] = []
    var body: JSON?
    var upload: String?
    /// The way to the identifier in the answer.
    var take: [String]

    private static let comment: JSON = ["representation": "storage", "value": "<p>Seen.</p>"]

    static let cloud: [Preparation] = content + comments + properties + others

    private static let content: [Preparation] = [
        Preparation(name: "space id", method: .get, path: "/rest/api/space/<space key>", take: ["id"]),
        Preparation(
            name: "label id", method: .get, path: "/rest/api/content/<page>/label", take: ["results", "0", "id"]),
        Preparation(
            name: "attachment", method: .get, path: "/rest/api/content/<page>/child/attachment",
            take: ["results", "0", "id"]),
        Preparation(
            name: "blog post", method: .post, path: "/rest/api/content",
            body: [
                "type": "blogpost", "title": "Shapes of the week", "space": ["key": "<space key>"],
                "body": ["storage": ["representation": "storage", "value": "<p>Round.</p>"]],
            ], take: ["id"]),
        Preparation(
            name: "label on the blog post", method: .post, path: "/rest/api/content/<blog post>/label",
            body: [["prefix": "global", "name": "policy"]], take: []),
        Preparation(
            name: "label on the attachment", method: .post, path: "/rest/api/content/<attachment>/label",
            body: [["prefix": "global", "name": "policy"]], take: []),
        Preparation(
            name: "child page", method: .post, path: "/rest/api/content",
            body: [
                "type": "page", "title": "Shapes", "space": ["key": "<space key>"],
                "ancestors": [["id": "<page>"]],
                "body": [
                    "storage": [
                        "representation": "storage",
                        "value":
                            "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>Draw</ac:task-body></ac:task></ac:task-list>",
                    ]
                ],
            ], take: ["id"]),
        Preparation(
            name: "edit", method: .put, path: "/rest/api/content/<page>",
            body: [
                "type": "page", "title": "Refund policy", "version": ["number": 2, "message": "Draw"],
                "body": [
                    "storage": ["representation": "storage", "value": "<h1>Refunds</h1><p>Customers may ask.</p>"]
                ],
            ], take: []),
        Preparation(
            name: "restriction", method: .put, path: "/rest/api/content/<page>/restriction",
            body: [Bodies.restriction], take: []),
        Preparation(
            name: "custom content", method: .post, path: "/api/v2/custom-content",
            body: ["type": "ac:example:shape", "title": "A shape of an app", "pageId": "<page>", "body": comment],
            take: ["id"]),
        Preparation(
            name: "child custom content", method: .post, path: "/api/v2/custom-content",
            body: [
                "type": "ac:example:shape", "title": "A shape below it", "customContentId": "<custom content>",
                "body": comment,
            ], take: ["id"]),
        Preparation(
            name: "custom content on the blog post", method: .post, path: "/api/v2/custom-content",
            body: [
                "type": "ac:example:shape", "title": "A post's shape", "blogPostId": "<blog post>", "body": comment,
            ],
            take: ["id"]),
        Preparation(
            name: "label on the custom content", method: .post, path: "/rest/api/content/<custom content>/label",
            body: [["prefix": "global", "name": "policy"]], take: []),
        Preparation(name: "level", method: .get, path: "/api/v2/classification-levels", take: ["0", "id"]),
        Preparation(
            name: "level of the space", method: .put, path: "/api/v2/spaces/<space id>/classification-level/default",
            body: ["id": "<level>"], take: []),
        Preparation(
            name: "moment of the page", method: .get, path: "/api/v2/pages/<page>", take: ["version", "createdAt"]),
        Preparation(
            name: "moment of the blog post", method: .get, path: "/api/v2/blogposts/<blog post>",
            take: ["version", "createdAt"]),
        Preparation(
            name: "permission", method: .get, path: "/rest/api/space/<space key>",
            query: [QueryItem("expand", "permissions")], take: ["permissions", "0", "id"]),
    ]

    private static let comments: [Preparation] = [
        Preparation(
            name: "footer comment", method: .post, path: "/api/v2/footer-comments",
            body: ["pageId": "<page>", "body": comment], take: ["id"]),
        Preparation(
            name: "reply", method: .post, path: "/api/v2/footer-comments",
            body: ["parentCommentId": "<footer comment>", "body": comment], take: ["id"]),
        Preparation(
            name: "edited comment", method: .put, path: "/api/v2/footer-comments/<footer comment>",
            body: ["version": ["number": 2], "body": comment], take: ["id"]),
        Preparation(
            name: "comment on the custom content", method: .post, path: "/api/v2/footer-comments",
            body: ["customContentId": "<custom content>", "body": comment], take: ["id"]),
        Preparation(
            name: "inline comment", method: .post, path: "/api/v2/inline-comments",
            body: [
                "pageId": "<page>", "body": comment,
                "inlineCommentProperties": [
                    "textSelection": "Refunds", "textSelectionMatchCount": 1, "textSelectionMatchIndex": 0,
                ],
            ], take: ["id"]),
        Preparation(
            name: "inline reply", method: .post, path: "/api/v2/inline-comments",
            body: ["parentCommentId": "<inline comment>", "body": comment], take: ["id"]),
    ]

    private static let holders: [(family: String, thing: String)] = [
        ("pages", "page"), ("blogposts", "blog post"), ("attachments", "attachment"), ("comments", "footer comment"),
        ("spaces", "space id"), ("folders", "folders"), ("whiteboards", "whiteboards"), ("databases", "databases"),
        ("embeds", "embeds"), ("custom-content", "custom content"),
    ]

    private static let properties: [Preparation] =
        ["folders", "whiteboards", "databases", "embeds"].map { family in
            var body: JSON = ["spaceId": "<space id>", "title": .string("Shapes of \(family)")]
            if family == "embeds" { body["embedUrl"] = "https://shapes.example/" }
            return Preparation(name: family, method: .post, path: "/api/v2/\(family)", body: body, take: ["id"])
        }
        + holders.map { holder in
            Preparation(
                name: "property of \(holder.family)", method: .post,
                path: "/api/v2/\(holder.family)/<\(holder.thing)>/properties",
                body: ["key": "<property key>", "value": ["corners": 4]], take: ["id"])
        }

    private static let others: [Preparation] = [
        Preparation(
            name: "task", method: .get, path: "/api/v2/tasks", query: [QueryItem("status", "incomplete")],
            take: ["results", "0", "id"]),
        Preparation(
            name: "template", method: .post, path: "/rest/api/template",
            body: [
                "name": "A shape", "templateType": "page", "space": ["key": "<space key>"],
                "body": ["storage": ["representation": "storage", "value": "<p>Draw here.</p>"]],
            ], take: ["templateId"]),
        Preparation(
            name: "group id", method: .get, path: "/rest/api/group/by-name",
            query: [QueryItem("name", "team")], take: ["id"]),
        Preparation(
            name: "long task", method: .post, path: "/rest/api/content/archive",
            body: ["pages": [["id": "#<child page>"]]], take: ["id"]),
        Preparation(
            name: "role id", method: .get, path: "/api/v2/space-roles", take: ["results", "0", "id"]),
        Preparation(
            name: "state id", method: .put, path: "/rest/api/content/<page>/state",
            query: [QueryItem("status", "current")], body: ["name": "Rough", "color": "##ffc400"],
            take: ["contentState", "id"]),
        Preparation(
            name: "favourite", method: .put, path: "/rest/api/relation/favourite/from/user/current/to/content/<page>",
            take: []),
        Preparation(
            name: "property of the user", method: .post, path: "/rest/api/user/<account id>/property/<property key>",
            body: ["value": ["corners": 4]], take: []),
        Preparation(
            name: "label of the space", method: .post, path: "/rest/api/space/<space key>/label",
            body: [["prefix": "global", "name": "policy"]], take: []),
        Preparation(
            name: "theme", method: .put, path: "/rest/api/space/<space key>/theme",
            body: ["themeKey": "example:shapes"], take: []),
        Preparation(
            name: "version of page", method: .get, path: "/rest/api/content/<page>", take: ["version", "number"]),
        Preparation(
            name: "conversion", method: .post, path: "/rest/api/contentbody/convert/async/view",
            body: ["representation": "storage", "value": "<p>Round</p>"], take: ["asyncId"]),
    ]

    static let dataCenter: [Preparation] = [
        Preparation(
            name: "new space", method: .post, path: "/rest/api/space", body: ["key": "SHAPES", "name": "Shapes"],
            take: ["key"]),
        Preparation(name: "long task", method: .delete, path: "/rest/api/space/<new space>", take: ["id"]),
        Preparation(
            name: "attachment", method: .get, path: "/rest/api/content/<page>/child/attachment",
            take: ["results", "0", "id"]),
        Preparation(
            name: "child page", method: .post, path: "/rest/api/content",
            body: [
                "type": "page", "title": "Shapes", "space": ["key": "<space key>"],
                "ancestors": [["id": "<page>"]],
                "body": ["storage": ["representation": "storage", "value": "<p>Round.</p>"]],
            ], take: ["id"]),
        Preparation(
            name: "property", method: .post, path: "/rest/api/content/<page>/property",
            body: ["key": "<property key>", "value": ["corners": 4]], take: ["id"]),
        Preparation(
            name: "space property", method: .post, path: "/rest/api/space/<space key>/property",
            body: ["key": "<property key>", "value": ["corners": 4]], take: []),
        Preparation(
            name: "webhook", method: .post, path: "/rest/api/webhooks",
            body: [
                "name": "shapes", "url": "http://127.0.0.1:9/shapes", "events": ["page_created"], "active": false,
            ], take: ["id"]),
    ]
}
