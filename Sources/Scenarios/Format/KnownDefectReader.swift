import ConfluenceModel
import Documents

/// Reads the `known-defect` that a scenario reproduces.
enum KnownDefectReader {
    static let keys = ["id", "product", "seen-in", "title", "should", "consequence", "cause", "suggestion"]

    static func read(_ node: DocumentNode?) throws(DocumentError) -> KnownDefect? {
        guard let node else { return nil }
        let fields = try node.mapping(keys: keys)
        return KnownDefect(
            id: try fields.required("id").text(), product: try fields.text("product"),
            seenIn: try fields.text("seen-in"), title: try fields.required("title").text(),
            should: try fields.text("should"), consequence: try fields.text("consequence"),
            cause: try fields.text("cause"), suggestion: try fields.text("suggestion"))
    }
}
