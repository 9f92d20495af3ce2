import ConfluenceWire

/// Writes the body of an error answer in the shape that its row gives.
struct RefusalWriter: Sendable {
    let values: [Refusal.Value: String]
    let accept: String?

    func write(_ row: RefusalTable.Row) -> Response {
        switch row.body {
        case .message(let text):
            return json(row.status, ["message": words(text)])
        case .status(let text):
            return json(row.status, ["statusCode": status(row), "message": words(text)])
        case .messageFirst(let text):
            return json(row.status, ["message": words(text), "statusCode": status(row)])
        case .service(let text, let authorized, let successful, let reason, let allowedInReadOnlyMode):
            var data: JSON = ["authorized": .bool(authorized), "valid": true]
            if reason != nil { data["allowedInReadOnlyMode"] = .bool(allowedInReadOnlyMode) }
            data["errors"] = []
            data["successful"] = .bool(successful)
            return json(
                row.status, reasoned(["statusCode": status(row), "data": data, "message": words(text)], reason))
        case .invalid(let text, let reason):
            let errors = (values[.name] ?? "").split(separator: ",").map { name -> JSON in
                ["message": ["key": .string(String(name))]]
            }
            let data: JSON = ["authorized": true, "valid": false, "errors": .array(errors), "successful": false]
            return json(
                row.status, reasoned(["statusCode": status(row), "data": data, "message": words(text)], reason))
        case .reasoned(let text, let reason):
            return json(row.status, reasoned(["statusCode": status(row), "message": words(text)], reason))
        case .errors(let code, let title):
            let error: JSON = ["status": status(row), "code": .string(code), "title": words(title), "detail": nil]
            return json(row.status, ["errors": [error]])
        case .bareErrors(let code, let title):
            let error: JSON = ["status": status(row), "code": .string(code), "title": words(title)]
            return json(row.status, ["errors": [error]])
        case .code(let text):
            return json(row.status, ["code": status(row), "message": words(text)])
        case .errorMessages(let text):
            return json(row.status, ["errorMessages": [words(text)], "errors": [:]])
        case .error(let text):
            return json(row.status, ["error": words(text)])
        case .entity(let text, let prefersXML):
            return entity(row.status, Self.fill(text, values), prefersXML: prefersXML)
        case .tomcat(let message, let description, let server):
            return html(row.status, Self.tomcatPage(row.status, message, description, server))
        case .html(let title, let text):
            let text = Self.fill(text, values)
            return html(
                row.status,
                "<!DOCTYPE html><html><head><title>\(title)</title></head><body><h1>\(title)</h1><p>\(text)</p></body></html>"
            )
        case .empty:
            return Response(status: row.status)
        }
    }

    /// The text with each value in the place of its name in braces.
    static func fill(_ text: String, _ values: [Refusal.Value: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[rest.index(after: open)...]
            if let close = rest.firstIndex(of: "}"), let name = Refusal.Value(rawValue: String(rest[..<close])) {
                result += values[name] ?? ""
                rest = rest[rest.index(after: close)...]
            } else {
                result += "{"
            }
        }
        return result + rest
    }

    private func words(_ text: String) -> JSON { .string(Self.fill(text, values)) }

    private func status(_ row: RefusalTable.Row) -> JSON { .integer(Int64(row.status)) }

    private func reasoned(_ json: JSON, _ reason: String?) -> JSON {
        var json = json
        if let reason { json["reason"] = .string(reason) }
        return json
    }

    private func json(_ status: Int, _ value: JSON) -> Response {
        Response(status: status, headers: ["Content-Type": "application/json"], body: JSONWriter.compact(value))
    }

    private func html(_ status: Int, _ text: String) -> Response {
        Response(status: status, headers: ["Content-Type": "text/html;charset=utf-8"], body: Array(text.utf8))
    }

    /// The older REST layer follows `Accept`; without a preference the two deployments differ.
    private func entity(_ status: Int, _ message: String, prefersXML: Bool) -> Response {
        let wantsJSON = accept.map { $0.contains("json") } ?? false
        let wantsXML = accept.map { $0.contains("xml") && !$0.contains("json") } ?? false
        if wantsJSON || (!prefersXML && !wantsXML) {
            return json(status, ["message": .string(message), "status-code": .integer(Int64(status))])
        }
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><status><status-code>\(status)</status-code>"
            + "<message>\(Self.escaped(message))</message></status>"
        return Response(status: status, headers: ["Content-Type": "application/xml"], body: Array(text.utf8))
    }

    private static func tomcatPage(_ status: Int, _ message: String, _ description: String, _ server: String?) -> String
    {
        let title = "HTTP Status \(status) – Unauthorized"
        let footer = server.map { "<hr class=\"line\" /><h3>\($0)</h3>" } ?? ""
        return "<!doctype html><html lang=\"en\"><head><title>\(title)</title></head><body><h1>\(title)</h1>"
            + "<hr class=\"line\" /><p><b>Type</b> Status Report</p><p><b>Message</b> \(message)</p>"
            + "<p><b>Description</b> \(description)</p>\(footer)</body></html>"
    }

    static func escaped(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.contains(where: { $0.entity != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if let entity = byte.entity { escaped += entity.utf8 } else { escaped.append(byte) }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

extension UInt8 {
    /// What stands for the character where it would be taken for markup.
    fileprivate var entity: String? {
        switch self {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: nil
        }
    }
}
