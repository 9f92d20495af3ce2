import ConfluenceWire

/// The last exchanges with a site; older ones make room for newer ones.
struct Journal: Sendable {
    private static let capacity = 2000

    private var ring: [JournalEntry] = []
    private var next = 0
    private var count = 0

    mutating func record(_ request: Request, _ exchange: Exchange) {
        count += 1
        let entry = JournalEntry(
            number: count,
            method: request.method.rawValue,
            target: request.url.target,
            host: request.url.host,
            status: exchange.delivery.response.status,
            account: exchange.account,
            decision: "\(exchange.stage.rawValue): \(exchange.words): answered \(exchange.delivery.response.status)",
            stage: exchange.stage,
            answerRow: exchange.row
        )
        if ring.count < Self.capacity {
            ring.append(entry)
        } else {
            ring[next] = entry
            next = (next + 1) % Self.capacity
        }
    }

    var entries: [JournalEntry] { Array(ring[next...] + ring[..<next]) }
}
