import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import Diagnosis
import Testing

@Suite("A page is named by its id, or by the address that a browser shows")
struct NamedPageTests {
    @Test(
        "addresses with an id in them",
        arguments: [
            "98310",
            "https://acme.atlassian.net/wiki/spaces/DOCS/pages/98310/Onboarding+guide?focusedCommentId=7#x",
            "https://wiki.acme.example/confluence/pages/viewpage.action?pageId=98310&src=mail",
            "https://acme.atlassian.net/wiki/spaces/DOCS/overview?homepageId=98310",
            "wiki.acme.example/spaces/DOCS/pages/98310/Onboarding+guide",
            "https://acme.atlassian.net/wiki/spaces/DOCS/pages/edit-v2/98310?draftShareId=1",
            "https://wiki.acme.example/confluence/pages/resumedraft.action?draftId=98310&draftShareId=1",
            "https://wiki.acme.example/confluence/x/BoAB",
            "https://acme.atlassian.net/wiki/x/BoABAAAAAAA",
        ])
    func ids(_ text: String) {
        #expect(PageReference(text) == .id("98310"))
    }

    @Test("a short link's letters are those of Base64 for addresses")
    func shortLinks() {
        #expect(PageReference("/x/-v_5") == .id("12189694"))
        #expect(PageReference("https://wiki.acme.example/x/LIQHD") == .id("201819180"))
        #expect(PageReference("/x/-----------") == nil, "more than an id can be")
    }

    @Test(
        "addresses with a title in them",
        arguments: [
            ("https://wiki.acme.example/display/DOCS/Release+notes", "Release notes", "DOCS"),
            (
                "https://wiki.acme.example/confluence/display/~mira/C%2B%2B+%C3%BCber+alles?src=search",
                "C++ über alles", "~mira"
            ),
            (
                "https://wiki.acme.example/pages/viewpage.action?spaceKey=DOCS&title=Release+notes%3F",
                "Release notes?", "DOCS"
            ),
        ])
    func titles(_ text: String, _ title: String, _ space: String) {
        let page = PageReference.titled(title, space: space)
        #expect(PageReference(text) == page)
        #expect(PageReference(page.text) == page)
    }

    @Test(
        "what names no page",
        arguments: [
            "", "Release notes", "98310x", "99999999999999999999", "https://wiki.acme.example/display/DOCS",
            "https://wiki.acme.example/display/DOCS/2026/11/27/News", "https://wiki.acme.example/x/", "/x/A", "/x/%%%",
            "https://wiki.acme.example/pages/viewpage.action?pageId=abc", "https://wiki.acme.example/spaces/DOCS/pages",
        ])
    func others(_ text: String) {
        #expect(PageReference(text) == nil)
    }

    /// The site with v1, and Cloud without it.
    enum Site: CaseIterable {
        case cloud
        case cloudWithoutV1
        case dataCenter
    }

    private func report(
        _ title: String, space: String = "DOCS", on site: Site, user: String? = nil, trashed: Bool = false,
        tools: [String] = []
    ) async throws -> DiagnosisReport {
        var patient = try Patient(site == .dataCenter ? .dataCenter : .cloud) {
            if site == .cloudWithoutV1 { $0.settings.withdrawnEndpoints = .everywhere }
            if trashed { Ailment.add(.trashed, to: &$0) }
        }
        if let user { try patient.logIn(as: user) }
        if !tools.isEmpty { patient.configuration.selectedTools = tools }
        patient.options.page = .titled(title, space: space)
        return await patient.diagnose()
    }

    /// The causes behind the removed endpoints, where these are gone.
    private func causes(_ report: DiagnosisReport, _ site: Site) -> [CauseID] {
        report.causes.map(\.id).filter { $0 != .endpointRemoved || site != .cloudWithoutV1 }
    }

    @Test("a page that can be read is found by its title", arguments: Site.allCases)
    func readable(_ site: Site) async throws {
        let report = try await report("Onboarding guide", on: site)
        #expect(causes(report, site).isEmpty, "\(report.summary)")
        #expect(report.probes.contains { $0.request.contains("98310") }, "\(report.summary)")
        if site != .cloudWithoutV1 { #expect(report.verdict == .healthy) }
    }

    @Test("a title that no page has, or one that is hidden, is told with its space", arguments: Site.allCases)
    func hidden(_ site: Site) async throws {
        for title in ["No such page", "Salary review"] {
            let report = try await report(title, on: site)
            let found = report.causes.filter { $0.id.family == "page" }
            #expect(!found.isEmpty && found.allSatisfy { !$0.isProven }, "\(report.summary)")
            #expect(
                found.first?.explanation.contains("“\(title)” of the space DOCS") == true
                    && Set(found.map(\.id)).isSuperset(of: [.pageMissing]), "\(report.summary)")
        }
    }

    @Test("what is known of the page behind the title is told", arguments: [Site.cloud, .dataCenter])
    func states(_ site: Site) async throws {
        var report = try await report("Old plan", on: site, trashed: true)
        #expect(causes(report, site).first == .pageTrashed, "\(report.summary)")
        report = try await self.report(
            "Change control", on: site, user: "writer-bot", tools: ["update_page_by_id"])
        #expect(causes(report, site).first == .pageRestricted, "\(report.summary)")
        report = try await self.report("Old Handbook Home", space: "OLD", on: site)
        #expect(causes(report, site).first == .pageOtherSpace, "\(report.summary)")
    }

    @Test("its rights are reviewed", arguments: ConfluenceSite.Acme.allCases)
    func rights(_ kind: ConfluenceSite.Acme) async throws {
        var patient = try Patient(kind)
        patient.options.page = .titled("Onboarding guide", space: "DOCS")
        let review = PermissionReview(send: patient.site.send)
        var report = await review.report(on: patient.configuration, options: patient.options)
        #expect(report.tools.first?.needs.contains(.init(.page, "read", .held)) == true, "\(report)")
        #expect(report.page == "“Onboarding guide” of the space DOCS")
        patient.options.page = .titled("Salary review", space: "DOCS")
        report = await review.report(on: patient.configuration, options: patient.options)
        #expect(report.tools.first?.needs.contains(.init(.page, "read", .missing)) == true, "\(report)")
    }
}
