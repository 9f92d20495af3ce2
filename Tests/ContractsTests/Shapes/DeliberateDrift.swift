import ConfluenceWire
import Contracts
import Testing

/// One deliberate change to what a site answers, and what must be told of it.
struct DeliberateDrift: Sendable, CustomTestStringConvertible {
    var name: String
    /// The exchange whose answers change, such as `GET /rest/api/content/{id} 200`.
    var exchange: String
    var change: @Sendable (inout Response) -> Void
    var kind: Drift.Kind
    var path: String
    var severity: Drift.Severity

    var testDescription: String { name }

    /// A change to the JSON of the answers.
    static func json(
        _ name: String, _ exchange: String, _ kind: Drift.Kind, _ path: String, _ severity: Drift.Severity,
        at place: String,
        _ change: @escaping @Sendable (inout JSONObject, String) -> Void
    ) -> Self {
        Self(
            name: name, exchange: exchange,
            change: { response in
                guard var value = try? JSONReader.read(response.body) else { return }
                value.edit(place.split(separator: ".").map(String.init)[...], change)
                response.body = JSONWriter.compact(value)
            }, kind: kind, path: path, severity: severity)
    }

    static func whole(
        _ name: String, _ exchange: String, _ kind: Drift.Kind, _ path: String, _ severity: Drift.Severity,
        _ change: @escaping @Sendable (inout Response) -> Void
    ) -> Self {
        Self(name: name, exchange: exchange, change: change, kind: kind, path: path, severity: severity)
    }

    func applied(to samples: [ShapeSample]) -> [ShapeSample] {
        samples.map { sample in
            guard sample.key.description == exchange else { return sample }
            var sample = sample
            change(&sample.response)
            return sample
        }
    }
}

extension JSON {
    /// Changes members of the objects at a path, in which `*` stands for all elements of a list.
    mutating func edit(_ steps: ArraySlice<String>, _ change: (inout JSONObject, String) -> Void) {
        guard let step = steps.first else { return }
        if step == "*", case .array(var elements) = self {
            for index in elements.indices { elements[index].edit(steps.dropFirst(), change) }
            self = .array(elements)
        } else if case .object(var object) = self {
            if steps.count == 1 {
                change(&object, step)
            } else if var inner = object[step] {
                inner.edit(steps.dropFirst(), change)
                object[step] = inner
            }
            self = .object(object)
        }
    }
}

extension DeliberateDrift {
    private static let page = "GET /rest/api/content/{id} 200"
    private static let list = "GET /rest/api/content 200"
    private static let second = "GET /api/v2/pages/{id} 200"
    private static let labels = "GET /rest/api/content/{id}/label 200"
    private static let missing = "GET /rest/api/content/{id} 404"
    private static let pages = "GET /api/v2/spaces/{id}/pages 200"

    private static func remove(_ object: inout JSONObject, _ key: String) { object[key] = nil }
    private static func put(_ value: JSON) -> @Sendable (inout JSONObject, String) -> Void { { $0[$1] = value } }

