import ConfluenceModel
import Documents
import Foundation
import SiteFiles
import Testing

@Suite("A site file that is written says what the site is")
struct SiteWriterTests {
    private func again(_ site: SiteDefinition) throws -> SiteDefinition {
        let text = YAMLWriter.text(SiteWriter.document(site))
        return try SiteFile.read(DocumentReader.read(Array(text.utf8), file: "site.yaml"))
    }

    private func site(_ deployment: Deployment) -> SiteDefinition {
        var site = SiteDefinition(
            name: "written", deployment: deployment, host: "written.example.com", contextPath: "/wiki",
            cloudID: "7c1d0000-0000-4000-8000-000000000001")
        site.records = SiteRecords(madeUpTo: "roles", tables: [])
        return site
    }

    @Test(
        "with every setting",
        arguments: [
            (
                Deployment.cloud,
                [
                    SettingChange.anonymousAccess(true), .now(Date(timeIntervalSince1970: 1_770_000_000)),
                    .apiTokens(false), .ipAllowlist(["203.0.113.0/24"]), .withdrawnEndpoints(.everywhere),
                    .spaceRoles(.only), .rateLimit(RateLimit(budget: 5, windowSeconds: 60, burst: 2)),
                    .searchLagSeconds(9), .spaceCreators([]), .guardPremium(true),
                ]
            ),
            (
                .dataCenter(ProductVersion(9, 2)),
                [
                    .captchaThreshold(3), .basicAuthentication(false), .personalAccessTokens(false),
                    .tokenLimits(PersonalAccessTokenLimits()), .singleSignOn(true), .directoryDown(true),
                    .licence(.expired), .seatIdleSeconds(60), .readOnly(true), .spaceCreators(["staff"]),
                    .rateLimit(RateLimit(budget: 5, windowSeconds: 60)),
                ]
            ),
        ])
    func settings(deployment: Deployment, changes: [SettingChange]) throws {
        var site = site(deployment)
        site.settings = site.settings.changed(by: changes)
        #expect(try again(site) == site)
        for change in changes {
            site.settings = SiteSettings().changed(by: [change])
            #expect(try again(site) == site)
        }
    }

    @Test(
        "with every effect of a fault",
        arguments: [
            FaultRule.Effect.answer(.init(status: 503, headers: [.init("Retry-After", "1")], body: "<p>\n</p>\n")),
            .change(status: 500, headers: [.init("X", "y")]), .redirect(status: 301, to: "https://a.example/"),
            .delay(milliseconds: 1500), .drop(afterHead: true), .drop(afterHead: false), .truncate(share: 0.25),
            .halve(share: 0.5), .drip(bytes: 3, milliseconds: 40), .clockSkew(seconds: -600),
            .certificate(.wrongHost), .token(.expired), .setting(.readOnly(true)),
        ])
    func faults(effect: FaultRule.Effect) throws {
        var site = site(.dataCenter(ProductVersion(9, 2)))
        var match = FaultRule.Match()
        switch effect {
        case .certificate, .setting: break
        default:
            match = FaultRule.Match(
                methods: ["GET", "PUT"], path: "/rest/*", user: "mira", userAgent: "curl", hasCredential: true, from: 2,
                times: 3, every: 4, probability: 0.25, seed: 9)
        }
        site.faults = [.readyMade("flaky-5xx"), .rule(FaultRule(name: "odd", match: match, effect: effect))]
        #expect(try again(site) == site)
    }
}
