import ConfluenceWire
import LiveTransport

/// A site that is being simulated, by the address of its admin API.
struct SimulatedSiteAddress {
    let url: String
    let connection: ConnectionOptions

    func ask(
        _ method: Request.Method, _ path: String, query: [QueryItem] = [], body: [UInt8] = []
    ) async throws -> Response {
        let transport = try connection.transport()
        do {
            let address = try WebAddress(parsing: url).appending(path, query: query)
            var request = Request(method, address)
            if !body.isEmpty {
                request.headers["Content-Type"] = "application/json"
                request.body = body
            }
            let answer = try await transport.send(request)
            await transport.shutdown()
            return answer
        } catch {
            await transport.shutdown()
            throw CommandFailure.unable(
                "\(AddressOption.shown(url)): \(error); is it simulate --admin that answers there?")
        }
    }

    /// What the admin API says is wrong.
    static func refused(_ url: String, _ answer: Response) -> CommandFailure {
        let words =
            (try? JSONReader.read(answer.body))?["error"]?.stringValue
            ?? "this is no admin address of a simulated site: it answers HTTP \(answer.status); "
            + "give http://HOST:PORT/__sim/sites/NAME, of a simulator that runs with --admin"
        return CommandFailure.usage("\(AddressOption.shown(url)): \(words)")
    }
}
