import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Foundation
import Testing

@Suite("A secret is tried as it stands before it is tried changed, and the advice does what the trial did")
struct SecretTrialTests {
    @Test(
        "a password of which blanks, brackets or a label are a part is right as it stands",
        arguments: [
            " blank-before-22", "blank-behind-7 ", "  both-ends-3  ", "[brackets-11]", "Password: itself-9",
            "<angle>brackets<5>", "-u name:secret-4", "mira2:colons-6", "key = value-8",
        ])
    func meant(_ password: String) async throws {
        var patient = try Patient(.dataCenter) { site in
            for index in site.users.indices where site.users[index].name == "mira" {
                site.users[index].password = password
            }
        }
        patient.useBasic("mira", password)
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.failedLogins == 0)
    }

    @Test("where it is refused so, what was not tried is told", arguments: [1, 2])
    func untried(limit: Int) async throws {
        var patient = try Patient(.dataCenter)
        patient.options.maxFailedLogins = limit
        patient.useBasic("mira", " mira-password-1")
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .whitespace, "\(report.summary)")
        #expect(report.causes.first?.isProven == (limit == 2), "\(report.summary)")
        #expect(report.notes.contains { $0.contains("--max-failed-logins 2") } == (limit == 1), "\(report.notes)")
        #expect(report.failedLogins == 1)
    }

    @Test("the advice names the field by which the trial logged in")
    func advice() async throws {
        let token = try Patient(.dataCenter).site.token("reader-bot-token")
        let pair = "reader-bot:reader-bot-password-1"
        let texts: [(field: ConfigurationField, text: String, place: String)] = [
            (.token, "reader-bot:\(token)", "“Token”"), (.apiKey, "bearer \(token)", "“Token”"),
            (.apiKey, "reader-bot:\(token)", "“Token”"), (.token, Data(pair.utf8).base64EncodedString(), "“API key”"),
            (.token, pair, "“API key”"), (.token, "-u \(pair)", "“API key”"),
        ]
        for (field, text, place) in texts {
            var patient = try Patient(.dataCenter)
            if field == .token { patient.useBearer(text) } else { patient.useBasic("reader-bot", text) }
            let report = await patient.diagnose()
            let cause = try #require(report.causes.first)
            #expect(cause.isProven, "\(report.summary)")
            #expect(cause.fix.steps.last?.contains("alone") == true, "\(cause.fix.steps)")
            #expect(cause.fix.steps.last?.contains("into \(place)") == true, "\(cause.fix.steps)")
        }
    }

    @Test("an access token that has ended is told to have, in the API key's field, too")
    func endedAccessToken() async throws {
        var patient = try Patient(.cloud)
        let cloudID = patient.site.definition.cloudID
        patient.configuration.credential.baseURL = "https://api.atlassian.com/ex/confluence/\(cloudID)/wiki"
        let parts = [#"{"alg":"RS256"}"#, #"{"sub":"reader-bot","exp":1700000000}"#, "signature"]
        let token = parts.map { Data($0.utf8).base64EncodedString().replacing("=", with: "") }
        patient.useBasic("reader-bot@acme.example", token.joined(separator: "."))
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .tokenExpired, "\(report.summary)")
        #expect(report.causes.first?.isProven == true)
    }

    @Test("an access token of OAuth as API key at the gateway is tried as Bearer")
    func accessToken() async throws {
        var patient = try Patient(.cloud)
        let cloudID = patient.site.definition.cloudID
        patient.configuration.credential.baseURL = "https://api.atlassian.com/ex/confluence/\(cloudID)/wiki"
        func part(_ text: String) -> String {
            Data(text.utf8).base64EncodedString().replacing("=", with: "").replacing("+", with: "-")
        }
        let token = "\(part(#"{"alg":"RS256"}"#)).\(part(#"{"sub":"reader-bot"}"#)).c2lnbmF0dXJl"
        patient.useBasic("reader-bot@acme.example", token)
        let mail = BasicCredentials(
            user: "reader-bot@acme.example", password: try patient.site.token("reader-bot-token"))
        patient.through = Ailment.Way { send in
            { request in
                var request = request
                guard let sent = request.headers["Authorization"] else { return try await send(request) }
                guard sent == "Bearer \(token)" else {
                    return Response(
                        status: 401, headers: ["Content-Type": "application/json"],
                        body: Array(#"{"code":401,"message":"Unauthorized"}"#.utf8))
                }
                request.headers["Authorization"] = mail.headerValue
                return try await send(request)
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .wrongScheme, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(report.causes.first?.fix.steps.first?.contains("“Token”") == true)
        #expect(report.failedLogins <= 1)
    }

    @Test("a cookie or a host in a custom header that does no harm is none", arguments: ConfluenceSite.Acme.allCases)
    func harmlessHeader(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site)
        patient.configuration.customHeaders = [
            .init(name: "Cookie", value: Secret("ROUTEID=.2")),
            .init(name: "X-Forwarded-Proto", value: Secret("https")),
        ]
        let report = await patient.diagnose()
        #expect(report.verdict == .healthy, "\(report.summary)")
        #expect(report.requests <= 6)
    }

    @Test("the wide tilde of another keyboard is the one of a personal space", arguments: ConfluenceSite.Acme.allCases)
    func wideTilde(_ site: ConfluenceSite.Acme) async throws {
        var patient = try Patient(site) { site in
            site.spaces.append(
                SpaceDefinition(
                    key: "~reader", name: "Reader's space", kind: .personal,
                    permissions: [SpaceGrant(.user("reader-bot"), [.view])],
                    pages: [PageDefinition(title: "Reader's home", creator: "reader-bot")]))
        }
        patient.configuration.spaceKey = "～reader"
        let report = await patient.diagnose()
        #expect(report.causes.first?.id == .spaceKeyCharacters, "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }
}
