import ConfluenceModel
import ConfluenceWire

/// A request that somebody expects: `GET /rest/api/content/*?expand=*`, below the site's address.
///
/// `*` stands for anything, `ANY` for any method. Without a `?` any query fits; with one, its items in any order and no
/// others, unless one of them is a lone `*`.
package struct RequestPattern: Sendable, Hashable, CustomStringConvertible {
    private let method: String?
    private let path: String
    private let query: [QueryItem]?
    package let description: String

    /// What is wrong with a text that should be a pattern.
    package struct Malformed: Error, Sendable, Hashable {
        package var message: String
    }

    private static let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY"]

    package init(parsing text: String) throws(Malformed) {
        description = text
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2, let method = words.first, let target = words.last?.trimmingEdges() else {
            throw Malformed(message: "a request is written as METHOD /path, such as “GET /rest/api/space”")
        }
        guard Self.methods.contains(method) else {
            let nearest = NearestWord.find(for: method, in: Self.methods).map { ", did you mean “\($0)”?" }
            throw Malformed(
                message: "unknown method “\(method)”\(nearest ?? "; known are \(Self.methods.joined(separator: ", "))")"
            )
        }
        guard target.hasPrefix("/") || target.hasPrefix("*") else {
            throw Malformed(message: "the path of “\(text)” begins with / or with *, below the site's address")
        }
        self.method = method == "ANY" ? nil : method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = PercentEncoding.decode(parts[0])
        query = parts.count == 2 ? QueryItem.parse(String(parts[1])) : nil
    }

    func fits(_ request: SentRequest) -> Bool {
        guard method == nil || method == request.method, Self.fits(path, request.path) else { return false }
        guard let query else { return true }
        var left = request.query
        for item in query where item.name != "*" || !item.value.isEmpty {
            let place = left.firstIndex { Self.fits(item.name, $0.name) && Self.fits(item.value, $0.value) }
            guard let place else { return false }
            left.remove(at: place)
        }
        return left.isEmpty || query.contains(QueryItem("*", ""))
    }

    /// Compares from the left; after a `*` it tries again from each later place, keeping only the last `*` in mind.
    private static func fits(_ pattern: String, _ text: String) -> Bool {
        var pattern = Substring(pattern)
        var text = Substring(text)
        var retry: (pattern: Substring, text: Substring)?
        while true {
            if pattern.first == "*" {
                pattern.removeFirst()
                retry = (pattern, text)
            } else if let character = text.first, character == pattern.first {
                pattern.removeFirst()
                text.removeFirst()
            } else if text.isEmpty, pattern.isEmpty {
                return true
            } else if let last = retry, !last.text.isEmpty {
                retry = (last.pattern, last.text.dropFirst())
                (pattern, text) = (last.pattern, last.text.dropFirst())
            } else {
                return false
            }
        }
    }
}

/// A request as the site's journal has it, its path below the site's address.
struct SentRequest: Sendable, Hashable, CustomStringConvertible {
    let method: String
    /// Decoded, without the query.
    let path: String
    let query: [QueryItem]
    let description: String

    init(_ line: JournalLine, contextPath: String) {
        method = line.method
        let isBelow = !contextPath.isEmpty && line.target.hasPrefix(contextPath + "/")
        let target = isBelow ? String(line.target.dropFirst(contextPath.count)) : line.target
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        path = PercentEncoding.decode(parts[0])
        query = parts.count == 2 ? QueryItem.parse(parts[1]) : []
        description = "\(line.method) \(target)"
    }
}