    static let all: [Self] = [
        // Members.
        .json(
            "a member that the toolkit reads is gone", page, .memberRemoved, "title", .breaksToolkit, at: "title",
            remove),
        .json(
            "a member that nobody reads is gone", page, .memberRemoved, "macroRenderedOutput", .harmless,
            at: "macroRenderedOutput", remove),
        .json(
            "an object that holds what is read is gone", page, .memberRemoved, "space", .breaksToolkit, at: "space",
            remove),
        .json(
            "a nested member that is read is gone", page, .memberRemoved, "version.number", .breaksToolkit,
            at: "version.number", remove),
        .json(
            "a nested member that nobody reads is gone", page, .memberRemoved, "version.minorEdit", .harmless,
            at: "version.minorEdit", remove),
        .json(
            "a member of all elements is gone", list, .memberRemoved, "results[*].id", .breaksToolkit,
            at: "results.*.id",
            remove),
        .json(
            "a member that a law names is gone", pages, .memberRemoved, "results[*].status", .breaksScenario,
            at: "results.*.status", remove),
        .json(
            "the link to the next page is gone", list, .memberRemoved, "_links.next", .breaksToolkit, at: "_links.next",
            remove),
        .json("a member that is read has another name", page, .memberRenamed, "title", .breaksToolkit, at: "title") {
            $0["heading"] = $0[$1]
            $0[$1] = nil
        },
        .json(
            "a member that nobody reads has another name", page, .memberRenamed, "version.minorEdit", .harmless,
            at: "version.minorEdit"
        ) {
            $0["isMinor"] = $0[$1]
            $0[$1] = nil
        },
        .json("some elements lack a member", list, .memberOptional, "results[*].title", .breaksToolkit, at: "results") {
            guard case .array(var elements)? = $0[$1], !elements.isEmpty else { return }
            elements[0]["title"] = nil
            $0[$1] = .array(elements)
        },
        .json("a new member", page, .memberAdded, "etag", .harmless, at: "etag", put("abc")),
        .json("a new object", page, .memberAdded, "owner", .harmless, at: "owner", put(["name": "x", "since": 5])),
        .json(
            "a new member of elements", list, .memberAdded, "results[*].score", .harmless, at: "results.*.score", put(1)
        ),
        // Types.
        .json("a text became a number", page, .typeChanged, "id", .breaksToolkit, at: "id", put(98305)),
        .json(
            "a number became a text", page, .typeChanged, "version.number", .breaksToolkit, at: "version.number",
            put("7")),
        .json(
            "a whole number became a fraction", page, .typeChanged, "extensions.position", .harmless,
            at: "extensions.position", put(.number(1.5))),
        .json(
            "a truth value became a text", page, .typeChanged, "version.minorEdit", .harmless, at: "version.minorEdit",
            put("false")),
        .json("an object became a text", page, .typeChanged, "space", .breaksToolkit, at: "space", put("DOCS")),
        .json("a list became an object", list, .typeChanged, "results", .breaksToolkit, at: "results") {
            $0[$1] = ["items": $0[$1] ?? []]
        },
        .json("a value that is read is null", page, .nullAdded, "title", .breaksToolkit, at: "title", put(nil)),
        .json("a value of some elements is null", list, .nullAdded, "results[*].title", .breaksToolkit, at: "results") {
            guard case .array(var elements)? = $0[$1], !elements.isEmpty else { return }
            elements[0]["title"] = .some(.null)
            $0[$1] = .array(elements)
        },
        .json("some elements have another type", list, .typeAdded, "results[*].id", .breaksToolkit, at: "results") {
            guard case .array(var elements)? = $0[$1], !elements.isEmpty else { return }
            elements[0]["id"] = 5
            $0[$1] = .array(elements)
        },
        .whole("the answer is a list", page, .typeChanged, "$", .breaksToolkit) { $0.body = Array("[1]".utf8) },
        // Forms and words.
        .json(
            "a moment has no fraction", page, .formatChanged, "version.when", .harmless, at: "version.when",
            put("2026-01-01T00:00:00Z")),
        .json("a moment is a date", second, .formatChanged, "createdAt", .harmless, at: "createdAt", put("2026-01-01")),
        .json(
            "a path became an address", page, .formatChanged, "_links.webui", .breaksToolkit, at: "_links.webui",
            put("https://acme.atlassian.net/wiki/x")),
        .json(
            "an id has another form", second, .formatChanged, "id", .breaksToolkit, at: "id",
            put("7e57ca9a-0000-4000-8000-00000000cafe")),
        .json(
            "an account has another form of id", page, .formatChanged, "version.by.accountId", .harmless,
            at: "version.by.accountId", put("someone")),
        .json("some ids have a further form", list, .formatAdded, "results[*].id", .harmless, at: "results") {
            guard case .array(var elements)? = $0[$1], !elements.isEmpty else { return }
            elements[0]["id"] = "att5"
            $0[$1] = .array(elements)
        },
        .json("a word became another one", page, .wordChanged, "status", .breaksToolkit, at: "status", put("live")),
        .json(
            "a word became one that nobody knows", page, .wordChanged, "type", .breaksToolkit, at: "type",
            put("wikipage")),
        .json("a further word", list, .wordAdded, "results[*].type", .harmless, at: "results") {
            guard case .array(var elements)? = $0[$1], !elements.isEmpty else { return }
            elements[0]["type"] = "folder"
            $0[$1] = .array(elements)
        },
        // Answers as wholes.
        .whole("a called endpoint is gone", page, .statusChanged, "", .breaksToolkit) { response in
            response = Response(
                status: 410, headers: response.headers,
                body: Array(#"{"message":"This endpoint has been removed"}"#.utf8))
        },
        .whole("a refusal has another status", missing, .statusChanged, "", .breaksToolkit) { $0.status = 403 },
        .whole("a status that a law names changed", "GET /api/v2/spaces/{id} 404", .statusChanged, "", .breaksScenario)
        {
            $0.status = 403
        },
        .whole(
            "a status that nobody names changed", "GET /rest/api/content/{id}/property 200", .statusChanged, "",
            .harmless
        ) {
            $0.status = 206
        },
        .whole("the login page came in the place of an answer", labels, .bodyChanged, "", .breaksToolkit) {
            $0.body = Array("<html><body>Log in</body></html>".utf8)
        },
        .whole("the answer is empty", labels, .bodyChanged, "", .breaksToolkit) { $0.body = [] },
        // Headers.
        .whole("the media type changed", page, .headerChanged, "Content-Type", .breaksToolkit) {
            $0.headers["Content-Type"] = "application/vnd.atlassian+json"
        },
        .whole("a header is gone", page, .headerRemoved, "X-Content-Type-Options", .harmless) {
            $0.headers["X-Content-Type-Options"] = nil
        },
        .whole("a header that a law names is gone", pages, .headerRemoved, "Link", .breaksScenario) {
            $0.headers["Link"] = nil
        },
        .whole("a header is new", page, .headerAdded, "Sunset", .harmless) {
            $0.headers["Sunset"] = "Thu, 01 Jan 2027 00:00:00 GMT"
        },
        .whole("a header has another form", page, .headerChanged, "Deprecation", .harmless) {
            $0.headers["Deprecation"] = "true"
        },
        // Wording.
        .json(
            "a refusal says something else", missing, .wordingChanged, "message", .harmless, at: "message",
            put("Page is not available")),
        .json(
            "a refusal has lost its message", missing, .memberRemoved, "message", .breaksToolkit, at: "message", remove),
        .json(
            "a refusal of the newer API says something else", "GET /api/v2/pages/{id} 404", .wordingChanged,
            "errors[*].title", .harmless, at: "errors.*.title", put("Gone")),
    ]

    /// A family of laws whose expectations name places.
    static let laws = """
        version: 1
        family: drift
        laws:
          - id: pages-of-a-space
            steps:
              - http: {path: "/api/v2/spaces/{{var.space}}/pages?limit=2", as: reader}
                expect: {status: 200, headers: {Link: next}, json: {"results[0].status": current}}
          - id: no-such-space
            steps:
              - http: {path: /api/v2/spaces/1, as: reader}
                expect: {status: 404}
        """
}
