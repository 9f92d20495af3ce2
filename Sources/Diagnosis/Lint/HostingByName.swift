import ConfluenceClient
import ConfluenceToolkit

extension ToolkitConfiguration {
    /// Whether the hosting that was chosen contradicts the host's name, which the toolkit checks before it sends anything.
    var contradictsHostName: Bool {
        // At the gateway the toolkit works as Server, though what answers is Cloud.
        if isGateway { return false }
        let isCloudName = HostName.isAtlassianCloud(credential.baseURL)
        if let cloudFlag { return cloudFlag != isCloudName }
        switch credential.hosting {
        case .cloud: return !isCloudName
        case .server: return isCloudName
        case .auto: return false
        }
    }

    /// Whether the toolkit calls the site at the same address if the hosting is said to be Cloud.
    ///
    /// It then takes /wiki off, and its client puts that back by the host's name; Cloud has sites of other names, too.
    var keepsAddressAsCloud: Bool {
        let base = credential.baseURL
        return (try? ClientAddress.resolve(base, isCloud: true)) == (try? ClientAddress.resolve(base, isCloud: false))
    }
}
