import ConfluenceModel
import ConfluenceWire

/// Takes the secrets out of whole exchanges, part by part.
package struct ExchangeRedactor: Sendable {
    package private(set) var redactor: SecretRedactor
    /// The names of headers whose values are secrets, in small letters.
    private let ownHeaders: Set<String>
    private let scope: Scope
    /// A longer body is cut: what people look for stands at its beginning.
    private let bodyLimit: Int
    private var people = PersonStandIns()

    /// How much is taken out.
    package enum Scope: Sendable {
        /// The configuration's secrets and what looks like one; the doctor asked for nothing else.
        case diagnosis
        /// Also what only its place or its name tells, e-mail addresses, and headers that nobody knows.
        case session
    }

    package init(
        _ redactor: SecretRedactor, scope: Scope = .diagnosis, ownHeaders: Set<String> = [], bodyLimit: Int = 256 << 10
    ) {
        self.redactor = redactor
        self.scope = scope
        self.ownHeaders = ownHeaders
        self.bodyLimit = bodyLimit
    }

    /// Takes note of the secrets that an exchange shows.
    ///
    /// - Returns: Whether one of them was not known before.
    package mutating func learn(from exchange: Exchange) -> Bool {
        var isNew = false
        for found in SecretLearner.secrets(of: exchange) {
            let isLearned =
                found.name.map { redactor.learn(found.secret, named: $0, kind: found.kind) }
                ?? redactor.learn(found.secret, kind: found.kind)
            isNew = isNew || isLearned
        }
        return isNew
    }

    package mutating func redact(_ exchange: Exchange) -> Exchange {
        var exchange = exchange
        exchange.request.url = address(exchange.request.url)
        exchange.request.headers = headers(exchange.request.headers)
        redact(&exchange.request.body, &exchange.requestBody, exchange.request.headers)
        switch exchange.outcome {
        case .failure(let failure): exchange.outcome = .failure(self.failure(failure))
        case .answer(var response):
            response.headers = headers(response.headers)
            response.reason = response.reason.map { redactor.text($0) }
            redact(&response.body, &exchange.responseBody, response.headers)
            exchange.outcome = .answer(response)
        }
        exchange.breakOff = exchange.breakOff.map { failure($0) }
        return exchange
    }

    private mutating func text(_ text: String) -> String {
        var text = redactor.text(text)
        guard scope == .session else { return text }
        // Escapes of JSON can stand in pages too, where nobody reads them.
        if let plain = JSONEscapes.removed(from: text), redactor.finds(in: plain) != nil { text = redactor.text(plain) }
        return people.replace(in: text)
    }

    // MARK: Headers and addresses

    private mutating func headers(_ headers: Headers) -> Headers {
        Headers(headers.map { header($0) })
    }

    private mutating func header(_ field: Headers.Field) -> Headers.Field {
        let name = field.name.lowercased()
        var isOwn = ownHeaders.contains(name)
        if scope == .session {
            isOwn = isOwn || !(KeptHeaders.keeps(name) || name.contains("cookie") || name.hasSuffix("authorization"))
        }
        var written = redactor.header(field, isOwn: isOwn)
        if scope == .session {
            if name == "location" || name == "referer" || name == "link" { written.value = target(written.value) }
            written.value = text(written.value)
        }
        written.name = redactor.text(field.name)
        return written
    }

    /// The marks that stand for secrets are no characters of an address, and are encoded in it.
    private mutating func address(_ address: WebAddress) -> WebAddress {
        var address = address
        for path in [address.path, PercentEncoding.decode(address.path)] {
            let redacted = text(path)
            guard redacted != path else { continue }
            address.path = PercentEncoding.encode(redacted, allowed: .pathAsGiven)
            break
        }
        address.query = address.query.map { query($0) }
        return address
    }

    /// An address as a header has it, with the query of it looked through.
    private mutating func target(_ text: String) -> String {
        guard let mark = text.firstIndex(of: "?") else { return text }
        let query = text[text.index(after: mark)...].prefix { !"#> ".contains($0) }
        let rest = text[query.endIndex...]
        return text[...mark] + self.query(String(query)) + rest
    }

    private mutating func query(_ query: String) -> String {
        var items: [String] = []
        for item in redactor.text(query).split(separator: "&", omittingEmptySubsequences: false) {
            items.append(self.item(String(item)))
        }
        let written = items.joined(separator: "&")
        guard scope == .session else { return written }
        // A secret that nobody encoded can hold what parts a query.
        let plain = PercentEncoding.decode(written)
        for form in [plain, JSONEscapes.removed(from: plain)] {
            if let form, redactor.finds(in: form) != nil {
                return PercentEncoding.encode(text(form), allowed: .queryAsGiven)
            }
        }
        return written
    }

    /// One `name=value` as it stands, unless its decoded value holds a secret.
    private mutating func item(_ item: String) -> String {
        guard let mark = item.firstIndex(of: "=") else { return PercentEncoding.encode(item, allowed: .queryAsGiven) }
        let written = String(item[item.index(after: mark)...])
        let value = PercentEncoding.decode(written, plusIsSpace: true)
        let isSecret =
            scope == .session && SecretName.isSecret(PercentEncoding.decode(item[..<mark], plusIsSpace: true))
        let redacted = isSecret && !value.isEmpty ? SecretRedactor.mark("parameter") : text(value)
        guard redacted != value else { return PercentEncoding.encode(item, allowed: .queryAsGiven) }
        return item[...mark] + PercentEncoding.encode(redacted, allowed: .queryItem)
    }

    // MARK: Bodies

    private mutating func redact(_ body: inout [UInt8], _ share: inout Exchange.Share, _ headers: Headers) {
        guard !body.isEmpty else { return }
        let size = share.size ?? body.count
        let window = body.prefix(bodyLimit + Self.margin)
        guard let text = String(validating: window.trimmedToCharacter, as: UTF8.self) else {
            body = []
            share = Exchange.Share(size: size, note: "left out: it is no text")
            return
        }
        let isCut = window.count < size
        var redacted = Array(redact(text, headers).utf8)[...]
        if isCut {
            // What begins just before the end of the window may be the beginning of a secret.
            redacted = redacted.prefix(min(bodyLimit, max(redacted.count - Self.margin, 0))).trimmedToCharacter
            share.note = share.note ?? "cut after \(bodyLimit >> 10) KiB"
        } else if redacted.count > bodyLimit {
            redacted = redacted.prefix(bodyLimit).trimmedToCharacter
            share.note = share.note ?? "cut after \(bodyLimit >> 10) KiB"
        }
        body = Array(redacted)
        share.size = size == body.count ? nil : size
    }

    /// No secret is longer.
    private static let margin = 8 << 10

    private mutating func redact(_ text: String, _ headers: Headers) -> String {
        guard scope == .session else { return redactor.text(text) }
        if BodyForm.isForm(headers) { return query(text) }
        guard let json = BodyForm.json(Array(text.utf8)) else { return self.text(text) }
        let redacted = value(json, isSecret: false)
        // What needs no change stays as it was written, to the byte.
        return redactor.withoutKnown(redacted == json ? text : redacted.compactText)
    }

    private mutating func value(_ json: JSON, isSecret: Bool) -> JSON {
        switch json {
        case .object(let object):
            var written = JSONObject()
            for member in object {
                written.append(
                    text(member.key), value(member.value, isSecret: isSecret || SecretName.isSecret(member.key)))
            }
            return .object(written)
        case .array(let elements): return .array(elements.map { value($0, isSecret: isSecret) })
        case .string(let text):
            guard isSecret, SecretValue.couldBeSecret(text) else { return .string(self.text(text)) }
            redactor.count("field")
            return .string(SecretRedactor.mark("field"))
        case .integer, .number: return isSecret ? .string(SecretRedactor.mark("field")) : json
        case .null, .bool: return json
        }
    }

    private mutating func failure(_ failure: TransportFailure) -> TransportFailure {
        var json = failure.json
        for key in ["host", "reason"] {
            if let text = json[key]?.stringValue { json[key] = .string(self.text(text)) }
        }
        return TransportFailure(json: json) ?? failure
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without the beginning of a character whose end was cut off.
    fileprivate var trimmedToCharacter: ArraySlice<UInt8> {
        guard let lead = lastIndex(where: { $0 & 0xC0 != 0x80 }), self[lead] >= 0xC0, endIndex - lead < 4 else {
            return self
        }
        let length = self[lead] >= 0xF0 ? 4 : self[lead] >= 0xE0 ? 3 : 2
        return endIndex - lead < length ? self[..<lead] : self
    }
}
