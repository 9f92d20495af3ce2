import ConfluenceWire

/// What the operations that need a body are sent, by the name without what stands in its braces.
enum Bodies {
    enum Body: Sendable {
        case json(JSON)
        case file(String)
    }

    private static let storage: JSON = ["representation": "storage", "value": "<p>Round.</p>"]
    private static let group: JSON = ["type": "group", "name": "team"]

    private static let dark: JSON = ["color": "black", "hoverOrFocus": ["backgroundColor": "grey", "color": "white"]]
    private static let look: JSON = [
        "headings": ["color": "black"], "links": ["color": "blue"], "bordersAndDividers": ["color": "grey"],
        "menus": ["color": "black", "hoverOrFocus": ["backgroundColor": "grey"]],
        "header": [
            "backgroundColor": "white", "button": nil, "primaryNavigation": dark, "secondaryNavigation": dark,
            "search": ["backgroundColor": "white", "color": "black"],
        ],
        "content": ["screen": ["background": "white"]],
    ]

    static let table: [String: Body] = [
        // v1
        "POST /rest/api/content": .json([
            "type": "page", "title": "A new shape", "space": ["key": "<space key>"], "body": ["storage": storage],
        ]),
        "PUT /rest/api/content/{}": .json([
            "type": "page", "title": "Refund policy", "version": ["number": "#<next version of page>"],
            "body": ["storage": storage],
        ]),
        "POST /rest/api/content/{}/label": .json([["prefix": "global", "name": "shape"]]),
        "POST /rest/api/content/{}/child/attachment": .file("shape.txt"),
        "PUT /rest/api/content/{}/child/attachment": .file("shape.txt"),
        "POST /rest/api/content/{}/child/attachment/{}/data": .file("refund-form.txt"),
        "PUT /rest/api/content/{}/child/attachment/{}": .json([
            "id": "<attachment>", "type": "attachment", "title": "refund.txt", "version": ["number": 1],
        ]),
        "POST /rest/api/content/{}/property": .json(["key": "shape-new", "value": ["corners": 3]]),
        "POST /rest/api/content/{}/property/{}": .json(["value": ["corners": 3]]),
        "PUT /rest/api/content/{}/property/{}": .json([
            "key": "shape", "value": ["corners": 5], "version": ["number": 2],
        ]),
        "POST /rest/api/space/{}/property": .json(["key": "shape-new", "value": ["corners": 3]]),
        "POST /rest/api/space/{}/property/{}": .json(["value": ["corners": 3]]),
        "PUT /rest/api/space/{}/property/{}": .json([
            "key": "shape", "value": ["corners": 5], "version": ["number": 2],
        ]),
        "POST /rest/api/content/{}/restriction": .json([restriction]),
        "PUT /rest/api/content/{}/restriction": .json([restriction]),
        "POST /rest/api/content/{}/permission/check": .json([
            "subject": ["type": "user", "identifier": "<account id>"], "operation": "read",
        ]),
        "POST /rest/api/content/{}/version": .json([
            "operationKey": "restore", "params": ["versionNumber": 1, "message": "Back to the first"],
        ]),
        "POST /rest/api/content/{}/copy": .json([
            "destination": ["type": "parent_page", "value": .string(ShapeSite.otherPage)],
            "pageTitle": "A copied shape",
        ]),
        "POST /rest/api/content/{}/pagehierarchy/copy": .json([
            "destinationPageId": .string(ShapeSite.otherPage), "titleOptions": ["prefix": "Copy of "],
        ]),
        "POST /rest/api/content/archive": .json(["pages": [["id": "#<page>"]]]),
        "PUT /rest/api/content/{}/state": .json(["name": "In progress", "color": "##2684ff"]),
        "POST /rest/api/space": .json([
            "key": "SHAPES", "name": "Shapes", "description": ["plain": ["value": "Round", "representation": "plain"]],
        ]),
        "POST /rest/api/space/_private": .json(["key": "SHAPES", "name": "Shapes"]),
        "PUT /rest/api/space/{}": .json(["name": "Product documents"]),
        "POST /rest/api/space/{}/permission": .json([
            "subject": ["type": "user", "identifier": "<newcomer id>"],
            "operation": ["key": "create", "target": "page"],
        ]),
        "POST /rest/api/space/{}/permission/custom-content": .json([
            "subject": ["type": "user", "identifier": "<account id>"], "operations": [],
        ]),
        "POST /rest/api/space/{}/label": .json([["prefix": "global", "name": "shape"]]),
        "POST /rest/api/template": .json([
            "name": "Another shape", "templateType": "page", "space": ["key": "<space key>"],
            "body": ["storage": storage],
        ]),
        "PUT /rest/api/template": .json([
            "templateId": "<template>", "name": "A better shape", "templateType": "page",
            "body": ["storage": storage],
        ]),
        "POST /rest/api/contentbody/convert/{}": .json(storage),
        "POST /rest/api/contentbody/convert/async/{}": .json(storage),
        "POST /rest/api/audit": .json([
            "remoteAddress": "203.0.113.7", "summary": "Shapes drawn", "category": "Shapes",
        ]),
        "PUT /rest/api/audit/retention": .json(["number": 2, "units": "MONTHS"]),
        "POST /rest/api/group/user": .json(["accountId": "<newcomer id>"]),
        "POST /rest/api/group/userByGroupId": .json(["accountId": "<newcomer id>"]),
        "PUT /rest/api/space/{}/settings": .json(["routeOverrideEnabled": true]),
        "PUT /rest/api/settings/lookandfeel": .json(["spaceKey": "<space key>", "lookAndFeelType": "custom"]),
        "POST /rest/api/settings/lookandfeel/custom": .json(look),
        "PUT /rest/api/space/{}/theme": .json(["themeKey": "example:shapes"]),
        "POST /rest/api/group": .json(["name": "drawers", "type": "group"]),
        // v2
        "POST /api/v2/pages": .json([
            "spaceId": "<space id>", "status": "current", "title": "A new shape", "body": storage,
        ]),
        "PUT /api/v2/pages/{}": .json([
            "id": "<page>", "status": "current", "title": "Refund policy", "body": storage,
            "version": ["number": "#<next version of page>"],
        ]),
        "PUT /api/v2/pages/{}/title": .json(["status": "current", "title": "Refunds"]),
        "POST /api/v2/blogposts": .json([
            "spaceId": "<space id>", "status": "current", "title": "A shape a day", "body": storage,
        ]),
        "PUT /api/v2/blogposts/{}": .json([
            "id": "<blog post>", "status": "current", "title": "Shapes of the year", "body": storage,
            "version": ["number": 2],
        ]),
        "POST /api/v2/custom-content": .json([
            "type": "ac:example:shape", "title": "A new shape", "pageId": "<page>", "body": storage,
        ]),
        "PUT /api/v2/custom-content/{}": .json([
            "id": "<custom content>", "type": "ac:example:shape", "status": "current", "title": "A better shape",
            "pageId": "<page>", "body": storage, "version": ["number": 2],
        ]),
        "PUT /api/v2/spaces/{}/classification-level/default": .json(["id": "<level>"]),
        "POST /api/v2/pages/{}/redact": .json([
            "createdAt": "<moment of the page>",
            "body": ["redactions": [["pointer": "/content/1/content/0/text", "from": 0, "to": 9]]],
        ]),
        "POST /api/v2/blogposts/{}/redact": .json([
            "createdAt": "<moment of the blog post>",
            "title": ["redactions": [["pointer": "/title", "from": 0, "to": 6, "reason": "Secret"]]],
        ]),
        "POST /api/v2/footer-comments": .json(["pageId": "<page>", "body": storage]),
        "PUT /api/v2/footer-comments/{}": .json(["version": ["number": 3], "body": storage]),
        "POST /api/v2/inline-comments": .json([
            "pageId": "<page>", "body": storage,
            "inlineCommentProperties": [
                "textSelection": "Customers", "textSelectionMatchCount": 1, "textSelectionMatchIndex": 0,
            ],
        ]),
        "PUT /api/v2/inline-comments/{}": .json(["version": ["number": 2], "body": storage, "resolved": true]),
        "PUT /api/v2/tasks/{}": .json(["status": "complete"]),
        "POST /rest/api/user/{}/property/{}": .json(["value": ["corners": 3]]),
        "PUT /rest/api/user/{}/property/{}": .json(["value": ["corners": 5]]),
        "POST /rest/api/contentbody/convert/async/bulk/tasks": .json([
            "conversionInputs": [["to": "view", "body": ["representation": "storage", "value": "<p>Round</p>"]]]
        ]),
        "PUT /rest/api/inlinetasks/{}": .json(["status": "complete"]),
        "POST /api/v2/spaces": .json(["key": "SHAPES", "name": "Shapes"]),
        "POST /api/v2/users-bulk": .json(["accountIds": ["<account id>"]]),
        "POST /api/v2/user/access/check-access-by-email": .json(["emails": ["mira@acme.example"]]),
        "POST /api/v2/content/convert-ids-to-types": .json(["contentIds": ["<page>"]]),
        "POST /api/v2/folders": .json(["spaceId": "<space id>", "title": "More shapes"]),
        "POST /api/v2/whiteboards": .json(["spaceId": "<space id>", "title": "More shapes"]),
        "POST /api/v2/databases": .json(["spaceId": "<space id>", "title": "More shapes"]),
        "POST /api/v2/embeds": .json([
            "spaceId": "<space id>", "title": "More shapes", "embedUrl": "https://shapes.example/more",
        ]),
        "POST /api/v2/spaces/{}/role-assignments": .json([
            ["principal": ["principalType": "USER", "principalId": "<account id>"], "roleId": "<role id>"]
        ]),
        "POST /api/v2/space-roles": .json([
            "name": "Drawer", "description": "Draws", "spacePermissions": ["read/space"],
        ]),
        // Data Center
        "POST /rest/api/webhooks": .json([
            "name": "more shapes", "url": "http://127.0.0.1:9/more", "events": ["page_created"], "active": false,
        ]),
        "PUT /rest/api/webhooks/{}": .json([
            "name": "shapes", "url": "http://127.0.0.1:9/shapes", "events": ["page_removed"], "active": false,
        ]),
        "POST /rest/api/admin/group": .json(["name": "drawers", "type": "group"]),
    ].merging(properties) { first, _ in first }.merging(levels) { first, _ in first }

