import ConfluenceModel
import ConfluenceWire

extension Mutant {
    static let comments: [Mutant] = [
        Mutant("comment-is-listed", "no comments are listed", .cut("results", to: 0, of: .get("*comment*"))),
        Mutant(
            "writing-a-comment-answers", "a comment is called a page, and v2 answers 200",
            .setField("type", to: "page", of: .post("/rest/api/content")),
            .answer(when: .post("/api/v2/footer-comments"), becomes: 200)),
        Mutant(
            "reply-stands-below-its-comment", "no replies are listed", .cut("results", to: 0, of: .get("*/children"))),
        Mutant(
            "comment-on-a-hidden-page-is-404", "outsiders may comment",
            .asIf(.writer, asks: .post("/api/v2/footer-comments"))),
        Mutant("deleted-comment-is-gone", "nothing is deleted", .swallow(.delete("*"), status: 204)),
        Mutant(
            "comment-has-versions-of-its-own", "a comment makes a version of its page",
            .setField("version.number", to: 2, of: .get("/api/v2/pages/*"))),
        Mutant(
            "comments-are-no-pages-below", "comments are listed among pages",
            .setField("results", to: [["id": "7", "type": "comment"]], of: .get("*/child/page"))),
    ]
}
