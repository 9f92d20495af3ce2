/// A request whose body is still on its way.
package struct StreamedRequest: Sendable {
    /// All of it but the body.
    package var head: Request
    /// `nil` where the request has no body.
    package var body: ByteStream?
    /// The size of the body, where it is known before it has come.
    package var length: Int?

    package init(head: Request, body: ByteStream? = nil, length: Int? = nil) {
        self.head = head
        self.body = body
        self.length = length
    }
}

/// An answer whose body is still on its way.
package struct StreamedResponse: Sendable {
    /// All of it but the body.
    package var head: Response
    package var body: ByteStream

    package init(head: Response, body: ByteStream) {
        self.head = head
        self.body = body
    }

    /// An answer that is there as a whole, with the length of its body told.
    package init(whole response: Response) {
        head = response
        head.headers["Content-Length"] = "\(response.body.count)"
        head.body = []
        body = ByteStream(response.body)
    }
}

/// A way to a site on which bodies are passed on as they come; in all else it is as ``Send``.
package typealias StreamedSend = @Sendable (StreamedRequest) async throws -> StreamedResponse
