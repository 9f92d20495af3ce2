import ConfluenceWire
import Documents
import Foundation
import JSONSchema
import Testing

@testable import LiveSites

/// `docs/schemas/profiles.schema.json` and the reader are two accounts of one format.
@Suite("The published schema of profiles accepts and refuses what the reader does")
struct ProfilesSchemaTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func schema() throws -> Schema {
        let data = try Data(contentsOf: root.appending(path: "docs/schemas/profiles.schema.json"))
        return try Schema(JSONReader.read(Array(data)))
    }

    /// What no schema can know: what hangs on the host or on the hosting.
    private static let readersAlone = ["Confluence Cloud lives below /wiki", "over http anybody on the way"]

    @Test("a whole profile is accepted by both")
    func whole() throws {
        let violations = try Self.schema().violations(of: ProfilesReaderTests.document(ProfilesReaderTests.whole).json)
        #expect(violations.isEmpty, "\(violations)")
    }

    @Test("what the reader refuses the schema does, but for what hangs on the host")
    func refused() throws {
        let schema = try Self.schema()
        for (part, by, words) in ProfilesReaderTests.refused {
            let text = ProfilesReaderTests.whole.replacingOccurrences(of: part, with: by)
            let isAccepted = schema.violations(of: try ProfilesReaderTests.document(text).json).isEmpty
            #expect(isAccepted == Self.readersAlone.contains(where: words.contains), "\(words)\n\(text)")
        }
    }

    @Test("the example of the documentation is accepted by both, and names each key of a profile")
    func documented() throws {
        let page = try String(contentsOf: Self.root.appending(path: "docs/live-sites.md"), encoding: .utf8)
        let block = try #require(page.components(separatedBy: "```yaml\n").dropFirst().first)
        let example = block.components(separatedBy: "```")[0]
        let node = try DocumentReader.readYAML(Array(example.utf8), file: "profiles.yaml")
        #expect(try Self.schema().violations(of: node.json).isEmpty)
        #expect(try ProfilesReader.read(node).count == 2)
        let keys = (node.json["profiles"]?.objectValue ?? [:]).flatMap { $0.value.objectValue?.keys ?? [] }
        #expect(Set(keys).union(["verify-ssl"]) == Set(ProfilesReader.profileKeys))
    }
}
