import ConfluenceWire

/// Speaks MCP's streamable HTTP: each message is a request, and its answer holds the messages that come back.
actor MCPOverHTTP {
    /// An answer that is none of the protocol's.
    struct Refusal: Error, CustomStringConvertible {
        var description: String
    }

    private let address: WebAddress
    private let headers: [(name: String, value: String)]
    private let send: Send
    private let messages: AsyncThrowingStream<MCPMessage, any Error>.Continuation
    /// What the server calls this conversation.
    private var session: String?

    init(
        address: WebAddress, headers: [(name: String, value: String)], send: @escaping Send,
        messages: AsyncThrowingStream<MCPMessage, any Error>.Continuation
    ) {
        self.address = address
        self.headers = headers
        self.send = send
        self.messages = messages
    }

    /// Sends one message, and passes on those that its answer holds.
    func write(_ message: [UInt8]) async throws {
        var request = request(.post)
        request.headers["Content-Type"] = "application/json"
        request.headers["Accept"] = "application/json, text/event-stream"
        request.body = message
        let response: Response
        do {
            response = try await send(request)
        } catch let failure as TransportFailure {
            throw Refusal(description: failure.description)
        }
        guard response.isSuccess else {
            throw Refusal(description: "it answered \(response.status) “\(response.text.prefix(160))”")
        }
        session = response.headers["Mcp-Session-Id"] ?? session
        for line in Self.lines(of: response) {
            guard let message = MCPMessage(line: line) else {
                throw MCPReading.Garbage(line: String(decoding: line.prefix(160), as: UTF8.self))
            }
            if case .notification = message { continue }
            if case .dropped = messages.yield(message) { throw MCPReading.Flood.unasked }
        }
    }

    /// Tells the server that nothing more will come; whether it cares is its own affair.
    func close() async {
        messages.finish()
        guard session != nil else { return }
        _ = try? await send(request(.delete))
    }

    private func request(_ method: Request.Method) -> Request {
        var request = Request(method, address)
        for (name, value) in headers { request.headers[name] = value }
        request.headers["MCP-Protocol-Version"] = MCPSession.protocolVersion
        if let session { request.headers["Mcp-Session-Id"] = session }
        return request
    }

    /// The messages as text: the whole body, or the data of each event of a stream.
    private static func lines(of response: Response) -> [[UInt8]] {
        let kind = response.headers["Content-Type"]?.lowercased() ?? ""
        guard kind.hasPrefix("text/event-stream") else {
            let isBlank = response.body.allSatisfy { $0 <= UInt8(ascii: " ") }
            return isBlank ? [] : [response.body]
        }
        let text = response.text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return text.split(separator: "\n\n").compactMap { event in
            let data = event.split(separator: "\n").compactMap { line -> Substring? in
                guard line.hasPrefix("data:") else { return nil }
                let value = line.dropFirst("data:".count)
                return value.first == " " ? value.dropFirst() : value
            }
            let joined = data.joined(separator: "\n")
            return joined.isEmpty ? nil : Array(joined.utf8)
        }
    }
}
