import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Simulator

/// A configuration for a fixture site, healthy unless a test changes it, and what the doctor says about it.
struct Patient {
    let site: ConfluenceSite
    var configuration: ToolkitConfiguration
    var options = DiagnosisOptions()
    /// What lies between the doctor and the site.
    var through: Ailment.Way?

    init(
        _ kind: ConfluenceSite.Acme, user: String = "reader-bot",
        changing prepare: (inout SiteDefinition) -> Void = { _ in }
    ) throws {
        var definition = try kind.readDefinition.get()
        prepare(&definition)
        try self.init(kind, on: ConfluenceSite(definition), user: user)
    }

    /// A patient on a site that others ask as well: nothing of it may be changed.
    init(sharing kind: ConfluenceSite.Acme) throws {
        try self.init(kind, on: kind.sharedSite.get(), user: "reader-bot")
    }

    private init(_ kind: ConfluenceSite.Acme, on site: ConfluenceSite, user: String) throws {
        self.site = site
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

    /// Logs in by the form as a browser does, and takes its cookie; where the site is too sick for that, one of before.
    mutating func useSession(_ user: String, _ password: String) throws {
        var request = try site.request("/dologin.action", .post)
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array("os_username=\(user)&os_password=\(password)".utf8)
        let cookie = site.simulator.respond(to: request).headers["Set-Cookie"]?.split(separator: ";").first
        useBearer(cookie.map(String.init) ?? "JSESSIONID=0123456789ABCDEF0123456789ABCDEF")
    }

    /// Whose secret is sent, as far as one of the site's accounts has it; what a slip has changed may be nobody's.
    var owner: String? {
        let credential = configuration.credential
        guard let secret = (credential.token ?? credential.apiKey)?.revealed(for: .lint) else { return nil }
        return site.definition.users.first { user in
            (user.tokens.map(\.value) + [user.password].compactMap(\.self)).contains { secret.contains($0) }
        }?.name
    }

    func diagnose() async -> DiagnosisReport {
        await Self.diagnose(configuration, options, send: through?.wrap(site.send) ?? site.send)
    }

    static func diagnose(
        _ configuration: ToolkitConfiguration,
        _ options: DiagnosisOptions = DiagnosisOptions(),
        send: @escaping Send
    ) async -> DiagnosisReport {
        let start = ContinuousClock().now
        let doctor = Doctor(send: send, now: { start }, date: { ConfluenceSite.standingMoment })
        return await doctor.diagnose(configuration, options: options)
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

extension ConfluenceSite.Acme {
    /// The site files, read once: thousands of patients are made of them.
    private static let definitions = Dictionary(
        uniqueKeysWithValues: allCases.map { kind in (kind, Result { try kind.definition() }) })

    private static let shared = Dictionary(
        uniqueKeysWithValues: allCases.map { kind in
            (kind, Result { try ConfluenceSite(kind.readDefinition.get()) })
        })

    fileprivate var sharedSite: Result<ConfluenceSite, any Error> {
        Self.shared[self] ?? Result { try ConfluenceSite(readDefinition.get()) }
    }

    fileprivate var readDefinition: Result<SiteDefinition, any Error> {
        Self.definitions[self] ?? Result { try definition() }
    }
}
