import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Foundation
import Testing

@Suite("What was pasted along is taken off, and that is proven")
struct PastedAlongTests {
    @Test(
        "text around a token",
        arguments: [
            ("\"TOKEN\",", CauseID.quoted), ("TOKEN\"", .quoted), ("TOKEN,", .quoted),
            ("CONFLUENCE_KEY=TOKEN", .quoted),
            ("bearer: TOKEN", .schemeInSecret), ("- TOKEN", .quoted),
            ("-H \"Authorization: Bearer TOKEN\"", .schemeInSecret),
        ], ConfluenceSite.Acme.allCases)
    func around(_ text: (String, CauseID), _ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        let pasted = text.0.replacing("TOKEN", with: try patient.site.token("reader-bot-token"))
        if site == .cloud { patient.useBasic("reader-bot@acme.example", pasted) } else { patient.useBearer(pasted) }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == text.1, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(report.failedLogins <= 1)
    }

    @Test(
        "a header as curl takes it, with the login in base64", arguments: ["-H 'HEADER'", "curl --header \"HEADER\""])
    func header(_ form: String) async throws {
        var patient = try Patient(.cloud)
        let pair = "reader-bot@acme.example:\(try patient.site.token("reader-bot-token"))"
        let header = "Authorization: Basic \(Data(pair.utf8).base64EncodedString())"
        patient.useBasic("reader-bot@acme.example", form.replacing("HEADER", with: header))
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .schemeInSecret, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(report.failedLogins <= 1)
    }

