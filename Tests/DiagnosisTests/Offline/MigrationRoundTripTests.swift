import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Testing

@Suite("A migrated configuration fares as the old one did")
struct MigrationRoundTripTests {
    private static let spaces = ["DOCS", "NOSUCH"]

    @Test("on a simulated site, but for the form itself", arguments: ConfluenceSite.Acme.allCases, spaces)
    func diagnosis(kind: ConfluenceSite.Acme, space: String) async throws {
        let patient = try Patient(kind)
        let credential = patient.configuration.credential
        var settings: JSON = [
            "base_url": .string(credential.baseURL), "cloud": .bool(kind == .cloud), "space": .string(space),
            "selected_tools": ["read_page_by_id"],
        ]
        settings["username"] = credential.username.map(JSON.string)
        settings["api_key"] = credential.apiKey.map { .string($0.revealed(for: .simulation)) }
        settings["token"] = credential.token.map { .string($0.revealed(for: .simulation)) }
        let old: JSON = ["type": "confluence", "name": "kb", "settings": settings]
        let node = try DocumentReader.readJSON(Array(old.compactText.utf8), file: "old.json")
        let migration = try Migrator.migrate(node, writesSecrets: true)
        let new = try DocumentReader.readJSON(Array(migration.whole.compactText.utf8), file: "new.json")
        let before = await Patient.diagnose(try #require(ConfigurationReader.read(node).first), send: patient.site.send)
        let after = await Patient.diagnose(try #require(ConfigurationReader.read(new).first), send: patient.site.send)
        #expect(
            after.causes.map(\.id) == before.causes.map(\.id).filter { $0 != .legacyConfiguration }, "\(after.summary)")
        #expect(before.causes.contains { $0.id == .legacyConfiguration })
        #expect(after.verdict == (space == "DOCS" ? .healthy : .problem), "\(after.summary)")
    }
}
