package import ConfluenceModel
package import ConfluenceWire

/// Waits for a while; tests pass one that only takes notes.
package typealias Sleep = @Sendable (Duration) async throws -> Void

/// A client that behaves towards a site and its caller as atlassian-python-api 4.0.7 does.
///
/// It follows redirects, waits as long as a site asks it to, and turns refusals into the texts that
/// users of the Python client see.
package struct ConfluenceClient: Sendable {
    /// The text before every path; it may well be no address at all, which shows with the first request.
    package let base: String
    private let authentication: Authentication
    private let sessionHeaders: Headers
    private let send: Send
    private let sleep: Sleep

    private static let redirectLimit = 30
    package static let userAgent = "python-requests/2.32.3"
    private static let pictureAgent = "Mozilla/5.0 (compatible; ConfluenceAPI/1.0; Python)"

    /// - Parameter sessionHeaders: Headers for every request to the configured host; they can't replace
    ///   the client's own content types, nor HTTP Basic.
    package init(
        base: String,
        authentication: Authentication,
        sessionHeaders: Headers = [:],
        send: @escaping Send,
        sleep: @escaping Sleep
    ) {
        self.base = base
        self.authentication = authentication
        self.sessionHeaders = sessionHeaders
        self.send = send
        self.sleep = sleep
    }

    /// The last answer of an exchange, with the address that gave it.
    package func answer(
        _ method: Request.Method,
        _ path: String,
        query: [QueryItem] = [],
        body: JSON? = nil,
        form: FormBody? = nil
    ) async throws -> Answer {
        let request = try request(method, path, query: query, body: body, form: form)
        while true {
            let answer = try await follow(request)
            guard answer.response.status == 429, let pause = answer.response.headers["Retry-After"] else {
                return answer
            }
            try await sleep(.seconds(try Self.wholeNumber(pause)))
        }
    }

    /// A JSON value, a text where the answer is no JSON, or null where it is empty.
    package func get(_ path: String, query: [QueryItem] = []) async throws -> JSON {
        let answer = try await answer(.get, path, query: query)
        if let error = ClientError.forAnswer(answer) { throw error }
        guard !answer.response.body.isEmpty else { return .null }
        return answer.response.clientJSON() ?? .string(answer.response.text)
    }

    /// Sends a body and gives the answer's JSON; null where it is none.
    package func write(
        _ method: Request.Method,
        _ path: String,
        query: [QueryItem] = [],
        body: JSON? = nil,
        form: FormBody? = nil
    ) async throws -> JSON {
        let answer = try await answer(method, path, query: query, body: body, form: form)
        if let error = ClientError.forAnswer(answer) { throw error }
        return answer.response.clientJSON() ?? .null
    }

    /// The answer of any address, asked without the credential and with the name that the toolkit gives itself for pictures.
    package func foreignAnswer(_ address: String) async throws -> Answer {
        let url: WebAddress
        do {
            url = try ClientAddress.parse(address)
        } catch {
            throw ClientError.forAddress(address, error)
        }
        return try await follow(Request(.get, url, headers: ["User-Agent": Self.pictureAgent]))
    }

    // MARK: Requests

    private func request(
        _ method: Request.Method,
        _ path: String,
        query: [QueryItem],
        body: JSON?,
        form: FormBody?
    ) throws(ClientError) -> Request {
        var text = base.trimmingSlashes() + "/" + path.trimmingSlashes()
        if !query.isEmpty { text += (text.contains("?") ? "&" : "?") + QueryText.encode(query) }
        let url: WebAddress
        do {
            url = try ClientAddress.parse(text)
        } catch {
            throw ClientError.forAddress(text, error)
        }
        if let unsendable = ClientError.forBasic(authentication) { throw unsendable }
        var request = Request(method, url, headers: ["User-Agent": Self.userAgent])
        request.authenticate(as: authentication)
        for field in sessionHeaders {
            if case .basic = authentication, field.name.equalsIgnoringCase("Authorization") { continue }
            request.headers[field.name] = field.value
        }
        request.headers["Content-Type"] = "application/json"
        request.headers["Accept"] = "application/json"
        if let body, body.isTruthy { request.body = JSONWriter.compact(body) }
        if let form {
            request.headers["X-Atlassian-Token"] = "no-check"
            request.headers["Content-Type"] = form.contentType
            request.body = form.bytes
        }
        if let unsendable = request.headers.lazy.compactMap({ ClientError.forText($0.value) }).first {
            throw unsendable
        }
        return request
    }

    /// Sends a request and those to which its answers redirect.
    private func follow(_ first: Request) async throws -> Answer {
        var request = first
        for _ in 0...Self.redirectLimit {
            let response: Response
            do {
                response = try await send(request)
            } catch let failure as TransportFailure {
                throw ClientError.forFailure(failure, at: request.url)
            }
            guard let next = redirected(request, by: response) else {
                return Answer(response: response, url: request.url)
            }
            request = next
        }
        throw ClientError("TooManyRedirects", "Exceeded \(Self.redirectLimit) redirects.")
    }

    /// The request to send after a redirect, without anything secret when it goes to another host.
    private func redirected(_ request: Request, by response: Response) -> Request? {
        guard [301, 302, 303, 307, 308].contains(response.status), let location = response.headers["Location"],
            let url = request.url.resolving(location)
        else { return nil }
        var next = request
        next.url = url
        if ![307, 308].contains(response.status) {
            if request.method != .head { next.method = .get }
            next.body = []
            next.headers["Content-Type"] = nil
        }
        if url.host == request.url.host { next.takeCookies(of: response) }
        if !url.mayReceiveSecrets(of: request.url) {
            for name in ["Authorization", "Cookie"] + sessionHeaders.map(\.name) { next.headers[name] = nil }
        }
        return next
    }

    /// What Python's `int` makes of a header: a date is an error that nobody catches.
    private static func wholeNumber(_ text: String) throws(ClientError) -> Int {
        guard let number = Int(text.trimmingEdges()) else {
            throw ClientError("ValueError", "invalid literal for int() with base 10: \(PythonText.repr(.string(text)))")
        }
        return number
    }
}

/// What a request came to: the last answer, and the address that gave it.
package struct Answer: Sendable, Hashable {
    package var response: Response
    package var url: WebAddress

    package init(response: Response, url: WebAddress) {
        self.response = response
        self.url = url
    }
}
