import ConfluenceToolkit
import ConfluenceWire

/// Asks Data Center whether it takes changes at present.
enum AccessModeProbe {
    static func isReadOnly(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> Bool {
        guard let request = configuration.request("rest/api/accessmode"),
            let response = await wire.ask("does the site take changes?", request)?.response, response.isSuccess
        else { return false }
        return (try? JSONReader.read(response.body, depthLimit: 4))?.stringValue == "READ_ONLY"
    }
}
