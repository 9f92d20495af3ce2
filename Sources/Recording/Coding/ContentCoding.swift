import ConfluenceWire

/// The ways in which a body may be packed for its journey, as far as a recorder can look into it.
package enum ContentCoding {
    /// What a client may be asked to take, of what it offers; what could not be looked into is not asked for.
    package static func narrowed(_ acceptEncoding: String) -> String {
        let offered = acceptEncoding.split(separator: ",").map { $0.trimmingSpaces() }
        let kept = offered.filter { ["gzip", "x-gzip", "deflate", "identity"].contains(coding($0)) }
        return kept.isEmpty ? "identity" : kept.joined(separator: ", ")
    }

    private static func coding(_ offer: String) -> String {
        offer.prefix { $0 != ";" }.trimmingSpaces().lowercased()
    }

    /// A body as it was before it was packed; `nil` where that can't be known.
    static func unpack(_ body: [UInt8], _ headers: Headers, limit: Int) -> [UInt8]? {
        let codings = headers.values("Content-Encoding").flatMap { $0.split(separator: ",") }
            .map { $0.trimmingSpaces().lowercased() }.filter { $0 != "identity" && !$0.isEmpty }
        var body = body
        for coding in codings.reversed() {
            let start: Int? =
                switch coding {
                case "gzip", "x-gzip": gzipStart(body)
                // With the two bytes of zlib before it, as the standard has it, or without, as some send it.
                case "deflate":
                    body.count >= 2 && body[0] & 0x0F == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0 ? 2 : 0
                default: nil
                }
            guard let start, let unpacked = try? Inflate.unpack(body, from: start, limit: limit) else { return nil }
            body = unpacked
        }
        return body
    }

    /// Where the data begins behind the head of a gzip file (RFC 1952).
    private static func gzipStart(_ body: [UInt8]) -> Int? {
        guard body.count >= 10, body[0] == 0x1F, body[1] == 0x8B, body[2] == 8 else { return nil }
        let flags = body[3]
        var start = 10
        if flags & 4 != 0 {
            guard start + 2 <= body.count else { return nil }
            start += 2 + Int(body[start]) + Int(body[start + 1]) << 8
        }
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            guard start < body.count, let end = body[start...].firstIndex(of: 0) else { return nil }
            start = end + 1
        }
        if flags & 2 != 0 { start += 2 }
        return start <= body.count ? start : nil
    }
}

extension StringProtocol {
    fileprivate func trimmingSpaces() -> String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
