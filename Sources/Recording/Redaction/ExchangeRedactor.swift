import ConfluenceWire

/// Takes the secrets out of whole exchanges, part by part.
package struct ExchangeRedactor: Sendable {
    package private(set) var redactor: SecretRedactor
    /// The names of headers whose values are secrets, in small letters.
    private let ownHeaders: Set<String>
    /// A longer body is cut: what people look for stands at its beginning.
    private let bodyLimit: Int

    package init(_ redactor: SecretRedactor, ownHeaders: Set<String> = [], bodyLimit: Int = 256 << 10) {
        self.redactor = redactor
        self.ownHeaders = ownHeaders
        self.bodyLimit = bodyLimit
    }

    package mutating func redact(_ exchange: Exchange) -> Exchange {
        var exchange = exchange
        exchange.request.url = address(exchange.request.url)
        exchange.request.headers = headers(exchange.request.headers)
        redact(&exchange.request.body, &exchange.requestBody)
        switch exchange.outcome {
        case .failure(let failure): exchange.outcome = .failure(self.failure(failure))
        case .answer(var response):
            response.headers = headers(response.headers)
            response.reason = response.reason.map { redactor.text($0) }
            redact(&response.body, &exchange.responseBody)
            exchange.outcome = .answer(response)
        }
        exchange.breakOff = exchange.breakOff.map { failure($0) }
        return exchange
    }

    private mutating func headers(_ headers: Headers) -> Headers {
        Headers(
            headers.map { field in
                var field = redactor.header(field, isOwn: ownHeaders.contains(field.name.lowercased()))
                field.name = redactor.text(field.name)
                return field
            })
    }

    /// The marks that stand for secrets are no characters of an address, and are encoded in it.
    private mutating func address(_ address: WebAddress) -> WebAddress {
        var address = address
        let path = redactor.text(address.path)
        if path != address.path { address.path = PercentEncoding.encode(path, allowed: .pathAsGiven) }
        guard let query = address.query else { return address }
        var items: [String] = []
        for item in redactor.text(query).split(separator: "&", omittingEmptySubsequences: false) {
            items.append(self.item(String(item)))
        }
        address.query = items.joined(separator: "&")
        return address
    }

    /// One `name=value` as it stands, unless its decoded value holds a secret.
    private mutating func item(_ item: String) -> String {
        guard let mark = item.firstIndex(of: "=") else { return PercentEncoding.encode(item, allowed: .queryAsGiven) }
        let written = String(item[item.index(after: mark)...])
        let value = PercentEncoding.decode(written, plusIsSpace: true)
        let redacted = redactor.text(value)
        guard redacted != value else { return PercentEncoding.encode(item, allowed: .queryAsGiven) }
        return item[...mark] + PercentEncoding.encode(redacted, allowed: .queryItem)
    }

    private mutating func redact(_ body: inout [UInt8], _ share: inout Exchange.Share) {
        guard !body.isEmpty else { return }
        let size = share.size ?? body.count
        let isCut = body.count > bodyLimit
        guard let text = String(validating: body.prefix(bodyLimit).trimmedToCharacter, as: UTF8.self) else {
            body = []
            share = Exchange.Share(size: size, note: "left out: it is no text")
            return
        }
        if isCut { share = Exchange.Share(size: size, note: "cut after \(bodyLimit >> 10) KiB") }
        let redacted = redactor.text(text)
        body = Array(redacted.utf8)
        if share.size == nil, size != body.count { share.size = size }
    }

    private mutating func failure(_ failure: TransportFailure) -> TransportFailure {
        var json = failure.json
        for key in ["host", "reason"] {
            if let text = json[key]?.stringValue { json[key] = .string(redactor.text(text)) }
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
