import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import Diagnosis
import Testing

@Suite("Behind the endpoints that Cloud has removed, REST v2 is asked")
struct BehindRemovedEndpointsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let inner: [CauseID]
        let name: String
        let isProven: Bool
        let prepare: Ailment.SiteChange
        let change: @Sendable (inout Patient) throws -> Void

        init(
            _ inner: CauseID?, _ name: String, proven: Bool = true, prepare: Ailment.SiteChange = .none,
            change: @escaping @Sendable (inout Patient) throws -> Void
        ) {
            self.inner = inner.map { [$0] } ?? []
            self.name = name
            isProven = proven
            self.prepare = prepare
            self.change = change
        }

        var testDescription: String { name }
    }

    /// Where v1 is gone from.
    enum Way: CaseIterable {
        case site
        case gateway
    }

    @Test("what else is wrong is named as well", arguments: Self.cases, Way.allCases)
    func behind(_ test: Case, _ way: Way) async throws {
        var patient = try Patient(.cloud) { site in
            if way == .site { site.settings.withdrawnEndpoints = .everywhere }
            test.prepare.apply(&site)
        }
        try test.change(&patient)
        if way == .gateway { patient.useGateway() }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .endpointRemoved, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
        let inner = report.causes.dropFirst().first
        #expect(inner.map { [$0.id] } ?? [] == test.inner, "\(report.summary)")
        if let inner { #expect(inner.isProven == test.isProven, "\(report.summary)") }
        #expect(report.failedLogins == 0)
        #expect(report.requests <= 16, "\(report.summary)")
    }

    static let cases: [Case] = [
        Case(nil, "nothing, for a reader") { _ in },
        Case(nil, "nothing, for a writer with a page") {
            try $0.logIn(as: "writer-bot")
            $0.configuration.selectedTools = ["create_page", "update_page_by_id"]
            $0.options.page = .id("98310")
        },
        Case(.spaceKeyCase, "a key in small letters") { $0.configuration.spaceKey = "docs" },
        Case(.spaceNameForKey, "a name for a key") { $0.configuration.spaceKey = "Product Documentation" },
        Case(.spaceNoAccess, "a space that is hidden", proven: false) { $0.configuration.spaceKey = "TEAM" },
        Case(.spaceArchived, "an archived space") {
            $0.configuration.spaceKey = "OLD"
            $0.configuration.selectedTools = ["search_pages"]
        },
        Case(.spaceNoWrite, "no right to write") { $0.configuration.selectedTools = ["create_page"] },
        Case(.pageMissing, "no such page", proven: false) { $0.options.page = .id("77777") },
        Case(.pageOtherSpace, "a page of another space") { $0.options.page = .id("163841") },
        Case(.pageRestricted, "a page that is hidden", proven: false) { $0.options.page = .id("98320") },
        Case(.pageRestricted, "a page that others may edit") {
            try $0.logIn(as: "writer-bot")
            $0.configuration.selectedTools = ["update_page_by_id"]
            $0.options.page = .id("98321")
        },
        Case(.pageTrashed, "a page in the trash", prepare: page(.trashed)) { $0.options.page = .id("98399") },
        Case(.pageArchived, "an archived page", prepare: page(.archived)) { $0.options.page = .id("98399") },
        Case(.pageDraft, "a draft", prepare: page(.draft)) { $0.options.page = .id("98399") },
    ]

    private static func page(_ status: ContentStatus) -> Ailment.SiteChange {
        Ailment.SiteChange { Ailment.add(status, to: &$0) }
    }

    @Test("a token whose scopes are v1's alone is told of nothing else")
    func classicScopes() async throws {
        let row = try #require(Ailment.all.first { $0.cause == .endpointRemoved && $0.name == "OAuth at the gateway" })
        let report = try await row.patient().diagnose()
        #expect(report.causes.map(\.id) == [.endpointRemoved], "\(report.summary)")
    }

    @Test("the list of what was asked says by which API")
    func words() async throws {
        var patient = try Patient(.cloud) { $0.settings.withdrawnEndpoints = .everywhere }
        patient.configuration.spaceKey = "docs"
        let report = await patient.diagnose()
        #expect(
            report.reasoning.first { $0.question.hasPrefix("can this account see the space?") }?.question.hasSuffix("?")
                == true)
        #expect(report.reasoning.contains { $0.question == "can this account see the space? (by REST v2)" })
        #expect(
            report.probes.contains { $0.question.hasSuffix("(by REST v2)") && $0.request.contains("/api/v2/spaces") })
    }
}