    @Test("a blank inside a token", arguments: ConfluenceSite.Acme.allCases)
    func blank(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        var token = try patient.site.token("reader-bot-token")
        token.insert(" ", at: token.index(token.startIndex, offsetBy: 20))
        if site == .cloud { patient.useBasic("reader-bot@acme.example", token) } else { patient.useBearer(token) }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .whitespace, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test("what the configuration shows is told where no login may fail, and so none is tried")
    func untried() async throws {
        var patient = try Patient(.cloud)
        patient.useBasic("reader-bot@acme.example", try patient.site.token("reader-bot-token") + "\n")
        patient.options.maxFailedLogins = 0
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.whitespace], "\(report.summary)")
        #expect(report.causes.first?.isProven == false, "\(report.summary)")
        #expect(report.failedLogins == 0)
    }

    @Test("a user name and its password in the token's field")
    func pair() async throws {
        var patient = try Patient(.dataCenter)
        patient.useBearer("reader-bot:reader-bot-password-1")
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .userInSecret, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test(
        "more than the e-mail in the user name's field",
        arguments: [
            "mailto:MAIL", "Reader Bot <MAIL>", "<MAIL>", "MAIL:x", "“MAIL”", "[MAIL](mailto:MAIL)",
            "Reader Bot (MAIL)", "Username: MAIL", "<mailto:MAIL|MAIL>",
        ])
    func userName(_ text: String) async throws {
        var patient = try Patient(.cloud)
        patient.useBasic(
            text.replacing("MAIL", with: "reader-bot@acme.example"), try patient.site.token("reader-bot-token"))
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .quoted, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(report.causes.first?.field == "confluence_configuration.username")
    }

    @Test("a blank beside the sign of an e-mail")
    func brokenName() async throws {
        var patient = try Patient(.cloud)
        patient.useBasic("reader-bot @acme.example", try patient.site.token("reader-bot-token"))
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .whitespace, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test(
        "what names an account and logs nobody in",
        arguments: [
            "712020:51cc0b7e-4d21-4f6e-9a10-55aa0c3b9e01", "https://acme.atlassian.net/wiki/people/712020",
            "reader-bot@",
            "reader:bot", "reader-bot@acme,example",
        ])
    func noLogin(_ text: String) async throws {
        var patient = try Patient(.cloud)
        patient.useBasic(text, try patient.site.token("reader-bot-token"))
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .wrongUser, "\(report.summary)")
    }

    @Test("two cells of a list in the password's field", arguments: ["\t", ";", "|", ","])
    func cells(_ mark: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "reader-bot\(mark)reader-bot-password-1")
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .userInSecret, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test(
        "a user name and its password, however they are written",
        arguments: [
            "NAME / SECRET", "NAME\nSECRET", "| NAME | SECRET |", "NAME, SECRET", "user=NAME;password=SECRET",
            "Benutzer: NAME Passwort: SECRET",
        ])
    func both(_ text: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic(
            "reader-bot",
            text.replacing("NAME", with: "reader-bot").replacing("SECRET", with: "reader-bot-password-1"))
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .userInSecret, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(!report.texts.contains("reader-bot-password-1"))
    }

    @Test("an element of a settings file")
    func element() async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "<password>reader-bot-password-1</password>")
        let report = await patient.diagnose()
        // What somebody may have chosen is tried as it is, which uses up the login that may fail.
        #expect(report.causes.first?.id == .quoted, "\(report.summary)")
        #expect(report.failedLogins == 1)
    }

    @Test("a token as it stands in an address")
    func escaped() async throws {
        var patient = try Patient(.cloud)
        let token = try patient.site.token("reader-bot-token")
        patient.useBasic("reader-bot@acme.example", token.replacing("=", with: "%3D"))
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .quoted, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test("a token that a list has cut is not whole", arguments: ["…", "..."])
    func cut(_ mark: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBearer(try patient.site.token("reader-bot-token").prefix(24) + mark)
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .truncated, "\(report.summary)")
    }

    @Test(
        "a space key as it stands elsewhere, or in letters that only look like its own",
        arguments: [
            ("DO%43S", CauseID.spaceKeyCharacters), ("key=\"DOCS\"", .spaceKeyCharacters),
            ("D\u{41E}CS", .spaceKeyCharacters), ("Product\u{A0}Documentation", .spaceNameForKey),
        ])
    func key(_ text: String, _ cause: CauseID) async throws {
        var patient = try Patient(.dataCenter)
        patient.configuration.spaceKey = text
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == cause, "\(report.summary)")
    }

    @Test("two addresses in one field", arguments: ConfluenceSite.Acme.allCases)
    func addresses(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.credential.baseURL += " https://other.example/wiki"
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .trailingCharacters, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test("user name and token in each other's place")
    func swapped() async throws {
        var patient = try Patient(.cloud)
        patient.useBasic(try patient.site.token("reader-bot-token"), "reader-bot@acme.example")
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .userInSecret, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(!report.texts.contains(try patient.site.token("reader-bot-token")))
    }

    @Test(
        "a query or a fragment behind the base URL",
        arguments: ["?atlOrigin=eyJpIjoi", "#", "/?", "#all-updates", "/?os=1#x"],
        ConfluenceSite.Acme.allCases)
    func tail(_ text: String, _ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.credential.baseURL += text
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.trailingCharacters], "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test(
        "a custom header that can't be sent",
        arguments: [
            ("X-Team", "日本"), ("X-Team", "a\nb"), ("X Team:", "a"), ("", "a"), ("X-Team", " a"),
            ("Content-Length", "5"),
        ], ConfluenceSite.Acme.allCases)
    func header(_ field: (String, String), _ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.customHeaders = [.init(name: field.0, value: Secret(field.1))]
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.customHeaders], "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test("an archived space hinders no tool that reads by id", arguments: ConfluenceSite.Acme.allCases)
    func archive(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.spaceKey = "OLD"
        patient.configuration.selectedTools = ["read_page_by_id"]
        patient.options.page = .id("163841")
        var report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.notes.contains { $0.contains("archived") }, "\(report.notes)")
        patient.configuration.selectedTools = ["read_page_by_id", "search_pages"]
        report = await patient.diagnose()
        #expect(report.causes.first?.id == .spaceArchived, "\(report.summary)")
    }

    @Test("a selection of tools of which none exists", arguments: ConfluenceSite.Acme.allCases)
    func noTool(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.selectedTools = ["read_page"]
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.toolNotSelected], "\(report.summary)")
    }
}
