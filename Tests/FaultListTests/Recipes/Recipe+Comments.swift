import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

/// What is refused about comments.
extension Recipe {
    private static let comment: JSON = [
        "type": "comment", "container": ["id": "98311", "type": "page"],
        "body": ["storage": ["value": "<p>x</p>", "representation": "storage"]],
        "extensions": ["location": "inline", "inlineProperties": ["originalSelection": "not there"]],
    ]

    static func comments(_ site: ConfluenceSite.Acme) -> [Recipe] {
        [
            Recipe(site: site, row: "selectionUnusable") {
                try $0.request("/rest/api/content", .post, as: "mira", body: comment)
            }
        ]
    }

    static let dataCenterComments: [Recipe] = [
        Recipe(site: .dataCenter, row: "selectionUnusable/inlineComments") {
            try $0.request(
                "/rest/inlinecomments/1.0/comments", .post, as: "mira",
                body: ["containerId": "98311", "originalSelection": "not there", "body": "<p>x</p>"])
        }
    ]

    static let cloudComments: [Recipe] = [
        Recipe(site: .cloud, row: "selectionUnusable/v2") {
            try $0.request("/api/v2/inline-comments", .post, as: "mira", body: ["pageId": "98311", "body": [:]])
        }
    ]
}
