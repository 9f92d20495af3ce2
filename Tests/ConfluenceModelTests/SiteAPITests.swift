import ConfluenceModel
import Testing

@Suite("The parts of the API")
struct SiteAPITests {
    @Test(
        "a path tells its part",
        arguments: [
            ("/api/v2/pages", DeploymentKind.cloud, SiteAPI.cloudV2),
            ("/rest/api/content", .cloud, .cloudV1),
            ("/rest/api/content", .dataCenter, .dataCenter),
            ("/api/v2x", .cloud, .cloudV1),
        ])
    func parts(path: String, deployment: DeploymentKind, api: SiteAPI) {
        #expect(SiteAPI(path: path, of: deployment) == api)
        #expect(api.deployment == deployment)
    }
}
