import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import LiveTransport
import Testing

/// A site that this project did not make: the bytes that its server writes, as others have shown or documented them.
struct ForeignSite: Sendable, CustomTestStringConvertible {
    let name: String
    /// What somebody has written into “Base URL”.
    let address: String
    let login: Login
    /// Any of them may stand first, and none other may be called certain.
    let causes: [CauseID]
    /// Where its words stand, or that they are from memory.
    let source: String
    /// The first that fits answers.
    let replies: [Reply]

    enum Login: Sendable {
        case token
        case password
        /// An e-mail and an API token.
        case apiToken
        case apiTokenAsBearer
    }

    init(
        _ name: String, _ causes: CauseID..., at address: String = "https://wiki.acme.example",
        by login: Login = .token,
        source: String, _ replies: Reply...
    ) {
        self.init(name, causes, at: address, by: login, source: source, replies)
    }

    /// One on Atlassian's Cloud.
    static func cloud(
        _ name: String, _ causes: CauseID..., at address: String = "https://acme.atlassian.net/wiki",
        by login: Login = .apiToken, source: String, _ replies: Reply...
    ) -> ForeignSite {
        ForeignSite(name, causes, at: address, by: login, source: source, replies)
    }

    private init(
        _ name: String, _ causes: [CauseID], at address: String, by login: Login, source: String, _ replies: [Reply]
    ) {
        self.name = name
        self.address = address
        self.login = login
        self.causes = causes
        self.source = source
        self.replies = replies
    }

    var testDescription: String { name }

    /// What the doctor says of it, over a real connection to a server that knows nothing but these bytes.
    func report() async throws -> DiagnosisReport {
        let replies = replies
        return try await RawServer.run(.choosing { request in Reply.answer(of: replies, to: request) }) { server in
            let transport = LiveTransport(timeout: .seconds(60), environment: [:])
            let doctor = Doctor(
                send: { request in
                    var local = request
                    (local.url.scheme, local.url.host, local.url.port) = ("http", "127.0.0.1", server.port)
                    if request.url.scheme == "https" { local.headers["X-Forwarded-Proto"] = "https" }
                    return try await transport.send(local)
                },
                now: { .now })
            let report = await doctor.diagnose(configuration)
            await transport.shutdown()
            return report
        }
    }

    private var configuration: ToolkitConfiguration {
        let apiToken = "ATATT3xFfGF0T5JNjBdOs3gpYzG9cUJZbYQHNbwSdkJPvtMDtC0Fe=8D4A1B2C"
        var credential = CredentialConfiguration(
            baseURL: address, hosting: login == .apiToken || login == .apiTokenAsBearer ? .cloud : .server)
        switch login {
        case .token: credential.token = Secret("NjE1Nzg5MDEyMzQ1Oi1xFkK3JrBEAWJ8qfusMvXIUw+x")
        case .password:
            credential.username = "reader-bot"
            credential.apiKey = Secret("a password of a person")
        case .apiToken:
            credential.username = "reader-bot@acme.example"
            credential.apiKey = Secret(apiToken)
        case .apiTokenAsBearer: credential.token = Secret(apiToken)
        }
        return ToolkitConfiguration(
            credential: credential, spaceKey: "DOCS", selectedTools: ["read_page_by_id"])
    }
}

/// What a foreign server writes, and to which requests.
struct Reply: Sendable {
    /// What the request line must hold; an empty text fits all.
    let target: String
    /// Whether the request must carry a login; `nil` where that changes nothing.
    let withLogin: Bool?
    let text: String

    init(
        to target: String = "", login: Bool? = nil, _ status: String, _ headers: [String] = ["Content-Type: text/html"],
        _ body: String = ""
    ) {
        self.target = target
        withLogin = login
        let lines = ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.utf8.count)", "Connection: close"]
        text = lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    static func json(to target: String = "", login: Bool? = nil, _ status: String, _ body: String) -> Reply {
        Reply(to: target, login: login, status, ["Content-Type: application/json;charset=UTF-8"], body)
    }

    fileprivate static func answer(of replies: [Reply], to request: String) -> [UInt8] {
        let line = request.prefix { !$0.isNewline }
        let hasLogin = request.lowercased().contains("\r\nauthorization:")
        let reply = replies.first { reply in
            (reply.target.isEmpty || line.contains(reply.target)) && (reply.withLogin ?? hasLogin) == hasLogin
        }
        return Array((reply ?? Reply("404 Not Found")).text.utf8)
    }
}
