import ConfluenceModel
import ConfluenceWire
import Foundation

/// Finds the secrets that an exchange shows in places made for secrets, so that they are known wherever they turn up.
struct SecretLearner {
    private(set) var found: [(kind: String, secret: String)] = []

    static func secrets(of exchange: Exchange) -> [(kind: String, secret: String)] {
        var learner = SecretLearner()
        learner.headers(exchange.request.headers)
        learner.items(exchange.request.url.queryItems)
        learner.body(exchange.request.body, exchange.request.headers)
        if let response = exchange.response {
            learner.headers(response.headers)
            if let target = response.headers["Location"], let mark = target.firstIndex(of: "?") {
                learner.items(QueryItem.parse(String(target[target.index(after: mark)...])))
            }
            learner.body(response.body, response.headers)
        }
        return learner.found
    }

    private mutating func add(_ secret: some StringProtocol, _ kind: String) {
        guard SecretValue.couldBeSecret(secret) else { return }
        found.append((kind, String(secret)))
    }

    /// The same where only a name tells that it is a secret: a word that stands there is in other places as well.
    private mutating func addNamed(_ secret: some StringProtocol, _ kind: String) {
        if SecretValue.isUnmistakable(secret) { add(secret, kind) }
    }

    // MARK: Headers

    private mutating func headers(_ headers: Headers) {
        for field in headers {
            let name = field.name.lowercased()
            switch name {
            case "authorization", "proxy-authorization": credential(field.value)
            case "cookie":
                for pair in field.value.split(separator: ";") { cookie(pair) }
            case "set-cookie":
                if let pair = field.value.split(separator: ";").first { cookie(pair) }
            default:
                if SecretName.soundsSecret(name) { addNamed(field.value, "header") }
            }
        }
    }

    private mutating func credential(_ value: String) {
        let parts = value.split(separator: " ", maxSplits: 1)
        guard let token = parts.last.map({ String($0).trimmingEdges() }) else { return }
        guard parts.count > 1, parts[0].equalsIgnoringCase("Basic"), let data = Data(base64Encoded: token),
            let pair = String(data: data, encoding: .utf8) ?? String(data: data, encoding: .isoLatin1)
        else { return add(token, "credential") }
        add(token, "credential")
        guard let colon = pair.firstIndex(of: ":") else { return add(pair, "credential") }
        add(pair[pair.index(after: colon)...], "credential")
    }

    private mutating func cookie(_ pair: some StringProtocol) {
        guard let mark = pair.firstIndex(of: "=") else { return }
        let value = String(pair[pair.index(after: mark)...]).filter { $0 != "\"" }
        if value.utf8.count >= 8 { addNamed(value, "cookie") }
    }

    // MARK: Fields

    private mutating func items(_ items: [QueryItem]) {
        for item in items where SecretName.isSecret(item.name) { addNamed(item.value, "parameter") }
    }

    private mutating func body(_ body: [UInt8], _ headers: Headers) {
        guard !body.isEmpty else { return }
        if let json = BodyForm.json(body) {
            walk(json, isSecret: false)
        } else if BodyForm.isForm(headers) {
            items(QueryItem.parse(String(decoding: body, as: UTF8.self)))
        }
    }

    private mutating func walk(_ json: JSON, isSecret: Bool) {
        switch json {
        case .object(let object):
            for member in object { walk(member.value, isSecret: isSecret || SecretName.isSecret(member.key)) }
        case .array(let elements):
            for element in elements { walk(element, isSecret: isSecret) }
        case .string(let text): if isSecret { addNamed(text, "field") }
        case .null, .bool, .integer, .number: break
        }
    }
}

/// What a body is written in, as far as it matters for secrets.
enum BodyForm {
    static func json(_ body: [UInt8]) -> JSON? {
        guard let first = body.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        else { return nil }
        return try? JSONReader.read(body)
    }

    static func isForm(_ headers: Headers) -> Bool {
        headers["Content-Type"]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
    }
}
