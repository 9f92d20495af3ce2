import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

/// A configuration for a fixture site, healthy unless a test changes it, and what the doctor says about it.
struct Patient {
    let site: ConfluenceSite
    var configuration: ToolkitConfiguration
    var options = DiagnosisOptions()

    init(_ kind: ConfluenceSite.Acme, user: String = "reader-bot") throws {
        site = try .acme(kind)
        configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(baseURL: site.url, hosting: kind == .cloud ? .cloud : .server),
            spaceKey: "DOCS",
            selectedTools: ["read_page_by_id"]
        )
        try logIn(as: user)
    }

    /// Logs in as sites of that kind want it: Basic on Cloud, Bearer on Data Center.
    mutating func logIn(as user: String, token: String? = nil) throws {
        configuration.credential.username = nil
        configuration.credential.apiKey = nil
        configuration.credential.token = nil
        switch try site.authentication(of: user, token: token) {
        case .basic(let name, let secret):
            configuration.credential.username = name
            configuration.credential.apiKey = secret
        case .bearer(let secret), .cookies(let secret):
            configuration.credential.token = secret
        case .anonymous:
            break
        }
    }

    mutating func useBasic(_ user: String, _ secret: String) {
        configuration.credential.username = user
        configuration.credential.apiKey = Secret(secret)
        configuration.credential.token = nil
    }

    mutating func useBearer(_ secret: String) {
        configuration.credential.username = nil
        configuration.credential.apiKey = nil
        configuration.credential.token = Secret(secret)
    }

    func diagnose() async -> DiagnosisReport {
        await Self.diagnose(configuration, options, send: site.send)
    }

    static func diagnose(
        _ configuration: ToolkitConfiguration,
        _ options: DiagnosisOptions = DiagnosisOptions(),
        send: @escaping Send
    ) async -> DiagnosisReport {
        let start = ContinuousClock().now
        return await Doctor(send: send, now: { start }).diagnose(configuration, options: options)
    }
}

extension DiagnosisReport {
    /// Every text that a reader could see.
    var texts: String {
        var lines = notes + probes.flatMap { [$0.question, $0.request, $0.answer] }
        for cause in causes {
            lines += [
                cause.title, cause.explanation, cause.field ?? "", cause.separation ?? "", cause.repair?.change ?? "",
            ]
            lines += cause.evidence.map(\.text) + cause.fix.steps
        }
        return lines.joined(separator: "\n")
    }

    /// A short form for the message of a failing expectation.
    var summary: String {
        let names = causes.map { "\($0.id)\($0.isProven ? "!" : "") \($0.confidence) \($0.explanation)" }
        return "\(verdict) \(deployment.kind) \(names) requests \(requests) failed \(failedLogins)\n"
            + notes.joined(separator: "\n") + "\n"
            + probes.map { "\($0.request) → \($0.answer)" }.joined(separator: "\n")
    }
}
