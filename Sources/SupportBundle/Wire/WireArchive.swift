import ConfluenceWire
import Foundation

/// Exchanges as an HTTP archive, HAR 1.2, without secrets; it holds enough for an analysis to be repeated.
///
/// Members that begin with an underscore are this program's, as the format allows.
/// Format: http://www.softwareishard.com/blog/har-12-spec/
struct WireArchive {
    /// A longer body is cut: what the doctor reads stands at its beginning.
    static let bodyLimit = 256 << 10

    private var redactor: BundleRedactor
    private let ownHeaders: Set<String>
    private var credentials = CredentialNumbers()

    /// - Parameter ownHeaders: The names of headers which the configuration adds, in small letters.
    static func write(
        _ exchanges: [Exchange],
        creator: String,
        ownHeaders: Set<String>,
        _ redactor: inout BundleRedactor
    ) -> JSON {
        var archive = WireArchive(redactor: redactor, ownHeaders: ownHeaders)
        let entries = exchanges.map { archive.entry($0) }
        redactor = archive.redactor
        return [
            "log": [
                "version": "1.2",
                "creator": ["name": "confluence-doctor", "version": .string(creator)],
                "entries": .array(entries),
            ]
        ]
    }

    private init(redactor: BundleRedactor, ownHeaders: Set<String>) {
        self.redactor = redactor
        self.ownHeaders = ownHeaders
    }

    private mutating func entry(_ exchange: Exchange) -> JSON {
        let time = JSON.integer(Int64(exchange.milliseconds))
        return [
            "startedDateTime": .string(
                exchange.start.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))),
            "time": time,
            "request": request(exchange.request),
            "response": response(exchange.outcome),
            "cache": [:],
            "timings": ["send": 0, "wait": time, "receive": 0],
        ]
    }

    private mutating func request(_ request: Request) -> JSON {
        let url = redactor.text(request.url.description)
        return [
            "method": .string(request.method.rawValue),
            "url": .string(url),
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": headers(request.headers),
            "queryString": .array(
                request.url.queryItems.map {
                    ["name": .string(redactor.text($0.name)), "value": .string(redactor.text($0.value))]
                }),
            "headersSize": -1,
            "bodySize": .integer(Int64(request.body.count)),
            "_credential": .integer(Int64(credentials.number(of: request))),
        ]
    }

    private mutating func response(_ outcome: Exchange.Outcome) -> JSON {
        switch outcome {
        case .failure(let failure):
            var json = failure.json
            for key in ["host", "reason"] {
                if let text = json[key]?.stringValue { json[key] = .string(redactor.text(text)) }
            }
            return [
                "status": 0, "statusText": "", "httpVersion": "", "cookies": [], "headers": [],
                "content": ["size": 0, "mimeType": ""], "redirectURL": "", "headersSize": -1, "bodySize": -1,
                "comment": .string(redactor.text("\(failure)")), "_failure": json,
            ]
        case .answer(let response):
            return [
                "status": .integer(Int64(response.status)),
                "statusText": "",
                "httpVersion": "HTTP/1.1",
                "cookies": [],
                "headers": headers(response.headers),
                "content": content(response),
                "redirectURL": .string(redactor.text(response.headers["Location"] ?? "")),
                "headersSize": -1,
                "bodySize": .integer(Int64(response.body.count)),
            ]
        }
    }

    private mutating func content(_ response: Response) -> JSON {
        var content: JSON = [
            "size": .integer(Int64(response.body.count)),
            "mimeType": .string(redactor.text(response.headers["Content-Type"] ?? "")),
        ]
        let isCut = response.body.count > Self.bodyLimit
        guard let text = String(validating: response.body.prefix(Self.bodyLimit).trimmedToCharacter, as: UTF8.self)
        else {
            content["comment"] = "left out: it is no text"
            return content
        }
        content["text"] = .string(redactor.text(text))
        if isCut { content["comment"] = .string("cut after \(Self.bodyLimit >> 10) KiB") }
        return content
    }

    private mutating func headers(_ headers: Headers) -> JSON {
        .array(
            headers.map { field in
                let field = redactor.header(field, isOwn: ownHeaders.contains(field.name.lowercased()))
                return ["name": .string(redactor.text(field.name)), "value": .string(field.value)]
            })
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without the beginning of a character whose end was cut off.
    fileprivate var trimmedToCharacter: ArraySlice<UInt8> {
        guard let lead = lastIndex(where: { $0 & 0xC0 != 0x80 }), self[lead] >= 0xC0, endIndex - lead < 4 else {
            return self
        }
        let length = self[lead] >= 0xF0 ? 4 : self[lead] >= 0xE0 ? 3 : 2
        return endIndex - lead < length ? self[..<lead] : self
    }
}
