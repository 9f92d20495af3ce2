import ConfluenceModel
import Contracts
import Documents
import Foundation
import Testing

@Suite("The ledger")
struct LedgerTests {
    private static let early = Date(timeIntervalSince1970: 1_790_000_000)
    private static let late = Date(timeIntervalSince1970: 1_790_086_400)
    private static let law = Ledger.Subject(.law, "versions/stale-version-is-refused", on: .cloudV1)
    private static let shape = Ledger.Subject(.shape, "GET /rest/api/content/{id}?expand=version 200", on: .cloudV1)

    @Test("keeps the latest sighting of each site")
    func latest() {
        var ledger = Ledger().noting([Self.law, Self.shape], on: "Cloud", at: Self.late, run: "live:a")
        ledger.note(Self.law, on: "Cloud", at: Self.early, run: "live:b")
        ledger.note(Self.law, on: "Data Center 9.2.0", at: Self.early, run: "live:c")
        #expect(ledger.sightings[Self.law]?["Cloud"] == Ledger.Sighting(at: Self.late, run: "live:a"))
        #expect(ledger.sightings[Self.law]?.count == 2)
    }

    @Test("is read as it was written, and merged in whatever order")
    func file() throws {
        let one = Ledger().noting([Self.law, Self.shape], on: "Cloud", at: Self.early, run: "live:a")
        let other = Ledger().noting([Self.law], on: "Cloud", at: Self.late, run: "live:b")
        var merged = one
        merged.merge(other)
        var reversed = other
        reversed.merge(one)
        #expect(merged == reversed)
        let read = try Ledger(DocumentReader.read(Array(merged.yaml.utf8), file: "parity.yaml"))
        #expect(read == merged)
        #expect(read.yaml == merged.yaml)
        #expect(try Ledger(DocumentReader.read(Array(Ledger().yaml.utf8), file: "parity.yaml")).isEmpty)
    }

    @Test("tells of an endpoint by the names that a table gives its places")
    func endpoints() {
        let ledger = Ledger().noting([Self.shape, Self.law], on: "Cloud", at: Self.early, run: "live:a")
        #expect(ledger.shapes(of: "GET /rest/api/content/{contentId}", on: .cloudV1).keys.sorted() == ["Cloud"])
        #expect(ledger.shapes(of: "GET /rest/api/content/{id}", on: .dataCenter).isEmpty)
        #expect(ledger.shapes(of: "PUT /rest/api/content/{id}", on: .cloudV1).isEmpty)
        #expect(ledger.shapes(of: "GET /rest/api/content/search", on: .cloudV1).isEmpty)
    }

    @Test(
        "a file that says something else is refused with its place",
        arguments: [
            "version: 2", "version: 1\nlaw: {}", "version: 1\nlaws: {x: {}}",
            "version: 1\nlaws: {cloud-v1 x: {Cloud: {seen: today, by: me}}}",
        ])
    func refused(text: String) {
        #expect(throws: DocumentError.self) {
            try Ledger(DocumentReader.read(Array(text.utf8), file: "parity.yaml"))
        }
    }
}
