import ConfluenceWire

import struct Foundation.Date

/// The last exchanges with a site; older ones make room for newer ones.
///
/// They are kept as they happened and put into words when they are first read: most never are.
struct Journal: Sendable {
    private let capacity: Int
    private var ring: [JournalRecord] = []
    /// What has been put into words, by number.
    private var written: [Int: JournalEntry] = [:]
    private var next = 0
    private(set) var count = 0
    /// The first exchanges that asked for what is not simulated; they outlast ``clear()``.
    private(set) var gaps: [JournalRecord] = []
    /// How much is kept of the bodies of each exchange, in bytes; most readers need none.
    var bodyLimit = 0

    /// More than these tell nobody more.
    private static let mostGaps = 100

    init(capacity: Int = 2000) {
        self.capacity = max(capacity, 1)
    }

    mutating func record(_ exchange: consuming Exchange, at moment: Date) {
        count += 1
        let record = JournalRecord(number: count, moment: moment, exchange, bodyLimit: bodyLimit)
        if record.isOfNoRoute, gaps.count < Self.mostGaps { gaps.append(record) }
        if ring.count < capacity {
            ring.append(record)
        } else {
            if !written.isEmpty { written[ring[next].number] = nil }
            ring[next] = record
            next = (next + 1) % capacity
        }
    }

    /// The exchanges after that number, oldest first.
    mutating func entries(after number: Int = 0, by writer: JournalWriter) -> [JournalEntry] {
        var entries: [JournalEntry] = []
        for offset in ring.indices {
            let index = (next + offset) % ring.count
            let place = ring[index].number
            guard place > number else { continue }
            let entry = written[place] ?? writer.entry(ring[index])
            written[place] = entry
            entries.append(entry)
        }
        return entries
    }

    /// Forgets all exchanges; the numbering goes on.
    mutating func clear() {
        ring = []
        written = [:]
        next = 0
    }
}

/// One exchange as it happened, without the most of its bodies; it holds secrets and is never shown.
struct JournalRecord: Sendable {
    let number: Int
    let moment: Date
    let progress: Progress
    let requestSize: Int
    let status: Int
    let responseHeaders: Headers
    let responseSize: Int
    let refusal: Refusal.Kind?
    /// The beginning of both bodies, as far as the journal keeps them.
    let requestBody: [UInt8]
    let responseBody: [UInt8]

    init(number: Int, moment: Date, _ exchange: consuming Exchange, bodyLimit: Int) {
        self.number = number
        self.moment = moment
        refusal = exchange.refusal
        let response = exchange.delivery.response
        status = response.status
        responseHeaders = response.headers
        responseSize = response.body.count
        responseBody = bodyLimit > 0 ? Array(response.body.prefix(bodyLimit)) : []
        var progress = exchange.progress
        requestSize = progress.request.body.count
        requestBody = bodyLimit > 0 ? Array(progress.request.body.prefix(bodyLimit)) : []
        progress.request.body = []
        self.progress = progress
    }
}
