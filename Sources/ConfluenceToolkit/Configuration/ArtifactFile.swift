import ConfluenceModel
import Documents
import Foundation

/// A file of the platform's artifact storage, which the toolkit can put on a page.
package struct ArtifactFile: Sendable, Hashable {
    /// `/bucket/name`.
    package var path: String
    package var content: [UInt8]

    package init(path: String, content: [UInt8]) {
        self.path = path
        self.content = content
    }

    /// What the file is called where the call names nothing else.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Reads the list that stands for the platform in a scenario: `elitea: {artifacts: [{path, text}]}`; `nil` without one.
    static func read(_ node: DocumentNode?) throws(DocumentError) -> [ArtifactFile]? {
        guard let node else { return nil }
        var files: [ArtifactFile] = []
        for element in try node.mapping(keys: ["artifacts"]).list("artifacts") {
            let fields = try element.mapping(keys: ["path", "text", "base64"])
            files.append(ArtifactFile(path: try fields.required("path").text(), content: try content(fields)))
        }
        return files
    }

    private static func content(_ fields: DocumentMapping) throws(DocumentError) -> [UInt8] {
        guard let node = fields["base64"] else { return Array((try fields.text("text") ?? "").utf8) }
        if let other = fields["text"] { throw other.error("one of “text” and “base64” is expected") }
        guard let data = Data(base64Encoded: try node.text(), options: .ignoreUnknownCharacters) else {
            throw node.error("this is no base64")
        }
        return Array(data)
    }
}
