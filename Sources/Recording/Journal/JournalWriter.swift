import ConfluenceWire

/// Writes exchanges to a journal without their secrets, and goes over it again when a secret becomes known late.
struct JournalWriter {
    /// As much of a body as is kept; twice as much is looked at.
    static let bodyLimit = 1 << 20
    /// A journal that is longer is gone over only for what clients show; the end of a recording goes over all of it.
    private static let mostReread = 4 << 20

    private let store: JournalStore
    private var redaction = ExchangeRedactor(SecretRedactor([]), scope: .session, bodyLimit: bodyLimit)
    private var credentials = CredentialNumbers()
    private var size = 0

    init(_ store: JournalStore) {
        self.store = store
    }

    var redactor: SecretRedactor { redaction.redactor }

    mutating func write(_ exchange: Exchange) throws {
        var exchange = exchange.unpacked(limit: 2 * Self.bodyLimit)
        exchange.credential = credentials.number(of: exchange.request)
        var asked = exchange
        asked.outcome = .failure(.other(host: "", reason: ""))
        let isShownByClient = redaction.learn(from: asked)
        let isShownBySite = redaction.learn(from: exchange)
        if isShownByClient || isShownBySite && size <= Self.mostReread { try goOver() }
        let line = RecordingJournal.line(HARWriter.entry(redaction.redact(exchange)))
        try store.append(line)
        size += line.count
    }

    /// Takes out of what is written what has just become known.
    private func goOver() throws {
        guard size > 0 else { return }
        let journal = try store.read()
        guard redactor.finds(in: journal) != nil else { return }
        var redactor = redactor
        try store.replace(Array(redactor.withoutKnown(String(decoding: journal, as: UTF8.self)).utf8))
    }
}

extension Exchange {
    /// The exchange with its bodies as they were before they were packed.
    fileprivate func unpacked(limit: Int) -> Exchange {
        var exchange = self
        (exchange.request.body, exchange.requestBody) = Self.unpacked(
            request.body, requestBody, request.headers, limit: limit)
        if case .answer(var response) = outcome {
            (response.body, exchange.responseBody) = Self.unpacked(
                response.body, responseBody, response.headers, limit: limit)
            exchange.outcome = .answer(response)
        }
        return exchange
    }

    private static func unpacked(
        _ body: [UInt8], _ share: Share, _ headers: Headers, limit: Int
    ) -> (body: [UInt8], share: Share) {
        guard !body.isEmpty, headers["Content-Encoding"] != nil else { return (body, share) }
        guard let unpacked = ContentCoding.unpack(body, headers, limit: limit) else {
            return (
                [], Share(size: share.size ?? body.count, note: "left out: it is packed in a way that can't be read")
            )
        }
        let isCut = share.size != nil || unpacked.count == limit
        return (unpacked, isCut ? Share(size: unpacked.count + 1, note: share.note) : Share())
    }
}
