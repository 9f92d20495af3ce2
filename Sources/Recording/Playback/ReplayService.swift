package import ConfluenceWire

/// Answers as a recorded site did, in the place of the site itself.
package struct ReplayService: Sendable {
    private let playback: Playback
    private let onMiss: @Sendable (_ asked: Request, _ nearest: Request?) -> Void

    /// - Parameter onMiss: Told of each request that was not recorded, with the recorded one that is most like it.
    package init(
        _ playback: Playback, onMiss: @escaping @Sendable (_ asked: Request, _ nearest: Request?) -> Void
    ) {
        self.playback = playback
        self.onMiss = onMiss
    }

    package var send: StreamedSend {
        { request in
            guard let recorded = playback.answer(to: request.head) else {
                onMiss(request.head, playback.nearest(to: request.head))
                return Self.unmatched(request.head)
            }
            switch recorded.outcome {
            case .failure(let failure): throw failure
            case .answer(let response): return Self.answer(response, recorded)
            }
        }
    }

    private static func answer(_ response: Response, _ recorded: Exchange) -> StreamedResponse {
        let isHead = recorded.request.method == .head
        var head = Response(status: response.status, headers: headers(response.headers, isHead: isHead))
        head.reason = response.reason
        if recorded.responseBody.note != nil { head.headers.add("X-Replay", "body not as it was") }
        if !isHead { head.headers["Content-Length"] = String(response.body.count) }
        return StreamedResponse(head: head, body: ByteStream(response.body))
    }

    /// The headers for a body that is not packed, with stand-ins that every client can read.
    private static func headers(_ headers: Headers, isHead: Bool) -> Headers {
        let aboutTheWay = ["content-encoding", "transfer-encoding", "content-md5"] + (isHead ? [] : ["content-length"])
        return Headers(
            headers.filter { !aboutTheWay.contains($0.name.lowercased()) }.map { field in
                var field = field
                field.value = field.value.replacing(/‹redacted: [^›]*›/, with: "redacted")
                return field
            })
    }

    private static func unmatched(_ request: Request) -> StreamedResponse {
        let body = Array("confluence-doctor: \(request.method) \(request.url.target) was not recorded\n".utf8)
        return StreamedResponse(
            head: Response(
                status: 404,
                headers: [
                    "Content-Type": "text/plain; charset=utf-8", "Server": "confluence-doctor",
                    "X-Replay": "unmatched", "Content-Length": String(body.count),
                ]),
            body: ByteStream(body))
    }
}
