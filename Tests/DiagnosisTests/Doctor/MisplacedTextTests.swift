import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

@Suite("What a field holds by its form is told before what nobody can see")
struct MisplacedTextTests {
    @Test(
        "a name as other programs write it comes before a revoked token",
        arguments: [
            "COMPANY\\mira", "company/mira", "COMPANY\\\\mira", "@mira", "~mira",
            "uid=mira,ou=people,dc=acme,dc=example",
            "CN=Mira Holt, OU=Staff", "mira@acme.example",
        ])
    func name(_ name: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic(name, "an-old-Password-7")
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .wrongUser, "\(report.summary)")
        #expect(report.causes.contains { $0.id == .tokenRevoked }, "\(report.summary)")
        #expect(report.failedLogins == 1)
    }

    @Test("a plain name is none of those", arguments: ["mira", "mira.holt", "m_holt-2", "svc.wiki_ro"])
    func plainName(_ name: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic(name, "an-old-Password-7")
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .tokenRevoked, "\(report.summary)")
    }

    @Test(
        "a token of another product is named as one, whatever it has behind its beginning",
        arguments: [
            "BBDC-MDg4NDY3ODczOTc2Os+8aU0MZj6ybe7z7NuSs0l2j4Jv", "crowd.token_key=x8Yk2fQ9wz6Rr1Lb0sTt3A",
            "glpat-MDg4NDY3ODczOTc2Os+8aU0MZj6ybe7z7NuSs0l2j4Jv",
        ])
    func otherProduct(_ token: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBearer(token)
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .otherProduct, "\(report.summary)")
        #expect(!report.texts.contains(String(token.suffix(12))))
    }

    @Test(
        "an e-mail or an address in the secret's place is told as what stands in the wrong field",
        arguments: ["reader-bot@acme.example", "https://acme.atlassian.net/wiki"])
    func misplaced(_ text: String) async throws {
        var patient = try Patient(.cloud)
        patient.configuration.credential.apiKey = Secret(text)
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .userInSecret, "\(report.summary)")
        #expect(report.causes.first?.explanation.contains("and no secret") == true, "\(report.summary)")
    }

    @Test(
        "a password that holds an at sign or a colon is one",
        arguments: ["p@ssw0rd!7", "http:7x", "a@b", "no@t-a mail.de"])
    func passwords(_ text: String) {
        #expect(SecretSlip.find(in: Secret(text), user: "mira") == nil)
    }

    // MARK: Around the base URL

    @Test(
        "an address in quotation marks is told so, and what lies behind it is seen",
        arguments: ConfluenceSite.Acme.allCases, [("\"", "\""), ("'", "'"), ("“", "”"), ("«", "»")])
    func quotedAddress(_ site: ConfluenceSite.Acme, _ marks: (open: String, close: String)) async throws {
        var patient = try Patient(site)
        let base = patient.configuration.credential.baseURL
        patient.configuration.credential.baseURL = marks.open + base + marks.close
        patient.configuration.spaceKey = "docs"
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .quoted, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
        #expect(report.causes.first?.field?.hasSuffix("base_url") == true)
        #expect(report.causes.first?.repair?.change.contains(base) == true, "\(report.summary)")
        #expect(report.causes.dropFirst().first?.id == .spaceKeyCase, "\(report.summary)")
    }

    @Test(
        "what is glued behind an address is told as that",
        arguments: ConfluenceSite.Acme.allCases,
        ["\\n", "&nbsp;", "%20", " ->", " (prod)", "</a>", "\"/>", "</p>", "%0A", "\" target=\"_blank\">Wiki</a>"])
    func glued(_ site: ConfluenceSite.Acme, _ end: String) async throws {
        var patient = try Patient(site)
        patient.configuration.credential.baseURL += end
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .trailingCharacters, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(!report.causes.contains { $0.id == .basePath }, "\(report.summary)")
    }

    @Test(
        "of an address, what belongs to it is kept",
        arguments: [
            "https://acme .atlassian.net/wiki", "https://acme.atlas sian.net/wiki", "https://acme.example/a%20b",
            "https://acme.example/conf luence", "http://10.0.0.7:80 90",
        ])
    func torn(_ text: String) {
        #expect(AddressForm.withoutTrailingCharacters(text) == nil)
    }

    @Test("a blank within a port leaves open which is meant")
    func tornPort() async throws {
        var patient = try Patient(.dataCenter)
        patient.configuration.credential.baseURL = "http://10.0.0.7:80 90"
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .malformedAddress, "\(report.summary)")
        #expect(report.causes.first?.fix.steps.first?.contains("http://10.0.0.7:8090") == true, "\(report.summary)")
    }

    @Test(
        "a key with its name behind it, which may have words in capitals", arguments: ConfluenceSite.Acme.allCases,
        ["DOCS - IT Service Desk", "DOCS: ISO 27001", "DOCS (HR Policies)", "DOCS | Service Desk EMEA"])
    func keyAndName(_ site: ConfluenceSite.Acme, _ text: String) async throws {
        var patient = try Patient(site)
        patient.configuration.spaceKey = text
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .spaceKeyCharacters, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test(
        "what can be nobody's key is likely a name, of a space that isn't shown",
        arguments: ConfluenceSite.Acme.allCases)
    func unseenName(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.spaceKey = "People & Culture"
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .spaceNameForKey, "\(report.summary)")
        #expect(report.causes.first.map { $0.confidence < 0.8 && !$0.isProven } == true, "\(report.summary)")
    }

    @Test("a right password with a mark of addresses in it is blamed for no site that is none")
    func escapedAtStrangers() async {
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(
                baseURL: "https://wiki.acme.example", hosting: .server, username: "mira",
                apiKey: Secret("canary%21winter")))
        let report = await Patient.diagnose(configuration) { _ in
            Response(status: 200, body: Array("<html><title>It works!</title></html>".utf8))
        }
        #expect(report.causes.first?.id == .notConfluence, "\(report.summary)")
    }
}
