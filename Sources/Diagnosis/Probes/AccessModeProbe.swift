import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Asks Data Center whether it takes changes at present.
enum AccessModeProbe {
    static let words = "does the site take changes?"

    static func run(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> AccessMode? {
        guard let request = configuration.request("rest/api/accessmode"),
            let answer = await wire.ask(words, request)
        else { return nil }
        guard let response = answer.response, response.isSuccess else {
            return .untold(answer.response.map { "it answers \($0.status)" } ?? "it gives no answer")
        }
        switch response.json?.stringValue {
        case "READ_ONLY": return .readOnly
        case "READ_WRITE": return .readWrite
        default: return .untold("it answers \(response.status) and names no mode")
        }
    }
}

/// Whether a site takes changes, as far as it says so; releases before 6.10 say nothing.
enum AccessMode: Hashable {
    case readWrite
    case readOnly
    case untold(String)

    var words: String {
        switch self {
        case .readWrite: "the site says that its access mode is READ_WRITE"
        case .readOnly: Evidence.readOnlyMode.words
        case .untold(let reason): "the site doesn't say what its access mode is: \(reason)"
        }
    }
}
