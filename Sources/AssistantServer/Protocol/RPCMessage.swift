import ConfluenceWire

/// One message of JSON-RPC 2.0, as a server receives it.
enum RPCMessage: Sendable, Hashable {
    case request(id: JSON, method: String, params: JSON)
    case notification(method: String, params: JSON)
    /// An answer to something that nobody asked.
    case answer
    /// What is no message, with the error that says so.
    case invalid(id: JSON, RPCError)

    /// Deeper values than these are no arguments of ours.
    private static let depthLimit = 64

    init(line: [UInt8]) {
        let value: JSON
        do {
            value = try JSONReader.read(line, depthLimit: Self.depthLimit)
        } catch {
            self = .invalid(id: .null, RPCError(.parseError, "this line is not JSON (\(error))"))
            return
        }
        guard case .object = value else {
            let reason =
                value.arrayValue == nil ? "a message is an object" : "batches are not taken; send one message a line"
            self = .invalid(id: .null, RPCError(.invalidRequest, reason))
            return
        }
        let id = value["id"]
        let isUsableID = id.map { $0.stringValue != nil || $0.integerValue != nil } ?? true
        guard value["jsonrpc"] == "2.0", isUsableID else {
            let reason = isUsableID ? "“jsonrpc” must be “2.0”" : "an id is a text or a whole number"
            self = .invalid(id: isUsableID ? id ?? .null : .null, RPCError(.invalidRequest, reason))
            return
        }
        guard let method = value["method"]?.stringValue else {
            let isAnswer = value["method"] == nil && (value["result"] != nil || value["error"] != nil)
            self = isAnswer ? .answer : .invalid(id: id ?? .null, RPCError(.invalidRequest, "“method” must be a text"))
            return
        }
        let params = value["params"] ?? [:]
        guard case .object = params else {
            self = .invalid(id: id ?? .null, RPCError(.invalidParams, "“params” must be an object"))
            return
        }
        self =
            id.map { .request(id: $0, method: method, params: params) } ?? .notification(method: method, params: params)
    }

    // MARK: Answers

    static func result(id: JSON, _ result: JSON) -> [UInt8] {
        line(["jsonrpc": "2.0", "id": id, "result": result])
    }

    static func error(id: JSON, _ error: RPCError) -> [UInt8] {
        line([
            "jsonrpc": "2.0", "id": id,
            "error": ["code": .integer(error.code.rawValue), "message": .string(error.message)],
        ])
    }

    private static func line(_ value: JSON) -> [UInt8] {
        JSONWriter.compact(value) + [UInt8(ascii: "\n")]
    }
}

/// Why a message is not served.
struct RPCError: Error, Sendable, Hashable {
    var code: Code
    var message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The numbers of JSON-RPC 2.0.
    enum Code: Int64, Sendable {
        case parseError = -32700
        case invalidRequest = -32600
        case methodNotFound = -32601
        case invalidParams = -32602
        case busy = -32000
    }
}
