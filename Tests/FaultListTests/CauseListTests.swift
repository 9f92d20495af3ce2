import Diagnosis
import Foundation
import Simulator
import Testing

@testable import DoctorCommands

@Suite("docs/causes.md is true")
struct CauseListTests {
    @Test("the page is what the command prints")
    func page() throws {
        #expect(
            try String(contentsOfFile: Self.root + "docs/causes.md", encoding: .utf8) == CauseTable.render() + "\n",
            "write it anew: confluence-doctor explain --format markdown > docs/causes.md")
    }

    @Test("each ready-made fault brings a cause about, and no cause names a fault that there is not")
    func faults() {
        let named = Set(CauseCatalogue.all.flatMap(\.faults))
        #expect(Set(ReadyMadeFault.all.map(\.name)).subtracting(named) == [])
        #expect(named.subtracting(ReadyMadeFault.all.map(\.name)) == [])
    }

    private static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/"
}
