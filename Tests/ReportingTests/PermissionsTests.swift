import ConfluenceModel
import ConfluenceWire
import Reporting
import Testing

@Suite("A review of permissions")
struct PermissionsTests {
    private static let report = PermissionsReport(
        deployment: .init(kind: .cloud), account: "Reader Bot", space: "DOCS",
        tools: [
            ToolPermissions(
                tool: "create_page",
                needs: [
                    .init(.product, "use of Confluence", .held), .init(.space, "Pages: Add", .missing),
                    .init(.page, "read", .notAsked),
                    .init(
                        .classicScope, "write:confluence-content", .notApplicable,
                        alternatives: ["write:label:confluence"]),
                    .init(.granularScope, "write:page:confluence", .unknown),
                ]),
            ToolPermissions(tool: "list_indexes", needs: []),
        ],
        surplus: [SurplusRight("Space: Admin", because: "no selected tool needs it in DOCS")],
        notes: ["a note"], probes: [ProbeRecord(question: "q", request: "GET x", answer: "200")], requests: 4)

    @Test("keeps to its schema, whose words are those of the model")
    func schema() throws {
        let schema = try Schema.named("permissions")
        #expect(try Schema.violations(PermissionsJSON.value(Self.report), schema, in: schema) == [])
        func words(_ value: JSON?) -> [String] { value?["enum"]?.arrayValue?.compactMap(\.stringValue) ?? [] }
        let need = schema["$defs"]?["need"]?["properties"]
        #expect(words(need?["state"]) == ToolPermissions.Standing.allCases.map(\.rawValue))
        #expect(words(need?["kind"]) == ToolPermissions.Kind.allCases.map(\.rawValue))
        #expect(words(schema["$defs"]?["verdict"]) == PermissionsReport.Verdict.allCases.map(\.rawValue))
    }

    @Test("is a table for people")
    func text() {
        #expect(
            PermissionsText.render(Self.report, terminal: Terminal(width: 90)) == """
                missing: the account “Reader Bot” lacks what these tools need: create_page (Confluence
                Cloud)

                create_page
                  use of Confluence                                  yes
                  space DOCS: Pages: Add                             NO
                  page (any): read                                   not asked
                  scope write:confluence-content (classic, REST v1)  not for this credential
                    or write:label:confluence
                  scope write:page:confluence (granular, REST v2)    unknown

                list_indexes
                  nothing of Confluence

                beyond need
                  - Space: Admin: no selected tool needs it in DOCS

                note: a note

                4 requests, all of them reading

                """)
    }
}
