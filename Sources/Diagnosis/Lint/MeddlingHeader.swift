import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// A custom header beside the credential by which a site may answer another than the one who asks, or as another site.
enum MeddlingHeader {
    static func evidence(in configuration: ToolkitConfiguration) -> [Evidence] {
        configuration.customHeaders.filter { header in
            switch header.name.lowercased() {
            case "host":
                let named = header.value.revealed(for: .lint).trimmingEdges().lowercased()
                guard let address = try? configuration.clientAddress() else { return false }
                return named != address.host && !named.hasPrefix(address.host + ":")
            case let name: return words(of: name) != nil
            }
        }.map { .ownAuthorization(header: $0.name) }
    }

    /// What a header does that stands in the way; `nil` for one that takes the credential's place.
    static func words(of name: String) -> String? {
        switch name.lowercased() {
        case "host": "names another host than the address, so that another site may answer"
        case "cookie": "brings a session along, and a site may look at that before the credential"
        case "x-forwarded-host", "x-forwarded-proto", "x-forwarded-for", "forwarded":
            "tells the site of another address than the one that is called, or of another caller"
        case "x-original-url", "x-rewrite-url", "x-http-method-override":
            "asks the site for something else than the request itself"
        default: nil
        }
    }
}
