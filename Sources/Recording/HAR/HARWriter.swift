package import ConfluenceWire
import Foundation

/// Writes exchanges as an HTTP archive, HAR 1.2, just as they are; secrets have been taken out before.
///
/// Members that begin with an underscore are this program's, as the format allows.
/// Format: http://www.softwareishard.com/blog/har-12-spec/
package enum HARWriter {
    package static func document(_ exchanges: [Exchange], creator: String) -> JSON {
        document(entries: exchanges.map(entry), creator: creator)
    }

    /// - Parameter entries: Each as ``entry(_:)`` wrote it.
    package static func document(entries: [JSON], creator: String) -> JSON {
        [
            "log": [
                "version": "1.2",
                "creator": ["name": "confluence-doctor", "version": .string(creator)],
                "entries": .array(entries),
            ]
        ]
    }

    package static func entry(_ exchange: Exchange) -> JSON {
        let time = JSON.integer(Int64(exchange.milliseconds))
        return [
            "startedDateTime": .string(
                exchange.start.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))),
            "time": time,
            "request": request(exchange),
            "response": response(exchange),
            "cache": [:],
            "timings": ["send": 0, "wait": time, "receive": 0],
        ]
    }

    private static func request(_ exchange: Exchange) -> JSON {
        let request = exchange.request
        var json: JSON = [
            "method": .string(request.method.rawValue),
            "url": .string(request.url.description),
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": headers(request.headers),
            "queryString": .array(
                request.url.queryItems.map { ["name": .string($0.name), "value": .string($0.value)] }),
            "headersSize": -1,
            "bodySize": .integer(Int64(exchange.requestBody.size ?? request.body.count)),
        ]
        if let number = exchange.credential { json["_credential"] = .integer(Int64(number)) }
        if !request.body.isEmpty || exchange.requestBody.note != nil {
            var data: JSON = ["mimeType": .string(request.headers["Content-Type"] ?? "")]
            put(request.body, exchange.requestBody, into: &data)
            json["postData"] = data
        }
        return json
    }

    private static func response(_ exchange: Exchange) -> JSON {
        switch exchange.outcome {
        case .failure(let failure):
            return [
                "status": 0, "statusText": "", "httpVersion": "", "cookies": [], "headers": [],
                "content": ["size": 0, "mimeType": ""], "redirectURL": "", "headersSize": -1, "bodySize": -1,
                "comment": .string("\(failure)"), "_failure": failure.json,
            ]
        case .answer(let response):
            let size = JSON.integer(Int64(exchange.responseBody.size ?? response.body.count))
            var content: JSON = ["size": size, "mimeType": .string(response.headers["Content-Type"] ?? "")]
            put(response.body, exchange.responseBody, into: &content)
            var json: JSON = [
                "status": .integer(Int64(response.status)),
                "statusText": .string(response.reason ?? ""),
                "httpVersion": "HTTP/1.1",
                "cookies": [],
                "headers": headers(response.headers),
                "content": content,
                "redirectURL": .string(response.headers["Location"] ?? ""),
                "headersSize": -1,
                "bodySize": size,
            ]
            if let breakOff = exchange.breakOff {
                json["comment"] = .string("broke off: \(breakOff)")
                json["_breakOff"] = breakOff.json
            }
            return json
        }
    }

    /// A body is a text where it can be one.
    private static func put(_ body: [UInt8], _ share: Exchange.Share, into json: inout JSON) {
        if let text = String(validating: body, as: UTF8.self) {
            json["text"] = .string(text)
        } else {
            json["text"] = .string(Data(body).base64EncodedString())
            json["encoding"] = "base64"
        }
        if let note = share.note { json["comment"] = .string(note) }
    }

    private static func headers(_ headers: Headers) -> JSON {
        .array(headers.map { ["name": .string($0.name), "value": .string($0.value)] })
    }
}
