import ConfluenceModel
import ConfluenceWire

/// One conversation with an MCP server: a request, its answer, the next request.
///
/// After the first failure the conversation is over; later calls repeat that failure.
actor MCPSession: DriverSession {
    static let protocolVersion = "2025-06-18"

    private let driver: String
    private let write: @Sendable ([UInt8]) async throws -> Void
    private let messages: AsyncThrowingStream<MCPMessage, any Error>
    private let lastWords: LastWords
    private let clock: any Clock<Duration>
    private var lastID: Int64 = 0
    private var failure: DriverFailure?
    /// The `serverInfo` of the greeting.
    private(set) var product: DriverProduct?
    /// What the toolkit said when it refused the configuration.
    private var refusal: ToolAnswer?

    init(
        driver: String,
        messages: AsyncThrowingStream<MCPMessage, any Error>,
        lastWords: LastWords,
        clock: any Clock<Duration>,
        write: @escaping @Sendable ([UInt8]) async throws -> Void
    ) {
        self.driver = driver
        self.messages = messages
        self.lastWords = lastWords
        self.clock = clock
        self.write = write
    }

    var hasFailed: Bool { failure != nil }

    /// Shakes hands and hands the configuration over, if there is one; a failure is kept for the first call.
    func initialize(configuration: JSON?, deadline: Duration) async {
        let capabilities = configuration.map {
            JSON.object(["experimental": ["confluenceDoctor": ["configuration": $0]]])
        }
        let params: JSON = [
            "protocolVersion": .string(Self.protocolVersion),
            "clientInfo": ["name": "confluence-doctor", "version": "1"],
            "capabilities": capabilities ?? .object([:]),
        ]
        do {
            switch try await request("initialize", params, waitingFor: "the greeting", deadline: deadline) {
            case .result(_, let greeting):
                product = DriverProduct(serverInfo: greeting["serverInfo"])
                try await write(MCPMessage.notification(method: "notifications/initialized"))
            case .error(_, _, let message, let data):
                guard let type = data?["type"]?.stringValue else {
                    throw DriverFailure.refused(driver: driver, message: message)
                }
                refusal = .failure(exceptionType: type, message: data?["message"]?.stringValue ?? message)
            default: break
            }
        } catch {
            failure = failure ?? describe(error)
        }
    }

    func call(_ tool: String, arguments: JSONObject, deadline: Duration) async throws -> ToolAnswer {
        if let failure { throw failure }
        if let refusal { return refusal }
        let params: JSON = ["name": .string(tool), "arguments": .object(arguments)]
        switch try await request("tools/call", params, waitingFor: tool, deadline: deadline) {
        case .result(_, let result): return try answer(from: result)
        case .error(_, _, let message, let data):
            // An exception in it makes it the toolkit's own failure: it has no such tool.
            if let type = data?["type"]?.stringValue {
                return .failure(exceptionType: type, message: data?["message"]?.stringValue ?? message)
            }
            throw DriverFailure.refused(driver: driver, message: message)
        default: throw DriverFailure.refused(driver: driver, message: "no answer to \(tool)")
        }
    }

    /// The server's tools by their names, over as many pages as it has.
    func tools(deadline: Duration) async throws -> [String: JSON] {
        if let failure { throw failure }
        var tools: [String: JSON] = [:]
        var params: JSON = .object([:])
        for _ in 0..<Self.mostPages {
            switch try await request("tools/list", params, waitingFor: "its list of tools", deadline: deadline) {
            case .result(_, let page):
                for tool in page["tools"]?.arrayValue ?? [] {
                    if let name = tool["name"]?.stringValue { tools[name] = tool }
                }
                guard let cursor = page["nextCursor"]?.stringValue else { return tools }
                params = ["cursor": .string(cursor)]
            case .error(_, _, let message, _): throw DriverFailure.refused(driver: driver, message: message)
            default: return tools
            }
        }
        return tools
    }

    /// More pages than any server has tools for: a cursor that never ends is no list.
    private static let mostPages = 50

    private func request(
        _ method: String, _ params: JSON, waitingFor: String, deadline: Duration
    ) async throws -> MCPMessage {
        lastID += 1
        let id = lastID
        let (messages, write) = (messages, write)
        do {
            return try await withDeadline(deadline, clock: clock) {
                try await write(MCPMessage.request(id: id, method: method, params: params))
                var strays = 0
                for try await message in messages {
                    switch message {
                    case .result(id, _), .error(id, _, _, _), .error(nil, _, _, _): return message
                    case .request(let id, _): try await write(MCPMessage.methodNotFound(id: id))
                    case .result, .error, .notification:
                        strays += 1
                        if strays > MCPReading.backlog { throw MCPReading.Flood.unasked }
                    }
                }
                // The stream also ends when the task is cancelled: then the deadline is the reason.
                try Task.checkCancellation()
                throw StreamEnded()
            }
        } catch is DeadlineExceeded {
            throw end(
                .timedOut(
                    driver: driver, waitingFor: waitingFor, seconds: deadline.inSeconds, lastWords: lastWords.text))
        } catch let error as CancellationError {
            throw error
        } catch {
            throw end(describe(error))
        }
    }

    private func end(_ failure: DriverFailure) -> DriverFailure {
        self.failure = failure
        return failure
    }

    private func describe(_ error: any Error) -> DriverFailure {
        switch error {
        case let failure as DriverFailure: failure
        case let failure as MCPOverHTTP.Refusal:
            .unreachable(driver: driver, reason: failure.description, lastWords: lastWords.text)
        case let garbage as MCPReading.Garbage:
            .garbage(driver: driver, line: garbage.line, lastWords: lastWords.text)
        case let flood as MCPReading.Flood: .flood(driver: driver, reason: flood.reason, lastWords: lastWords.text)
        default: .died(driver: driver, lastWords: lastWords.text)
        }
    }

    private func answer(from result: JSON) throws -> ToolAnswer {
        let content = result["structuredContent"]
        let texts = (result["content"]?.arrayValue ?? []).compactMap { $0["text"]?.stringValue }
        let text = texts.isEmpty ? nil : texts.joined(separator: "\n")
        if result["isError"]?.boolValue == true {
            let error = content?["error"]
            return .failure(
                exceptionType: error?["type"]?.stringValue ?? "Exception",
                message: error?["message"]?.stringValue ?? text ?? "the tool failed without a message")
        }
        if let value = content?["result"], content?.objectValue?.count == 1 { return .value(value) }
        // Other servers have their own structure, or none and answer in text alone.
        if let content, content.objectValue != nil { return .value(content) }
        guard let text else {
            throw end(.garbage(driver: driver, line: String(result.compactText.prefix(200)), lastWords: lastWords.text))
        }
        return .value((try? JSONReader.read(text)) ?? .string(text))
    }
}

extension DriverProduct {
    fileprivate init?(serverInfo: JSON?) {
        guard let name = serverInfo?["name"]?.stringValue else { return nil }
        self.init(name: name, version: serverInfo?["version"]?.stringValue)
    }
}

/// The driver closed its output.
private struct StreamEnded: Error {}
