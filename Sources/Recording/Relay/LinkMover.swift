import ConfluenceWire

/// Puts another origin in the place of a site's in the texts that it answers.
struct LinkMover: Sendable {
    /// A longer text is passed on as it is: it would have to be held whole.
    private static let limit = 16 << 20

    private let old: [String]
    private let new: [String]

    init(from old: String, to new: String) {
        // JSON may have slashes escaped.
        self.old = [old, old.replacing("/", with: "\\/")]
        self.new = [new, new.replacing("/", with: "\\/")]
    }

    func move(_ response: StreamedResponse) async throws -> StreamedResponse {
        let type = response.head.headers["Content-Type"]?.lowercased() ?? ""
        let isText = type.hasPrefix("text/") || type.contains("json") || type.contains("xml")
        let length = response.head.headers["Content-Length"].flatMap { Int($0) }
        guard isText, response.head.headers["Content-Encoding"] == nil, let length, length <= Self.limit, length > 0
        else { return response }
        var body: [UInt8] = []
        for try await piece in response.body { body += piece }
        // The answer to HEAD tells of a body and has none.
        guard !body.isEmpty, var text = String(validating: body, as: UTF8.self) else {
            return StreamedResponse(head: response.head, body: ByteStream(body))
        }
        for (old, new) in zip(old, new) { text = text.replacing(old, with: new) }
        var head = response.head
        head.headers["Content-Length"] = String(text.utf8.count)
        return StreamedResponse(head: head, body: ByteStream(Array(text.utf8)))
    }
}
