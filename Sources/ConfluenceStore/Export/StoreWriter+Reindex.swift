import ConfluenceModel
import GRDB
import StorageFormat

extension StoreWriter {
    /// Makes the full-text index anew out of the content and the spaces that there are.
    func reindex() throws {
        let spaces = try reader.all("SELECT id, name, description FROM spaces", []) {
            ($0[0] as Int64, $0[1] as String, $0[2] as String)
        }
        for (id, name, description) in spaces { try index(id, title: name, text: description) }
        let ids: [Int64] = try reader.all("SELECT id FROM content", []) { $0[0] }
        for id in ids {
            guard let content = try reader.content(id: id) else { continue }
            try index(id, title: content.title, text: try text(of: content))
            try noteParts(of: id, body: content.body)
        }
    }

    private func text(of content: ContentRecord) throws -> String {
        guard let facts = content.attachment else { return StorageFormat.plainText(content.body) }
        guard facts.mediaType.hasPrefix("text/"), let bytes = try reader.attachmentData(content.id) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