    private static let levels: [String: Body] = Dictionary(
        uniqueKeysWithValues: ["pages", "blogposts", "whiteboards", "databases"].flatMap { family in
            [
                ("PUT /api/v2/\(family)/{}/classification-level", .json(["id": "<level>", "status": "current"])),
                ("POST /api/v2/\(family)/{}/classification-level/reset", .json(["status": "current"])),
            ] as [(String, Body)]
        })

    private static let properties: [String: Body] = Dictionary(
        uniqueKeysWithValues: [
            "pages", "blogposts", "attachments", "comments", "spaces", "folders", "whiteboards", "databases", "embeds",
            "custom-content",
        ].flatMap { family in
            [
                ("POST /api/v2/\(family)/{}/properties", .json(["key": "shape-new", "value": ["corners": 3]])),
                (
                    "PUT /api/v2/\(family)/{}/properties/{}",
                    .json(["key": "shape", "value": ["corners": 5], "version": ["number": 2]])
                ),
            ] as [(String, Body)]
        })

    /// It leaves the asker in: sites refuse restrictions by which people shut themselves out.
    static let restriction: JSON = [
        "operation": "update",
        "restrictions": [
            "user": [["type": "known", "accountId": "<account id>"], ["type": "known", "accountId": "<asker id>"]],
            "group": [["type": "group", "name": "<group name>"]],
        ],
    ]
}
