import ConfluenceWire
import Foundation

/// Reads a HAR file: each exchange becomes a few lines, as a client would have logged it.
enum HARReader {
    /// The exchanges of a HAR file; `nil` for anything else.
    static func read(_ bytes: [UInt8]) -> Paste? {
        guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), bytes.count <= 64 << 20,
            let document = try? JSONReader.read(bytes, depthLimit: 64),
            let entries = document["log"]?["entries"]?.arrayValue
        else { return nil }
        var paste = Paste(notes: ["read as a HAR file with \(entries.count) exchanges"])
        for (index, entry) in entries.enumerated() {
            for line in lines(of: entry) { paste.append(Array(line.utf8), at: .entry(index + 1)) }
        }
        return paste
    }

    private static let bodyLimit = 20_000

    private static func lines(of entry: JSON) -> [String] {
        let request = entry["request"]
        let response = entry["response"]
        let method = request?["method"]?.stringValue ?? "GET"
        var lines = ["\(method) \(request?["url"]?.stringValue ?? "")"]
        lines += headers(of: request)
        let status = response?["status"]?.integerValue ?? 0
        if status > 0 { lines.append("HTTP/1.1 \(status) \(response?["statusText"]?.stringValue ?? "")") }
        // Browsers write here why no answer came.
        for key in ["_error", "comment"] {
            if let error = response?[key]?.stringValue, !error.isEmpty { lines.append("error: \(error)") }
        }
        lines += headers(of: response)
        let isPage = body(of: response).map { $0.lowercased().contains("<html") } ?? false
        guard status >= 400 || isPage, let body = body(of: response) else { return lines }
        return lines + body.prefix(bodyLimit).split(separator: "\n").map(String.init)
    }

    private static func headers(of message: JSON?) -> [String] {
        (message?["headers"]?.arrayValue ?? []).compactMap { header in
            guard let name = header["name"]?.stringValue, let value = header["value"]?.stringValue else { return nil }
            return "\(name): \(value)"
        }
    }

    private static func body(of message: JSON?) -> String? {
        let content = message?["content"]
        guard let text = content?["text"]?.stringValue, !text.isEmpty else { return nil }
        guard content?["encoding"]?.stringValue == "base64", let data = Data(base64Encoded: text) else { return text }
        return String(decoding: data, as: UTF8.self)
    }
}
