import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

@testable import Scenarios

/// Small servers written as shell scripts, and what drivers are given to reach them.
enum SampleServer {
    static let greets =
        #"printf '%s\n' '{"jsonrpc":"2.0","id":1,"result":{"serverInfo":{"name":"sample"}}}'"# + "\n"

    /// Greets, and takes the first call.
    static let greeting = "read -r greeting\n" + greets + "read -r initialized\nread -r call\n"

    /// An answer to a call that gives a text back.
    static func answer(_ id: Int, _ value: String) -> String {
        "printf '%s\\n' '{\"jsonrpc\":\"2.0\",\"id\":\(id),\"result\":{\"structuredContent\":{\"result\":\"\(value)\"}}}'\n"
    }

    static func driver(_ script: String, start: Duration = .seconds(600)) -> MCPDriver {
        MCPDriver(
            name: "sample",
            command: .init(executable: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"]),
            startDeadline: start)
    }

    static func setup(
        credential: CredentialConfiguration = .init(baseURL: "http://acme.atlassian.net/wiki"),
        secret: String = "reader-secret-value"
    ) -> DriverSetup {
        DriverSetup(
            document: ["settings": ["token": .string(secret), "limit": 7]],
            configuration: ToolkitConfiguration(credential: credential, spaceKey: "DOCS"),
            send: { _ in Response(status: 404) }, proxy: "http://127.0.0.1:9", authorityFile: "/run/ca.pem")
    }

    static func call(
        _ script: String, deadline: Duration = .seconds(600), start: Duration = .seconds(600)
    ) async throws -> ToolAnswer {
        try await driver(script, start: start).withSession(for: setup()) { session in
            try await session.call("read_page_by_id", arguments: ["page_id": "7"], deadline: deadline)
        }
    }
}
