public import ConfluenceWire
import Foundation

/// A journal as an HTTP archive, HAR 1.2, which browsers and proxies read; bodies and secrets are no part of it.
///
/// The reason of each answer is its comment. Format: http://www.softwareishard.com/blog/har-12-spec/
public enum HTTPArchive {
    public static func write(_ entries: [JournalEntry]) -> JSON {
        [
            "log": [
                "version": "1.2",
                "creator": ["name": "confluence-doctor", "version": "1"],
                "entries": .array(entries.map(entry)),
            ]
        ]
    }

    private static func entry(_ entry: JournalEntry) -> JSON {
        [
            "startedDateTime": .string(
                entry.moment.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))),
            // The site answers in no time by its own clock.
            "time": 0,
            "request": [
                "method": .string(entry.method),
                "url": .string(url(entry)),
                "httpVersion": "HTTP/1.1",
                "cookies": [],
                "headers": fields(entry.requestHeaders),
                "queryString": .array(query(entry)),
                "headersSize": -1,
                "bodySize": .integer(Int64(entry.requestSize)),
            ],
            "response": [
                "status": .integer(Int64(entry.status)),
                "statusText": "",
                "httpVersion": "HTTP/1.1",
                "cookies": [],
                "headers": fields(entry.responseHeaders),
                "content": [
                    "size": .integer(Int64(entry.responseSize)),
                    "mimeType": .string(entry.responseHeaders["Content-Type"] ?? ""),
                ],
                "redirectURL": .string(entry.responseHeaders["Location"] ?? ""),
                "headersSize": -1,
                "bodySize": .integer(Int64(entry.responseSize)),
            ],
            "cache": [:],
            "timings": ["send": 0, "wait": 0, "receive": 0],
            "comment": .string(entry.decision),
        ]
    }

    /// The marks that stand for secrets are no characters of an address.
    private static func url(_ entry: JournalEntry) -> String {
        let query = entry.target.dropFirst(entry.path.count)
        return entry.origin + PercentEncoding.encode(entry.path, allowed: .pathAsGiven)
            + PercentEncoding.encode(String(query), allowed: .queryAsGiven)
    }

    private static func fields(_ headers: Headers) -> JSON {
        .array(headers.map { ["name": .string($0.name), "value": .string($0.value)] })
    }

    private static func query(_ entry: JournalEntry) -> [JSON] {
        QueryItem.parse(String(entry.target.dropFirst(entry.path.count + 1)))
            .map { ["name": .string($0.name), "value": .string($0.value)] }
    }
}
