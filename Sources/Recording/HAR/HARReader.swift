package import ConfluenceWire
import Foundation

/// Reads HTTP archives, this program's and those of browsers and proxies.
package enum HARReader {
    /// Why something is no archive that can be read.
    package struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
    }

    package static func read(_ bytes: [UInt8]) throws(Unreadable) -> [Exchange] {
        let document: JSON
        do {
            document = try JSONReader.read(bytes, depthLimit: 128)
        } catch {
            throw Unreadable(description: "this is no HTTP archive: \(error)")
        }
        return try read(document)
    }

    package static func read(_ document: JSON) throws(Unreadable) -> [Exchange] {
        guard let entries = document["log"]?["entries"]?.arrayValue else {
            throw Unreadable(description: "this is no HTTP archive: log.entries is missing")
        }
        var exchanges: [Exchange] = []
        for (index, entry) in entries.enumerated() {
            guard let exchange = exchange(entry) else {
                throw Unreadable(description: "entry \(index + 1) can't be read")
            }
            exchanges.append(exchange)
        }
        return exchanges
    }

    /// One entry; `nil` where it has no method, address or status.
    package static func exchange(_ entry: JSON) -> Exchange? {
        guard let asked = entry["request"], let method = asked["method"]?.stringValue,
            let url = asked["url"]?.stringValue.flatMap({ try? WebAddress(parsing: $0) }),
            let outcome = outcome(entry["response"] ?? .null)
        else { return nil }
        let request = Request(
            Request.Method(rawValue: method), url, headers: headers(asked["headers"]), body: body(asked["postData"]))
        var exchange = Exchange(
            request: request, outcome: outcome, start: moment(entry["startedDateTime"]?.stringValue ?? ""),
            milliseconds: Int((entry["time"]?.doubleValue ?? 0).rounded().bounded),
            credential: asked["_credential"]?.integerValue.map { Int(clamping: $0) })
        exchange.requestBody = share(asked["postData"], size: asked["bodySize"], kept: request.body.count)
        let content = entry["response"]?["content"]
        exchange.responseBody = share(content, size: content?["size"], kept: exchange.response?.body.count ?? 0)
        exchange.breakOff = entry["response"]?["_breakOff"].flatMap(TransportFailure.init(json:))
        return exchange
    }

    private static func outcome(_ response: JSON) -> Exchange.Outcome? {
        if let failure = response["_failure"] { return TransportFailure(json: failure).map { .failure($0) } }
        guard let status = response["status"]?.integerValue else { return nil }
        // What browsers write where no answer came.
        if status == 0 {
            let reason = ["_error", "comment"].lazy.compactMap { response[$0]?.stringValue }.first { !$0.isEmpty }
            return .failure(.other(host: "", reason: reason ?? "the archive holds no answer"))
        }
        guard (100...999).contains(status) else { return nil }
        var answer = Response(
            status: Int(status), headers: headers(response["headers"]), body: body(response["content"]))
        if let reason = response["statusText"]?.stringValue, !reason.isEmpty { answer.reason = reason }
        return .answer(answer)
    }

    /// Pseudo fields of HTTP/2, which browsers write, are no headers.
    private static func headers(_ list: JSON?) -> Headers {
        Headers(
            (list?.arrayValue ?? []).compactMap { field in
                guard let name = field["name"]?.stringValue, let value = field["value"]?.stringValue,
                    !name.hasPrefix(":")
                else { return nil }
                return Headers.Field(name: name, value: value)
            })
    }

    private static func body(_ content: JSON?) -> [UInt8] {
        guard let text = content?["text"]?.stringValue else { return [] }
        guard content?["encoding"]?.stringValue == "base64", let data = Data(base64Encoded: text) else {
            return Array(text.utf8)
        }
        return Array(data)
    }

    private static func share(_ content: JSON?, size: JSON?, kept: Int) -> Exchange.Share {
        let size = Int(clamping: size?.integerValue ?? -1)
        let note = content?["comment"]?.stringValue
        return Exchange.Share(size: size > kept ? size : nil, note: note?.isEmpty == false ? note : nil)
    }

    private static func moment(_ text: String) -> Date {
        let exact = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return (try? exact.parse(text)) ?? (try? Date.ISO8601FormatStyle().parse(text)) ?? .distantPast
    }
}

extension Double {
    /// A number of milliseconds that is none of a broken archive.
    fileprivate var bounded: Double { isFinite ? Swift.min(Swift.max(self, 0), 1e12) : 0 }
}
