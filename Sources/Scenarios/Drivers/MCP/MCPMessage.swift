import ConfluenceWire

/// One message of JSON-RPC 2.0, as far as a client of the Model Context Protocol needs it.
enum MCPMessage: Sendable, Hashable {
    case result(id: Int64, JSON)
    case error(id: Int64?, code: Int64, message: String, data: JSON?)
    /// Something the server asks of the client.
    case request(id: JSON, method: String)
    case notification

    /// Reads one line; `nil` when it is not a message.
    init?(line: [UInt8]) {
        // Half a character would be taken for another one.
        guard String(validating: line, as: UTF8.self) != nil else { return nil }
        guard let value = try? JSONReader.read(line), case .object = value, value["jsonrpc"] == "2.0" else {
            return nil
        }
        if let method = value["method"]?.stringValue {
            self = value["id"].map { .request(id: $0, method: method) } ?? .notification
        } else if let error = value["error"] {
            self = .error(
                id: value["id"]?.integerValue, code: error["code"]?.integerValue ?? 0,
                message: error["message"]?.stringValue ?? "an error without a message", data: error["data"])
        } else if let id = value["id"]?.integerValue, let result = value["result"] {
            self = .result(id: id, result)
        } else {
            return nil
        }
    }

    /// The line of a request.
    static func request(id: Int64, method: String, params: JSON) -> [UInt8] {
        line(["jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": params])
    }

    static func notification(method: String) -> [UInt8] {
        line(["jsonrpc": "2.0", "method": .string(method)])
    }

    /// The line that tells a server that its request is not served here.
    static func methodNotFound(id: JSON) -> [UInt8] {
        line(["jsonrpc": "2.0", "id": id, "error": ["code": -32601, "message": "method not found"]])
    }

    private static func line(_ value: JSON) -> [UInt8] {
        JSONWriter.compact(value) + [UInt8(ascii: "\n")]
    }
}
