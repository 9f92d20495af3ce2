import ConfluenceStore
import ConfluenceWire

/// Writes a file's bytes, or the part of them that is asked for, unless the client has them (RFC 9110, 13 and 14).
struct FileWriter: Sendable {
    let request: Request

    func write(_ file: ContentRecord, _ data: [UInt8]) -> Response {
        let mediaType = file.attachment?.mediaType ?? "application/octet-stream"
        let name = PercentEncoding.encode(file.title, allowed: .queryItem).replacing(",", with: "%2C")
        // What browsers can show they show; anything else they save, so that no script of a file runs on the site.
        let disposition = mediaType.hasPrefix("image/") && mediaType != "image/svg+xml" ? "inline" : "attachment"
        let modified = HTTPDate.text(file.version.createdAt)
        let headers: Headers = [
            "Content-Type": mediaType, "Content-Disposition": "\(disposition); filename*=UTF-8''\(name)",
            "Accept-Ranges": "bytes", "Last-Modified": modified,
        ]
        if request.headers["If-None-Match"] == nil, request.headers["If-Modified-Since"] == modified {
            return Response(status: 304, headers: ["Last-Modified": modified])
        }
        // A part is of use only to who has the rest of the same file; there are no tags by which it could be told.
        let isSame = request.headers["If-Range"].map { $0 == modified } ?? true
        guard request.method == .get, isSame, let wanted = Self.range(request.headers["Range"], of: data.count) else {
            return Response(status: 200, headers: headers, body: data)
        }
        switch wanted {
        case .bytes(let range):
            var headers = headers
            headers["Content-Range"] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(data.count)"
            return Response(status: 206, headers: headers, body: Array(data[range]))
        case .nothing:
            return Response(status: 416, headers: ["Content-Range": "bytes */\(data.count)"])
        }
    }

    private enum Wanted {
        case bytes(Range<Int>)
        /// What is asked for lies beyond the end.
        case nothing
    }

    /// `nil` for a header that asks for no single range of bytes; the whole file answers that.
    private static func range(_ header: String?, of count: Int) -> Wanted? {
        guard let header, header.hasPrefix("bytes="), !header.contains(",") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        if ends[0].isEmpty {
            guard let length = Int(ends[1]), length >= 0 else { return nil }
            return length == 0 || count == 0 ? .nothing : .bytes(max(0, count - length)..<count)
        }
        guard let first = Int(ends[0]), first >= 0 else { return nil }
        guard first < count else { return .nothing }
        guard !ends[1].isEmpty else { return .bytes(first..<count) }
        guard let last = Int(ends[1]), last >= first else { return nil }
        return .bytes(first..<(min(last, count - 1) + 1))
    }
}
