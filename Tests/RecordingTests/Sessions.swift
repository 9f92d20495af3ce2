import ConfluenceWire
import Foundation
import Synchronization

@testable import Recording

/// What the tests of recordings share: exchanges, a journal in memory, a way to a site.
enum Sessions {
    static let moment = Date(timeIntervalSince1970: 1_772_442_000)
    static let site = WebAddress(host: "acme.atlassian.net", path: "/wiki")

    static func exchange(
        _ method: Request.Method = .get, _ target: String = "/wiki/rest/api/space", headers: Headers = [:],
        body: String = "", answer: Response = Response(status: 200)
    ) throws -> Exchange {
        let url = try WebAddress(parsing: "https://acme.atlassian.net" + target)
        return Exchange(
            request: Request(method, url, headers: headers, body: Array(body.utf8)), outcome: .answer(answer),
            start: moment, milliseconds: 3)
    }

    static func answer(_ body: String, _ headers: Headers = ["Content-Type": "application/json"]) -> Response {
        Response(status: 200, headers: headers, body: Array(body.utf8))
    }

    /// The journal and the archive that become of exchanges.
    static func recorded(_ exchanges: [Exchange]) async throws -> (journal: String, archive: String) {
        let journal = MemoryJournal()
        let desk = RecordingDesk(journal.store) { _ in }
        for exchange in exchanges { desk.take(exchange) }
        let outcome = await desk.finish()
        let archive = try RecordingJournal.archive(journal.bytes, clean: outcome.clean).archive
        return (String(decoding: journal.bytes, as: UTF8.self), String(decoding: archive, as: UTF8.self))
    }

    /// A way to a site that holds whole messages, for those who pass pieces on.
    static func streamed(_ send: @escaping Send) -> StreamedSend {
        { request in
            var whole = request.head
            if let body = request.body { for try await piece in body { whole.body += piece } }
            var response = try await send(whole)
            let body = ByteStream(response.body)
            response.body = []
            return StreamedResponse(head: response, body: body)
        }
    }
}

/// A journal that is kept in memory.
final class MemoryJournal: Sendable {
    private let content = Mutex(RecordingJournal.head(creator: "1", upstream: Sessions.site))

    var bytes: [UInt8] { content.withLock { $0 } }

    var store: JournalStore {
        JournalStore(
            append: { bytes in self.content.withLock { $0 += bytes } }, read: { self.bytes },
            replace: { bytes in self.content.withLock { $0 = bytes } })
    }
}
