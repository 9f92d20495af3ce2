import ConfluenceModel
import ConfluenceWire
import Foundation

/// Finds the secrets that an exchange shows in places made for secrets, so that they are known wherever they turn up.
struct SecretLearner {
    private(set) var found: [Found] = []

    /// A secret, and the kind under which it is counted.
    struct Found {
        var kind: String
        var secret: String
        /// The name with which it is looked for; `nil` where it is by itself.
        var name: String?
    }

    static func secrets(of exchange: Exchange) -> [Found] {
        var learner = SecretLearner()
        learner.headers(exchange.request.headers)
        learner.items(exchange.request.url.queryItems)
        learner.body(exchange.request.body, exchange.request.headers, isSent: true)
        if let response = exchange.response {
            learner.headers(response.headers)
            if let target = response.headers["Location"], let mark = target.firstIndex(of: "?") {
                learner.items(QueryItem.parse(String(target[target.index(after: mark)...])))
            }
            learner.body(response.body, response.headers, isSent: false)
        }
        return learner.found
    }

    private mutating func add(_ secret: some StringProtocol, _ kind: String) {
        guard SecretValue.couldBeSecret(secret) else { return }
        found.append(Found(kind: kind, secret: String(secret)))
    }

    /// The same where only a name tells that it is a secret: a word that stands there is in other places as well, and
    /// is looked for where the name stands before it.
    ///
    /// - Parameter isSent: Whether a client sent it, and no site named or described it.
    private mutating func addNamed(_ secret: some StringProtocol, _ kind: String, name: String, isSent: Bool = false) {
        if SecretValue.isUnmistakable(secret) || isSent && SecretValue.isNoWord(secret) {
            add(secret, kind)
        } else if SecretValue.couldBeSecret(secret) {
            found.append(Found(kind: kind, secret: String(secret), name: name))
        }
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
                if SecretName.soundsSecret(name) { addNamed(field.value, "header", name: field.name) }
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
        if value.utf8.count >= 8 { addNamed(value, "cookie", name: String(pair[..<mark]).trimmingEdges()) }
    }

    // MARK: Fields

    private mutating func items(_ items: [QueryItem]) {
        for item in items where SecretName.isSecret(item.name) {
            addNamed(item.value, "parameter", name: item.name, isSent: true)
        }
    }

    private mutating func body(_ body: [UInt8], _ headers: Headers, isSent: Bool) {
        guard !body.isEmpty else { return }
        if let json = BodyForm.json(body) {
            walk(json, secret: nil, isSent: isSent)
        } else if BodyForm.isForm(headers) {
            items(QueryItem.parse(String(decoding: body, as: UTF8.self)))
        }
    }

    /// - Parameter secret: The name of the field that tells of a secret, for what is in it.
    private mutating func walk(_ json: JSON, secret: String?, isSent: Bool) {
        switch json {
        case .object(let object):
            for member in object {
                walk(member.value, secret: SecretName.isSecret(member.key) ? member.key : secret, isSent: isSent)
            }
        case .array(let elements):
            for element in elements { walk(element, secret: secret, isSent: isSent) }
        case .string(let text): if let secret { addNamed(text, "field", name: secret, isSent: isSent) }
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
