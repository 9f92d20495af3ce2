import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("Two faults at once are both named")
struct TwoFaultsTests {
    @Test("a stray character and a key in other capitals", arguments: ConfluenceSite.Acme.allCases)
    func whitespaceAndCase(_ kind: ConfluenceSite.Acme) async throws {
        var patient = try Patient(kind, user: "mira")
        switch kind {
        case .cloud: patient.useBasic("mira@acme.example", try patient.site.token("mira-token") + "\n")
        case .dataCenter: patient.useBasic("mira", "mira-password-1\t")
        }
        patient.configuration.spaceKey = "docs"
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.whitespace, .spaceKeyCase], "\(report.summary)")
        #expect(report.causes.map(\.isProven) == [true, true])
        #expect(report.failedLogins <= 1)
    }

    @Test("a wrong hosting and a stray character", arguments: ConfluenceSite.Acme.allCases)
    func hostingAndWhitespace(_ kind: ConfluenceSite.Acme) async throws {
        var patient = try Patient(kind, user: "mira")
        patient.configuration.credential.hosting = kind == .cloud ? .server : .cloud
        switch kind {
        case .cloud: patient.useBasic("mira@acme.example", "\u{FEFF}" + (try patient.site.token("mira-token")))
        case .dataCenter: patient.useBasic("mira", "mira-password-1\u{200B}")
        }
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.hostingMismatch, .whitespace], "\(report.summary)")
        #expect(report.causes.map(\.isProven) == [true, true])
        #expect(report.causes.allSatisfy { $0.repair?.worked == true })
    }

    @Test("a hosting option that the name contradicts, where nothing answers", arguments: [true, false])
    func hostingOfTheUnseen(isSaidToBeCloud: Bool) async throws {
        var patient = try Patient(.dataCenter)
        patient.configuration.credential.baseURL =
            isSaidToBeCloud ? "https://wiki.elsewhere.example" : "https://elsewhere.atlassian.net/wiki"
        patient.configuration.cloudFlag = isSaidToBeCloud
        let report = await patient.diagnose()
        let cause = try #require(report.causes.first { $0.id == .hostingMismatch }, "\(report.summary)")
        #expect(cause.fix.steps[0].contains("to \(isSaidToBeCloud ? "Server" : "Cloud")"), "\(cause.fix.steps)")
        #expect(cause.fix.steps[0].contains("take “cloud” out"))
    }

    @Test("a wrong path, and behind it a token that is no longer taken")
    func pathAndToken() async throws {
        var patient = try Patient(.dataCenter)
        try patient.logIn(as: "reader-bot", token: "reader-bot-revoked")
        patient.configuration.credential.baseURL = "http://confluence.acme.example/wiki"
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id).prefix(2) == [.basePath, .tokenRevoked], "\(report.summary)")
        #expect(report.causes.map(\.isProven).prefix(2) == [true, false])
    }

    @Test("http where all is sent on to https, and behind it a path that is missing")
    func securityAndPath() async throws {
        var patient = try Patient(.dataCenter)
        patient.configuration.credential.baseURL = "http://confluence.acme.example"
        patient.through = Ailment.Way { send in
            { request in
                var other = request
                guard request.url.scheme == "https" else {
                    other.url.scheme = "https"
                    return Response(status: 301, headers: ["Location": "\(other.url)"])
                }
                other.url.scheme = "http"
                return try await send(other)
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.plainHTTP, .basePath], "\(report.summary)")
        #expect(report.causes.map(\.isProven) == [true, true])
    }

    @Test("a token hides an API key, and the site takes neither", arguments: [true, false])
    func secretsAndAccount(isOfOrganisation: Bool) async throws {
        var patient = try Patient(.cloud) { site in
            site.settings.apiTokens = !isOfOrganisation
            for index in site.users.indices where !isOfOrganisation && site.users[index].name == "reader-bot" {
                site.users[index].isActive = false
            }
        }
        patient.configuration.credential.token = Secret(try patient.site.token("reader-bot-revoked"))
        let report = await patient.diagnose()
        let named = Set(report.causes.flatMap { [$0.id] + $0.alternatives })
        #expect(named.isSuperset(of: [.wrongScheme, .bothSecrets, .tokenRevoked]), "\(report.summary)")
        #expect(named.contains(isOfOrganisation ? .apiTokensDisabled : .accountDeactivated), "\(report.summary)")
        #expect(report.causes.allSatisfy { !$0.isProven || $0.id == .wrongScheme })
        #expect(report.failedLogins <= 1)
    }

    @Test("an API token sent as Bearer, with a line feed that only Basic minds")
    func schemeAndWhitespace() async throws {
        var patient = try Patient(.cloud)
        patient.useBearer(try patient.site.token("reader-bot-token") + "\n")
        patient.configuration.credential.username = "reader-bot@acme.example"
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.wrongScheme, .whitespace], "\(report.summary)")
    }

    @Test("a personal access token in the password's field, with an invisible character in it")
    func schemeAndInvisible() async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", try patient.site.token("reader-bot-token") + "\u{200B}")
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.wrongScheme, .whitespace], "\(report.summary)")
        #expect(report.failedLogins <= 1)
        // The copy has it in another field.
        #expect(
            report.causes.allSatisfy { $0.field == "confluence_configuration.api_key" }, "\(report.causes.map(\.field))"
        )
        #expect(report.causes[1].explanation.hasPrefix("confluence_configuration.api_key holds"), "\(report.summary)")
    }

    @Test("the old form, and in it a token that is no longer taken")
    func formAndToken() async throws {
        var patient = try Patient(.cloud)
        try patient.logIn(as: "reader-bot", token: "reader-bot-revoked")
        patient.configuration.form = .legacyAgent
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .tokenRevoked, "\(report.summary)")
        #expect(report.causes.last?.id == .legacyConfiguration)
    }
}
