import Foundation
import Testing

@testable import DoctorCommands

@Suite("docs/coverage.md is true")
struct CoveragePageTests {
    @Test("the page is what the command prints")
    func page() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let printed = CoverageTable.render(as: .markdown) + "\n"
        #expect(
            try String(contentsOfFile: root + "/docs/coverage.md", encoding: .utf8) == printed,
            "write it anew: confluence-doctor simulate --coverage --format markdown > docs/coverage.md")
    }
}
