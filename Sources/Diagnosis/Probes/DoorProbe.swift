import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Looks at the page where people log in, without showing a secret.
enum DoorProbe {
    static func run(_ configuration: ToolkitConfiguration, _ wire: inout Wire) async -> DoorAnswer? {
        guard let address = try? configuration.clientAddress(),
            let answer = await wire.ask(Question.door.words, Request(.get, address.appending("login.action")))
        else { return nil }
        guard let response = answer.response, (300...399).contains(response.status),
            let location = response.headers["Location"], let target = try? WebAddress(parsing: location),
            target.host != address.host
        else { return .form }
        return .identityProvider(response.redirectTarget)
    }
}
