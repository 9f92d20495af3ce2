public import ConfluenceModel
public import ConfluenceWire
public import Simulator

public import struct Foundation.Date

/// A site of one's own for a test: a simulator, what it was built from, and short words for asking it.
public struct ConfluenceSite: Sendable {
    public let simulator: Simulator
    public var definition: SiteDefinition { simulator.definition }

    /// The moment at which test sites stand still, unless a test turns their clock.
    public static let standingMoment = Date(timeIntervalSince1970: 1_772_442_000)

    public init(
        _ definition: SiteDefinition,
        onMilestone: (@Sendable (Milestone) -> Void)? = nil,
        now: @escaping @Sendable () -> Date = { ConfluenceSite.standingMoment }
    ) throws {
        simulator = try Simulator(definition, onMilestone: onMilestone, now: now)
    }

    /// A site described in Swift; its clock stands still.
    ///
    /// - Throws: An error that names the line of Swift and the field, in the words of site files.
    public init(_ site: Site) throws {
        try self.init(try site.definition())
    }

    /// A site that lives in a data file: filled from the description at first, taken up as it stands after that.
    ///
    /// - Throws: `SiteDataError` when the file can't be used, or when it was filled from another site.
    public init(
        data path: String, _ site: Site? = nil,
        now: @escaping @Sendable () -> Date = { ConfluenceSite.standingMoment }
    ) throws {
        try self.init(data: path, definition: try site?.definition(), now: now)
    }

    /// The same from values.
    public init(
        data path: String, definition: SiteDefinition?,
        now: @escaping @Sendable () -> Date = { ConfluenceSite.standingMoment }
    ) throws {
        simulator = try Simulator(data: path, definition, now: now)
    }

    /// `http://HOST/CONTEXT`
    public var url: String { simulator.url }

    /// The way of a client to this site alone: any other host name has no address.
    public var send: Send { simulator.send }

    public var journal: [JournalEntry] { simulator.journal() }

    public func perform(_ act: SiteAct) throws { try simulator.perform(act) }

    // MARK: Who is on the site

    /// Why a test's words do not fit its site.
    public struct Unknown: Error, Sendable, CustomStringConvertible {
        public var description: String

        package init(_ description: String) {
            self.description = description
        }
    }

    public func user(_ name: String) throws -> UserDefinition {
        guard let user = definition.users.first(where: { $0.name == name }) else {
            throw Unknown("the site has no user “\(name)”")
        }
        return user
    }

    /// The value of a token; tokens are named `USER-token` on the fixture sites.
    public func token(_ name: String) throws -> String {
        guard let token = definition.users.flatMap(\.tokens).first(where: { $0.name == name }) else {
            throw Unknown("the site has no token “\(name)”")
        }
        return token.value
    }

    /// How a user of the site logs in to its API with the token of that name: Basic on Cloud, Bearer on Data Center.
    public func authentication(of name: String, token: String? = nil) throws -> Authentication {
        let value = try self.token(token ?? "\(name)-token")
        switch definition.deployment {
        case .cloud: return .basic(user: try user(name).email, secret: Secret(value))
        case .dataCenter: return .bearer(Secret(value))
        }
    }

    // MARK: Asking

    /// A request to a path below the context, such as `/rest/api/user/current`; `nil` as user sends no credential.
    public func request(
        _ path: String,
        _ method: Request.Method = .get,
        query: [QueryItem] = [],
        as name: String? = nil,
        body: JSON? = nil
    ) throws -> Request {
        let root = WebAddress(scheme: "http", host: definition.host, path: definition.contextPath)
        var request = Request(method, root.appending(path, query: query), headers: ["Accept": "application/json"])
        if let name { request.headers["Authorization"] = try authorization(of: name) }
        if let body {
            request.headers["Content-Type"] = "application/json"
            request.body = JSONWriter.compact(body)
        }
        return request
    }

    /// The answer to ``request(_:_:query:as:body:)``.
    public func ask(
        _ path: String,
        _ method: Request.Method = .get,
        query: [QueryItem] = [],
        as name: String? = nil,
        body: JSON? = nil
    ) throws -> Response {
        simulator.respond(to: try request(path, method, query: query, as: name, body: body))
    }

    /// The value of the `Authorization` header with which a user of the site logs in.
    public func authorization(of name: String, token: String? = nil) throws -> String {
        let value = try self.token(token ?? "\(name)-token")
        switch definition.deployment {
        case .cloud: return BasicCredentials(user: try user(name).email, password: value).headerValue(in: .utf8)
        case .dataCenter: return "Bearer \(value)"
        }
    }
}
