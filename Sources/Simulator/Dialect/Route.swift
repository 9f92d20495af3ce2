import ConfluenceWire

/// Which family of answers a route belongs to: each has its own envelope and wording for errors.
enum API: String, Sendable, Hashable {
    /// `/rest/api`
    case rest
    /// The part of Cloud's `/rest/api` that the older REST layer still answers, and tells of its methods.
    case olderRest
    /// Properties below `/rest/api`.
    case properties
    /// The part of `/rest/api` that Cloud serves from a newer stack.
    case users
    /// CQL search below `/rest/api`.
    case search
    /// States of content below `/rest/api`.
    case states
    /// Tasks of task lists, outside v2.
    case tasks
    /// What Data Center's pages ask about the comments on their text.
    case inlineComments
    /// `/api/v2`
    case v2
    /// What browsers see.
    case pages
    /// What other products and the edge answer.
    case site
    /// What Cloud's store of files answers.
    case media
    /// What Atlassian's API gateway answers in its own name.
    case gateway

    /// The family whose answers are used where this one has none of its own.
    var parent: API? {
        switch self {
        case .olderRest, .users, .search, .states, .tasks, .inlineComments, .properties: .rest
        case .rest, .v2, .pages, .site, .gateway, .media: nil
        }
    }
}

/// Whom a route lets in before anything else is asked.
enum Door: Sendable {
    /// Everybody, even where the site lets no anonymous visitors in.
    case everybody
    /// Anonymous visitors pass; what they may see is decided by each space.
    case visitors
    /// Those who may use Confluence.
    case users
}

/// How sure a statement about Confluence is.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// Somebody wrote down the request and the answer.
    case measured
    /// Seen in output that somebody published.
    case observed
    /// Atlassian says so.
    case documented
    /// Concluded from something near; nobody published the answer itself.
    case inferred
}

/// One method and path of a dialect, with the resource behind it.
struct Route: Sendable {
    let method: Request.Method
    let template: PathTemplate
    let zone: Zones
    let api: API
    let door: Door
    let resource: Resource
    let source: String
    let confidence: Confidence
    /// Whether the deployment announces that the route will go.
    private(set) var isDeprecated = false

    /// What the real route does that is not simulated; `nil` where nothing is known to lack.
    var lacks: String?

    /// The releases of Data Center that have the route.
    var releases = Releases.all

    /// Whether it only asks, although its method is one of those that change things.
    private(set) var isQuestion = false

    /// The same route, as one that changes nothing.
    var question: Route {
        var route = self
        route.isQuestion = true
        return route
    }

    /// The same route, as one that is simulated in part.
    func lacking(_ what: String) -> Route {
        var route = self
        route.lacks = what
        return route
    }

    /// `GET /rest/api/content/{id}`
    var name: String { "\(method) \(template.text)" }

    /// The same route, announced to go.
    var deprecated: Route {
        var route = self
        route.isDeprecated = true
        return route
    }

    init(
        _ method: Request.Method,
        _ template: PathTemplate,
        _ resource: Resource,
        api: API = .rest,
        zone: Zones = .confluence,
        door: Door = .users,
        _ source: String,
        _ confidence: Confidence
    ) {
        self.method = method
        self.template = template
        self.zone = zone
        self.api = api
        self.door = door
        self.resource = resource
        self.source = source
        self.confidence = confidence
    }
}

/// A path with named places, such as `/rest/api/content/{id}/label`; a last `{name…}` takes all that is left.
struct PathTemplate: Sendable, ExpressibleByStringLiteral {
    let text: String

    /// The path without the names of its places: two templates of one shape stand for the same paths.
    var shape: String {
        text.split(separator: "/").map { $0.hasPrefix("{") ? "/{}" : "/\($0)" }.joined()
    }

    let segments: [Segment]

    enum Segment: Sendable {
        case literal(String)
        case place(String)
        case rest(String)
    }

    init(stringLiteral text: String) {
        self.text = text
        segments = text.split(separator: "/").map { part in
            guard part.hasPrefix("{"), part.hasSuffix("}") else { return .literal(String(part)) }
            let name = part.dropFirst().dropLast()
            return name.hasSuffix("…") ? .rest(String(name.dropLast())) : .place(String(name))
        }
    }

    var literalCount: Int {
        segments.count(where: { if case .literal = $0 { true } else { false } })
    }

    var hasPlaces: Bool { literalCount < segments.count }

    /// The decoded values of the places, or `nil` when the path is another one.
    func match(_ parts: [Substring]) -> [String: String]? {
        guard fits(parts) else { return nil }
        var values: [String: String] = [:]
        for (index, segment) in segments.enumerated() {
            switch segment {
            case .literal: continue
            case .place(let name): values[name] = PercentEncoding.decode(parts[index])
            case .rest(let name):
                values[name] = parts[index...].map { PercentEncoding.decode($0) }.joined(separator: "/")
            }
        }
        return values
    }

    /// Whether a path has the template's length and literals; nothing is decoded for the many templates that don't fit.
    private func fits(_ parts: [Substring]) -> Bool {
        if case .rest = segments.last {
            guard parts.count >= segments.count - 1 else { return false }
        } else {
            guard parts.count == segments.count else { return false }
        }
        for (segment, part) in zip(segments, parts) {
            if case .literal(let text) = segment, part != text { return false }
        }
        return true
    }
}
