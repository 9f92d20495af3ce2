import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

/// How a row of `docs/faults.md` is brought about: a site, and the request that gets the answer.
struct Recipe: Sendable, CustomTestStringConvertible {
    var site: ConfluenceSite.Acme
    /// ``AnswerRow/id``.
    var row: String
    var change: @Sendable (inout SiteDefinition) -> Void = { _ in }
    /// What is asked before, whatever is answered.
    var before: @Sendable (ConfluenceSite) throws -> [Request] = { _ in [] }
    var request: @Sendable (ConfluenceSite) throws -> Request

    var testDescription: String { "\(site): \(row)" }

    static let all: [Recipe] = cloud + dataCenter

    /// Rows that no request brings about, with the reason.
    static let unreachable: [ConfluenceSite.Acme: [String: String]] = [
        .cloud: [
            "internalError": "only a mistake in the simulator leads there",
            "internalError/v2": "only a mistake in the simulator leads there",
            "searchSpaceUnknown": "Cloud answers an empty list",
        ],
        .dataCenter: [
            "internalError": "only a mistake in the simulator leads there",
            "cursorUnknown": "Data Center has no cursors",
        ],
    ]
}

extension ConfluenceSite {
    /// A request outside the context path.
    func outside(_ path: String, as name: String? = nil) throws -> Request {
        var request = try request("", as: name)
        request.url.path = path
        return request
    }

    /// A request through the gateway; over the plain proxy of these tests it is http.
    func gateway(_ path: String, authorization: String) throws -> Request {
        var request = try request(path, authorization: authorization)
        request.url = WebAddress(
            scheme: "http", host: "api.atlassian.com", path: "/ex/confluence/\(definition.cloudID)\(path)")
        return request
    }

    func request(_ path: String, authorization: String) throws -> Request {
        var request = try request(path)
        request.headers["Authorization"] = authorization
        return request
    }

    /// A request whose body is not what it says, or not what is taken.
    func request(
        _ path: String,
        _ method: Request.Method,
        as name: String,
        text: String,
        mediaType: String = "application/json"
    ) throws -> Request {
        var request = try request(path, method, as: name)
        request.headers["Content-Type"] = mediaType
        request.body = Array(text.utf8)
        return request
    }

    func upload(_ file: String, to page: String, as name: String, checked: Bool = true) throws -> Request {
        var request = try request("/rest/api/content/\(page)/child/attachment", .post, as: name)
        request.headers["Content-Type"] = "multipart/form-data; boundary=line"
        if checked { request.headers["X-Atlassian-Token"] = "no-check" }
        request.body = Array(
            ("--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file)\"\r\n"
                + "Content-Type: text/plain\r\n\r\nhello\r\n--line--\r\n").utf8)
        return request
    }

    func spaceID(_ key: String) throws -> String {
        let answer = try ask("/rest/api/space/\(key)", as: "mira")
        return try JSONReader.read(answer.body)["id"]?.integerValue.map(String.init) ?? ""
    }

    /// A page as REST v1 takes it.
    static func page(
        _ title: String, in space: String = "DOCS", body: String = "<p>x</p>", version: Int64? = nil
    ) -> JSON {
        var page: JSON = [
            "type": "page", "title": .string(title), "space": ["key": .string(space)],
            "body": ["storage": ["value": .string(body), "representation": "storage"]],
        ]
        if let version { page["version"] = ["number": .integer(version)] }
        return page
    }

    /// A page as REST v2 takes it.
    static func pageV2(
        _ title: String, id: String? = nil, spaceID: String, body: String = "<p>x</p>", version: Int64? = nil
    ) -> JSON {
        var page: JSON = [
            "status": "current", "title": .string(title), "spaceId": .string(spaceID),
            "body": ["value": .string(body), "representation": "storage"],
        ]
        if let id { page["id"] = .string(id) }
        if let version { page["version"] = ["number": .integer(version)] }
        return page
    }
}
