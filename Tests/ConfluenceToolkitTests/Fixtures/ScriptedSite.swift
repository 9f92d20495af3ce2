import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Synchronization

/// A site of a few pages that answers by a script and writes down what it is asked.
///
/// It knows no permissions and no dialects; its answers only hold what the toolkit reads.
final class ScriptedSite: Sendable {
    private struct State {
        var requests: [String] = []
        var pauses: [Duration] = []
        var titles: [String: String] = ["100": "Home", "101": "Guide", "102": "Policy"]
        var deleted: Set<String> = []
    }

    private let state = Mutex(State())
    private let base: WebAddress
    /// Answers in place of the script, for some or all requests.
    private let override: @Sendable (Request) -> Response?

    let configuration: ToolkitConfiguration

    init(
        isCloud: Bool = false,
        space: String? = nil,
        labels: [String] = [],
        override: @escaping @Sendable (Request) -> Response? = { _ in nil }
    ) throws {
        let url = isCloud ? "http://acme.atlassian.net/wiki" : "http://confluence.acme.example/confluence"
        configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(baseURL: url, token: Secret("pat-1")), spaceKey: space, labels: labels)
        base = try WebAddress(parsing: url)
        self.override = override
    }

    /// `GET rest/api/content?type=page`, decoded, with a body after it.
    var requests: [String] { state.withLock { $0.requests } }
    var pauses: [Duration] { state.withLock { $0.pauses } }

    func toolkit() -> Toolkit {
        Toolkit(configuration) { request in
            self.answer(request)
        } sleep: { pause in
            self.state.withLock { $0.pauses.append(pause) }
        }
    }

    private func answer(_ request: Request) -> Response {
        let path = String(request.url.path.dropFirst(base.path.count + 1))
        let query = request.url.queryItems
        let line =
            "\(request.method) \(path)" + (query.isEmpty ? "" : "?")
            + query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
            + (request.body.isEmpty ? "" : " \(String(decoding: request.body, as: UTF8.self))")
        state.withLock { $0.requests.append(line) }
        return override(request) ?? script(request.method, path, query, request.body)
    }

    private func script(_ method: Request.Method, _ path: String, _ query: [QueryItem], _ body: [UInt8]) -> Response {
        let parts = path.split(separator: "/").map(String.init)
        let value = { (name: String) in query.first { $0.name == name }?.value }
        switch (method, parts.first, parts.dropFirst(2).first) {
        case (_, "download", _):
            return Response(status: 200, headers: ["Content-Type": "text/plain"], body: Array("hello notes".utf8))
        case (.get, "api", "spaces"):
            return Self.json(["results": [["id": "7"]]])
        case (.get, "api", _):
            return Self.json(["body": ["atlas_doc_format": ["value": .string(Self.document)]]])
        case (.post, "api", _),
            (.post, _, "content") where parts.count == 3:
            let title = (try? JSONReader.read(body))?["title"]?.stringValue ?? ""
            return Self.json(create(title))
        case (_, _, "space"):
            return Self.json(["id": 7, "key": "DOCS", "homepage": ["id": "100"]])
        case (_, _, "search"),
            (_, _, "content") where path.hasSuffix("search"):
            return Self.json(["results": .array(hits(start: Int(value("start") ?? "0") ?? 0))])
        case (_, _, "content") where parts.count == 3:
            let found = state.withLock { state in state.titles.filter { $0.value == value("title") }.keys.sorted() }
            return Self.json(["results": .array(found.map { page($0) })])
        case (_, _, "content"):
            return content(method, id: parts[3], rest: Array(parts.dropFirst(4)), start: value("start") ?? "0")
        default:
            return Response(status: 404)
        }
    }

    private func content(_ method: Request.Method, id: String, rest: [String], start: String) -> Response {
        switch (method, rest.first) {
        case (.get, "history"): Self.json(Self.history)
        case (.get, "label"): Self.json(["results": [["name": "old"]]])
        case (_, "label"): Self.json(["results": []])
        case (_, "child") where rest.last == "attachment": Self.json(Self.attachments)
        case (_, "child"):
            Self.json(["results": .array(start == "0" ? (Self.children[id] ?? []).map { page($0) } : [])])
        default:
            state.withLock { $0.titles[id] } == nil ? Self.json(["message": "gone"], status: 404) : Self.json(page(id))
        }
    }

    // MARK: Answers

    private func create(_ title: String) -> JSON {
        let id = state.withLock { state in
            let id = String(501 + state.titles.count - 3)
            state.titles[id] = title
            return id
        }
        var page = page(id)
        page["authorId"] = "712020:ann"
        return page
    }

    private func hits(start: Int) -> [JSON] {
        let ids = state.withLock { $0.titles.keys.sorted() }
        return ids.dropFirst(start).prefix(5).map { id in
            var hit = page(id)
            hit["content"] = ["id": .string(id), "title": page(id)["title"] ?? "", "_links": ["self": "http://self"]]
            hit["excerpt"] = .null
            return hit
        }
    }

    private func page(_ id: String) -> JSON {
        let title = state.withLock { $0.titles[id] } ?? ""
        let body: JSON = ["value": .string("<p>\(title) body</p>")]
        return [
            "id": .string(id), "title": .string(title), "space": ["key": "DOCS"],
            "version": ["number": 3, "by": ["displayName": "Ann"]],
            "body": ["view": body, "storage": body, "atlas_doc_format": ["value": "{}"]],
            "_links": [
                "webui": .string("/spaces/DOCS/pages/\(id)"), "edit": .string("/draft/\(id)"),
                "editui": .string("/draft/\(id)"), "base": "http://base",
            ],
        ]
    }

    static func json(_ value: JSON, status: Int = 200) -> Response {
        Response(status: status, headers: ["Content-Type": "application/json"], body: JSONWriter.compact(value))
    }

    private static let children = ["100": ["101"], "101": ["102"]]
    private static let document = #"{"content": [{"type": "media", "attrs": {"id": "file-1"}}]}"#
    private static let history: JSON = [
        "lastUpdated": ["number": 3, "when": "2026-01-02"], "createdBy": ["displayName": "Ann"],
        "createdDate": "2026-01-01",
    ]
    private static let attachments: JSON = [
        "results": [
            [
                "id": "att201", "title": "notes.txt", "metadata": ["mediaType": "text/plain"],
                "extensions": ["fileSize": 11, "fileId": "file-1"],
                "_links": ["download": "/download/notes.txt?version=1"],
            ],
            [
                "id": "att202", "title": "gone.txt", "metadata": ["mediaType": "text/plain"],
                "extensions": ["fileSize": 11, "fileId": "file-2"], "_links": ["download": "/download/gone.txt"],
            ],
        ]
    ]
}
