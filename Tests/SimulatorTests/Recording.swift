import ConfluenceWire
import Foundation

/// The requests that the toolkit was seen to send, as a record of them has them: one section for each tool.
struct Recording: Sendable {
    struct Section: Sendable {
        var title: String
        var requests: [RecordedRequest]
    }

    struct RecordedRequest: Sendable {
        var method: Request.Method
        /// Below the context path.
        var path: String
        var query: [QueryItem]
        var body: JSON?
        var isUpload: Bool
    }

    let sections: [Section]

    /// `nil` when the record is not beside the package.
    init?(_ name: String) {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "../shared/facts/captures/\(name)")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        var sections: [Section] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") {
                sections.append(Section(title: String(line.dropFirst(3)), requests: []))
            } else if line.hasPrefix("    "), !sections.isEmpty, let request = Self.request(line.dropFirst(4)) {
                sections[sections.count - 1].requests.append(request)
            }
        }
        self.sections = sections
    }

    /// `METHOD {host}/context/path ?query body`, query and body as they are after decoding.
    private static func request(_ line: Substring) -> RecordedRequest? {
        let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count == 3, ["GET", "POST", "PUT", "DELETE"].contains(words[0]) else { return nil }
        var path = String(words[1])
        for prefix in ["{acme.atlassian.net}", "/wiki"] where path.hasPrefix(prefix) { path.removeFirst(prefix.count) }
        var rest = words[2]
        var query: [QueryItem] = []
        if rest.hasPrefix("?") {
            let end = [" {", " [", " <"].compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
            for pair in rest[..<end].dropFirst().split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                query.append(QueryItem(parts[0], parts.count > 1 ? parts[1] : ""))
            }
            if let last = query.popLast() {
                let value = last.value.hasSuffix(" ") ? String(last.value.dropLast()) : last.value
                query.append(QueryItem(last.name, value))
            }
            rest = rest[end...]
        }
        let body = rest.drop { $0 == " " }
        return RecordedRequest(
            method: Request.Method(rawValue: String(words[0])), path: path, query: query,
            body: try? JSONReader.read(String(body)), isUpload: body.hasPrefix("<multipart"))
    }
}
