package import ConfluenceWire
package import Documents
import Foundation

extension SiteFile {
    /// A site file as one JSON document: the bytes of the files that it names stand in it, in Base64.
    package static func wholeDocument(_ node: DocumentNode) throws(DocumentError) -> JSON {
        switch node.content {
        case .list(let elements):
            var list: [JSON] = []
            for element in elements { list.append(try wholeDocument(element)) }
            return .array(list)
        case .mapping(let entries):
            var object = JSONObject()
            for entry in entries {
                if entry.key == "file", holdsBytes(node) {
                    object.append("base64", .string(Data(try AttachedBytes.read(entry.value)).base64EncodedString()))
                } else {
                    object.append(entry.key, try wholeDocument(entry.value))
                }
            }
            return .object(object)
        default: return node.json
        }
    }

    /// Whether a mapping is an attachment, or a value of an export's rows.
    private static func holdsBytes(_ node: DocumentNode) -> Bool {
        node.field.hasPrefix("records.")
            || node.field.firstRange(of: ".attachments[").map {
                !node.field[$0.upperBound...].contains(".")
            } == true
    }
}
