import ConfluenceModel
import Documents
import SiteFiles
import Testing

@Suite("Acts of an administrator are read")
struct SiteActReaderTests {
    private func act(_ text: String) throws -> SiteAct {
        try SiteActReader.read(DocumentReader.read(Array(text.utf8), file: "acts.yaml"))
    }

    @Test("a role is given, and null takes all away")
    func roles() throws {
        #expect(
            try act("assign-role: {role: viewer, to: {user: ana}, space: DOCS}")
                == .assignRole("viewer", to: .user("ana"), space: "DOCS"))
        #expect(
            try act("assign-role: {role: null, to: {group: team}, space: DOCS}")
                == .assignRole(nil, to: .group("team"), space: "DOCS"))
    }

    @Test("a role that nobody named is a mistake")
    func withoutRole() {
        let error = #expect(throws: DocumentError.self) {
            try act("assign-role: {to: {user: ana}, space: DOCS}")
        }
        #expect(error?.message == "the key “role” is missing")
    }
}
