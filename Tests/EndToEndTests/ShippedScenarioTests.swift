import ConfluenceWire
import Foundation
import Testing

@Suite("The scenarios of rights, faults and use cases")
struct ShippedScenarioTests {
    /// The folders, with how many scenarios each holds at least once its matrices are laid out.
    static let folders: [(folder: String, atLeast: Int64)] = [
        ("permissions", 110), ("faults", 70), ("use-cases", 30),
    ]

    @Test("all pass with the native driver", arguments: folders)
    func native(folder: String, atLeast: Int64) async throws {
        let outcome = try await BuiltCommand.run(["run", "scenarios/\(folder)", "--format", "json"])
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        let summary = try outcome.json()["summary"]
        #expect(summary?["failed"]?.integerValue == 0)
        #expect((summary?["passed"]?.integerValue ?? 0) >= atLeast)
    }

    @Test("each ready-made fault is met by a scenario")
    func faults() async throws {
        let listed = try await BuiltCommand.run(["simulate", "--list-faults", "--format", "json"])
        let names = try listed.json().arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
        #expect(names.count >= 45)
        let folder = BuiltCommand.root.appending(path: "scenarios/faults")
        let texts = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".yaml") }
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
        for name in names {
            let ways = ["fault: \(name)\n", "fault: \(name)}", "name: \(name)\n"]
            #expect(texts.contains { text in ways.contains { text.contains($0) } }, "\(name)")
        }
    }

    /// A text of a file, what stands in its place, and how many of its scenarios fail then.
    private static let spoilt: [(file: String, from: String, to: String, failing: Int64)] = [
        // Nothing is withdrawn, so that each tool works at once.
        ("permissions/space-rights", #"from: {user: agent}, space: PLAN}"#, #"from: {user: admin}, space: PLAN}"#, 56),
        ("permissions/page-restrictions", "{page: 201, to: [{user: admin}]}", "{page: 202, to: [{user: admin}]}", 48),
        ("permissions/scopes", #"scopes: "{{matrix.case.fewer}}""#, #"scopes: "{{matrix.case.scopes}}""#, 17),
        (
            "permissions/cloud-roles", #"arrange: "{{matrix.case.before}}""#,
            "arrange: [{assign-role: {role: admin, to: {user: agent}, space: PLAN}}]", 6
        ),
        // The fault is not put on.
        ("faults/in-between", #"  - fault: "{{matrix.fault.name}}""#, "  - clear-fault: all", 28),
        ("faults/in-between.not-json", #"  - fault: "{{matrix.fault.name}}""#, "  - clear-fault: all", 6),
        ("faults/logins", #"  - fault: "{{matrix.fault.fault}}""#, "  - clear-fault: all", 13),
        ("faults/writes", #"  - fault: "{{matrix.fault.fault}}""#, "  - clear-fault: all", 5),
        ("faults/limits", #"  - fault: "{{matrix.fault.fault}}""#, "  - clear-fault: all", 2),
    ]

    @Test("fail once the right is there or the fault is not, so that the expectations bite", arguments: spoilt)
    func bites(file: String, from: String, to: String, failing: Int64) async throws {
        try await withTemporaryFolder { folder in
            let root = BuiltCommand.root
            let source = try String(contentsOf: root.appending(path: "scenarios/\(file).yaml"), encoding: .utf8)
            #expect(source.contains(from))
            let text = source.replacingOccurrences(of: from, with: to)
                .replacingOccurrences(of: "../../Fixtures/", with: root.appending(path: "Fixtures/").path())
                .replacingOccurrences(
                    of: "site: sites/", with: "site: " + root.appending(path: "scenarios/permissions/sites/").path())
            let spoilt = folder.appending(path: "spoilt.yaml")
            try Data(text.utf8).write(to: spoilt)
            let outcome = try await BuiltCommand.run(["run", spoilt.path(), "--format", "json"])
            #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
            let summary = try outcome.json()["summary"]
            #expect((summary?["failed"]?.integerValue ?? 0) >= failing, "\(String(describing: summary))")
        }
    }
}
