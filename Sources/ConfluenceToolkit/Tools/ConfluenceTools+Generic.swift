import ConfluenceClient
import ConfluenceWire

/// The tool that sends any request to the site.
extension ConfluenceTools {
    func executeGenericConfluence(_ arguments: ToolArguments) async throws -> JSON {
        if let space = scope.space {
            throw ToolError.refusal(
                "execute_generic_confluence is unavailable because this toolkit is restricted to Confluence space "
                    + "'\(space)' and raw REST calls cannot be limited to one space. Use the dedicated Confluence "
                    + "tools instead, or clear the toolkit's Space Key.")
        }
        let method = arguments.requiredText("method")
        let path = arguments.requiredText("relative_url")
        let payload = try Self.payload(arguments.text("params") ?? "")
        let answer =
            method == "GET"
            ? try await client.answer(.get, path, query: try Self.query(payload))
            : try await client.answer(.init(rawValue: method), path, body: payload)
        let response = answer.response
        let isPage = method == "GET" && path.prefixMatch(of: #/\/rest\/api\/content\/\d+/#) != nil
        let text = isPage ? Markdown.convert(response.text) : response.text
        return .string("HTTP: \(method)\(path) -> \(response.status)\(response.reasonPhrase)\(text)")
    }

    private static func payload(_ text: String) throws(ClientError) -> JSON {
        guard !text.isEmpty else { return [:] }
        do {
            return try JSONReader.read(text)
        } catch {
            throw ToolError.refusal("Confluence tool exception. Passed params are not valid JSON. \(error)")
        }
    }

    private static func query(_ payload: JSON) throws(ClientError) -> [QueryItem] {
        guard payload.isTruthy else { return [] }
        guard case .object(let members) = payload else {
            throw ClientError("TypeError", "not a valid non-string sequence or mapping object")
        }
        return members.map { QueryItem($0.key, PythonText.str($0.value)) }
    }
}
