import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("A secret is judged by what it is, and blamed where it stands")
struct SecretsInPlaceTests {
    @Test("a token of Data Center at a Cloud site is of another product, not sent in a wrong way")
    func foreignToken() async throws {
        var patient = try Patient(.cloud)
        patient.useBearer("MDg4NDY3ODczOTc2Os+8aU0MZj6ybe7z7NuSs0l2j4Jv")
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .otherProduct, "\(report.summary)")
        #expect(report.causes.allSatisfy { !$0.isProven }, "\(report.summary)")
        #expect(report.causes.first?.field == "confluence_configuration.token")
    }

    @Test("an API token as Bearer at the gateway is sent in a wrong way, and lacks no scope")
    func apiTokenAtGateway() async throws {
        var patient = try Patient(.cloud)
        let cloudID = patient.site.definition.cloudID
        patient.configuration.credential.baseURL = "https://api.atlassian.com/ex/confluence/\(cloudID)/wiki"
        patient.useBearer(try patient.site.token("reader-bot-token"))
        var report = await patient.diagnose()
        #expect(report.causes.first?.id == .wrongScheme, "\(report.summary)")
        #expect(!report.causes.contains { $0.id == .scopeMissing }, "\(report.summary)")
        let token = patient.configuration.credential.token
        patient.useBasic("reader-bot@acme.example", try patient.site.token("reader-bot-token"))
        patient.configuration.credential.token = token
        report = await patient.diagnose()
        #expect(report.causes.first?.id == .bothSecrets, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
    }

    @Test("a name and a password of letters and digits that changed places are told, and the password is shown nowhere")
    func swapped() async throws {
        let password = "Harbour_stone4417"
        var patient = try Patient(.dataCenter) { site in
            for index in site.users.indices where site.users[index].name == "reader-bot" {
                site.users[index].password = password
            }
        }
        patient.useBasic(password, "reader-bot")
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .userInSecret, "\(report.summary)")
        #expect(report.failedLogins <= 1)
        #expect(!"\(report)".contains(password))
    }

    @Test("a token in whose place a word says “nothing” hides the login beside it")
    func hiding() async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "reader-bot-password-1")
        patient.configuration.credential.token = Secret("n/a")
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .bothSecrets, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test(
        "a token in a field where none belongs is masked like one in its own", arguments: ConfluenceSite.Acme.allCases)
    func misplacedToken(_ site: ConfluenceSite.Acme) async throws {
        let places: [WritableKeyPath<ToolkitConfiguration, String?>] = [
            \.spaceKey, \.name, \.credential.username, \.credential.reference,
        ]
        for place in places {
            var patient = try Patient(site)
            let token = try patient.site.token("reader-bot-revoked")
            patient.configuration[keyPath: place] = token
            let report = await patient.diagnose()
            #expect(!"\(report)".contains(token), "\(place)")
        }
        var patient = try Patient(site)
        let token = try patient.site.token("reader-bot-revoked")
        patient.configuration.credential.baseURL += "/" + token
        let report = await patient.diagnose()
        #expect(!"\(report)".contains(token), "the base URL")
    }

    @Test("a password behind the address is masked, though it belongs to what is called")
    func behindAddress() async throws {
        var patient = try Patient(.dataCenter)
        patient.configuration.credential.baseURL += " reader-bot-password-1"
        let report = await patient.diagnose()
        #expect(!report.texts.contains("reader-bot-password-1"), "\(report.summary)")
    }

    @Test("a secret that a site echoes behind a long text is not shown by half", arguments: [0, 40, 120, 150, 159])
    func longEcho(words: Int) async throws {
        var patient = try Patient(.cloud)
        let token = try patient.site.token("reader-bot-token")
        let said = String(repeating: "a ", count: words / 2) + token
        patient.through = Ailment.Way { _ in
            { _ in
                Response(
                    status: 403, headers: ["Content-Type": "application/json"],
                    body: Array("{\"message\":\"\(said)\"}".utf8))
            }
        }
        let report = await patient.diagnose()
        #expect(!"\(report)".contains(token.prefix(12)))
    }

    @Test("an account that only a token names is blamed at the token", arguments: [false, true])
    func fields(isLicensed: Bool) async throws {
        let patient = try Patient(.dataCenter) { site in
            for index in site.users.indices where site.users[index].name == "reader-bot" {
                site.users[index].isLicensed = isLicensed
                site.users[index].isActive = !isLicensed
            }
        }
        let report = await patient.diagnose()
        #expect(report.verdict == .problem)
        for cause in report.causes where cause.id.family == "account" {
            #expect(cause.field == "confluence_configuration.token", "\(cause.id) at \(cause.field ?? "nothing")")
        }
    }
}
