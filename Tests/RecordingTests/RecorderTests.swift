import ConfluenceWire
import Foundation
import Synchronization
import Testing

@testable import Recording

@Suite("A recorder")
struct RecorderTests {
    private final class Kept: Sendable {
        private let exchanges = Mutex<[Exchange]>([])

        var all: [Exchange] { exchanges.withLock { $0 } }

        func keep(_ exchange: Exchange) { exchanges.withLock { $0.append(exchange) } }
    }

    private static func recording(_ kept: Kept, limit: Int = 100, _ send: @escaping StreamedSend) -> StreamedSend {
        Recorder(bodyLimit: limit, now: { Sessions.moment }, keep: { kept.keep($0) }).recording(send)
    }

    @Test("keeps what passes when it has passed, and of long bodies the beginning and the size")
    func passes() async throws {
        let kept = Kept()
        let send = Self.recording(kept, limit: 10) { request in
            for try await _ in try #require(request.body) {}
            return StreamedResponse(
                head: Response(status: 201, headers: ["X-A": "1"]), body: ByteStream(Array("0123456789abc".utf8)))
        }
        let head = Request(.post, Sessions.site)
        let answer = try await send(StreamedRequest(head: head, body: ByteStream(Array("sent".utf8))))
        #expect(kept.all.isEmpty)
        var body: [UInt8] = []
        for try await piece in answer.body { body += piece }
        #expect(body == Array("0123456789abc".utf8))
        let exchange = try #require(kept.all.first)
        #expect(kept.all.count == 1)
        #expect(exchange.request.body == Array("sent".utf8) && exchange.requestBody == Exchange.Share())
        #expect(exchange.response?.status == 201 && exchange.response?.text == "0123456789")
        #expect(exchange.responseBody.size == 13 && exchange.breakOff == nil)
    }

    @Test("keeps why there was no answer")
    func failure() async throws {
        let kept = Kept()
        let failure = TransportFailure.connectionRefused(host: "acme.atlassian.net", port: 443)
        let send = Self.recording(kept) { _ in throw failure }
        await #expect(throws: failure) { try await send(StreamedRequest(head: Request(.get, Sessions.site))) }
        #expect(kept.all.map(\.outcome) == [.failure(failure)])
    }

    @Test("keeps what there was of an answer that broke off, and of one that nobody waited for")
    func broken() async throws {
        let kept = Kept()
        let failure = TransportFailure.malformedAnswer(host: "acme.atlassian.net", reason: "closed")
        let send = Self.recording(kept) { _ in
            let pieces = AsyncThrowingStream<[UInt8], any Error> { pieces in
                pieces.yield(Array("half".utf8))
                pieces.finish(throwing: failure)
            }
            return StreamedResponse(head: Response(status: 200), body: ByteStream(pieces, bytes: { $0 }))
        }
        do {
            let answer = try await send(StreamedRequest(head: Request(.get, Sessions.site)))
            await #expect(throws: failure) { for try await _ in answer.body {} }
        }
        do { _ = try await send(StreamedRequest(head: Request(.get, Sessions.site))) }
        #expect(kept.all.count == 2)
        #expect(kept.all.first?.response?.text == "half" && kept.all.first?.breakOff == failure)
        #expect(kept.all.last?.breakOff?.description.contains("the client left") == true)
    }
}

@Suite("The journal of a recording")
struct RecordingJournalTests {
    @Test("is an archive but for its last line, wherever the recorder was killed")
    func killed() async throws {
        let journal = MemoryJournal()
        let desk = RecordingDesk(journal.store) { _ in }
        for number in 1...3 { desk.take(try Sessions.exchange(.get, "/wiki/\(number)")) }
        _ = await desk.finish()
        let bytes = journal.bytes
        let head = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
        for end in stride(from: head, through: bytes.count, by: 7) {
            let made = try RecordingJournal.archive(Array(bytes[..<end]))
            let read = try HARReader.read(made.archive)
            #expect(read.count == made.entries && made.broken <= 1)
            #expect(read.map(\.request.url.path) == (1...3).prefix(read.count).map { "/wiki/\($0)" })
        }
        #expect(try RecordingJournal.archive(bytes).entries == 3)
    }

    @Test("is known by its first line", arguments: ["", "{}", "{\"log\": {}}", "no JSON"])
    func foreign(_ text: String) {
        #expect(throws: RecordingJournal.Unreadable.self) { try RecordingJournal.archive(Array(text.utf8)) }
    }

    @Test("tells credentials apart without keeping them, and unpacks bodies")
    func credentials() async throws {
        let packed = Response(
            status: 200, headers: ["Content-Encoding": "gzip"],
            body: Array(Data(base64Encoded: "H4sIAAAAAAACA8tIzcnJV8hAkACAiPnlEQAAAA==") ?? Data()))
        let archive = try await Sessions.recorded([
            Sessions.exchange(headers: ["Authorization": "Bearer first-token-1"], answer: packed), Sessions.exchange(),
            Sessions.exchange(headers: ["Authorization": "Bearer other-token-2"]),
            Sessions.exchange(headers: ["Authorization": "Bearer first-token-1"]),
        ]).archive
        let exchanges = try HARReader.read(Array(archive.utf8))
        #expect(exchanges.map(\.credential) == [1, 0, 2, 1])
        #expect(exchanges[0].response?.text == "hello hello hello")
    }

    @Test("that takes no more is told once, and the exchanges are counted")
    func full() async throws {
        struct Full: Error {}
        let told = Mutex(0)
        let store = JournalStore(append: { _ in throw Full() }, read: { [] }, replace: { _ in })
        let desk = RecordingDesk(store) { _ in told.withLock { $0 += 1 } }
        for _ in 0..<3 { desk.take(try Sessions.exchange()) }
        let outcome = await desk.finish()
        #expect(told.withLock { $0 } == 1 && outcome.lost == 3 && outcome.written == 0)
    }
}
