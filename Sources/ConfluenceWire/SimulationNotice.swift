/// How simulated sites and replays say that they are none, to whoever asks: at an address that no Confluence has.
package enum SimulationNotice {
    /// Below the host, outside of any context path.
    package static let path = "/.well-known/confluence-doctor"

    /// - Parameter kind: What answers there, such as `simulator`.
    package static func response(of kind: String) -> Response {
        let body: JSON = ["live": false, "answered-by": .string(kind)]
        let headers: Headers = [
            "Content-Type": "application/json", "Cache-Control": "no-store", "Server": "confluence-doctor",
        ]
        return Response(status: 200, headers: headers, body: JSONWriter.compact(body))
    }

    /// What answers there; `nil` where the answer is none of ours.
    package static func kind(in response: Response) -> String? {
        guard response.status == 200, let body = try? JSONReader.read(response.body), body["live"]?.boolValue == false
        else { return nil }
        return body["answered-by"]?.stringValue
    }
}
