import ConfluenceModel
import Documents
import Foundation
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

    @Test(
        "the clock stands still, at a moment or now, and runs on",
        arguments: [
            ("freeze-clock: true", SiteAct.freezeClock(at: nil)),
            ("freeze-clock: false", .unfreezeClock),
            ("freeze-clock: 2026-03-01T09:00:00Z", .freezeClock(at: Date(timeIntervalSince1970: 1_772_355_600))),
        ])
    func clock(text: String, expected: SiteAct) throws {
        #expect(try act(text) == expected)
    }

    @Test("a moment that is none is a mistake")
    func noMoment() {
        let error = #expect(throws: DocumentError.self) { try act("freeze-clock: soon") }
        #expect(error?.message == "a moment such as 2026-01-31T09:00:00Z is expected")
    }

    @Test("a role that nobody named is a mistake")
    func withoutRole() {
        let error = #expect(throws: DocumentError.self) {
            try act("assign-role: {to: {user: ana}, space: DOCS}")
        }
        #expect(error?.message == "the key “role” is missing")
    }
}
