import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

extension Ailment {
    static let addressAilments: [Ailment] = [
        Ailment(.hostingMismatch, .cloud, "Server", proven: true, field: "confluence_configuration.hosting") {
            $0.configuration.credential.hosting = .server
        },
        Ailment(.hostingMismatch, .cloud, "Server on loopback", proven: true) {
            $0.configuration.credential.baseURL = "http://127.0.0.1:8091/wiki"
            $0.configuration.credential.hosting = .server
        },
        Ailment(.hostingMismatch, .dataCenter, "Cloud", proven: true, field: "confluence_configuration.hosting") {
            $0.configuration.credential.hosting = .cloud
        },
        Ailment(.hostingMismatch, .dataCenter, "the old switch", proven: true, field: "cloud") {
            $0.configuration.cloudFlag = true
        },
        Ailment(.basePath, .dataCenter, "missing", proven: true, field: "confluence_configuration.base_url") {
            $0.configuration.credential.baseURL = "http://confluence.acme.example"
        },
        Ailment(.basePath, .dataCenter, "doubled", proven: true) {
            $0.configuration.credential.baseURL += "/confluence"
        },
        Ailment(.basePath, .dataCenter, "a page's address", proven: true) {
            $0.configuration.credential.baseURL += "/pages/viewpage.action?pageId=98305"
        },
        Ailment(.basePath, .cloud, "a space's address", proven: true) {
            $0.configuration.credential.baseURL += "/spaces/DOCS/overview"
        },
        Ailment(.basePath, .cloud, "doubled", proven: true) { $0.configuration.credential.baseURL += "/wiki/wiki" },
        Ailment(.basePath, .cloud, "wrong", proven: true) {
            $0.configuration.credential.baseURL = "http://acme.atlassian.net/confluence"
        },
        Ailment(.malformedAddress, .cloud, "no scheme", proven: true, field: "confluence_configuration.base_url") {
            $0.configuration.credential.baseURL = "acme.atlassian.net/wiki"
        },
        Ailment(.malformedAddress, .dataCenter, "empty", proven: true) { $0.configuration.credential.baseURL = "" },
        Ailment(.nameNotResolved, .cloud, proven: true, together: [.vpnOnly]) {
            $0.configuration.credential.baseURL = "https://acmee.atlassian.net/wiki"
        },
        Ailment(.nameNotResolved, .dataCenter, proven: true, together: [.vpnOnly]) {
            $0.configuration.credential.baseURL = "https://wiki.acme.example/confluence"
        },
    ]
}
