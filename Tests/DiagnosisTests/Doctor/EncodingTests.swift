import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Foundation
import Synchronization
import Testing

@Suite("Letters beyond ASCII are sent as the toolkit's client sends them")
struct EncodingTests {
    private static let password = "Gr\u{FC}\u{DF}e-0711"

    /// A Data Center site behind something that reads UTF-8, and hands on what Confluence reads.
    private static let utf8Front = Ailment.Way { send in
        { request in
            var request = request
            if let header = request.headers["Authorization"], header.hasPrefix("Basic "),
                let pair = BasicCredentials(encoded: header.dropFirst(6), in: .utf8)
            {
                request.headers["Authorization"] = pair.headerValue
            }
            return try await send(request)
        }
    }

    private static func patient() throws -> Patient {
        var patient = try Patient(
            .dataCenter,
            changing: { site in
                for index in site.users.indices where site.users[index].name == "reader-bot" {
                    site.users[index].password = password
                }
            })
        patient.useBasic("reader-bot", password)
        return patient
    }

    @Test(
        "who reads UTF-8 is found out where two logins may fail, and only suspected where one may", arguments: [1, 2])
    func otherCharset(logins: Int) async throws {
        var patient = try Self.patient()
        patient.through = Self.utf8Front
        patient.options.maxFailedLogins = logins
        let report = await patient.diagnose()
        #expect(report.causes.contains { $0.id == .encoding }, "\(report.summary)")
        #expect(report.causes.contains { $0.isProven } == (logins == 2), "\(report.summary)")
        if logins == 2 {
            #expect(report.causes.map(\.id) == [.encoding], "\(report.summary)")
            #expect(report.causes.first?.repair?.worked == true)
        }
        #expect(report.failedLogins == 1, "\(report.summary)")
        #expect(!report.texts.contains(Self.password))
    }

    @Test("Cloud reads the e-mail as UTF-8, which the toolkit's client doesn't send")
    func emailOnCloud() async throws {
        let email = "m\u{EF}ra@acme.example"
        var patient = try Patient(
            .cloud,
            changing: { site in
                for index in site.users.indices where site.users[index].name == "reader-bot" {
                    site.users[index].email = email
                }
            })
        patient.useBasic(email, try patient.site.token("reader-bot-token"))
        patient.options.maxFailedLogins = 2
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.encoding], "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(report.causes.first?.field == "confluence_configuration.username")
    }

    @Test("a password that is wrong in either charset proves nothing", arguments: [1, 2, 3])
    func wrongPassword(logins: Int) async throws {
        var patient = try Self.patient()
        patient.useBasic("reader-bot", Self.password + "8")
        patient.options.maxFailedLogins = logins
        let report = await patient.diagnose()
        #expect(report.verdict == .problem)
        #expect(!report.causes.contains { $0.isProven }, "\(report.summary)")
        #expect(report.failedLogins <= logins, "\(report.summary)")
    }

    @Test("nothing that can't be sent is sent, with what is wrong with the address besides", arguments: [false, true])
    func unsendable(offline: Bool) async throws {
        let shown = Mutex<[String]>([])
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "W\u{20AC}1-reader-bot")
        patient.configuration.credential.baseURL += "/spaces/DOCS"
        patient.options.offline = offline
        patient.through = Ailment.Way { send in
            { request in
                shown.withLock { $0 += [request.headers["Authorization"]].compactMap(\.self) }
                return try await send(request)
            }
        }
        let report = await patient.diagnose()
        #expect(report.causes.contains { $0.id == .encoding && $0.isProven }, "\(report.summary)")
        #expect(offline || report.causes.first?.id == .basePath, "\(report.summary)")
        #expect(shown.withLock(\.self).isEmpty)
        #expect(report.failedLogins == 0)
        #expect(!report.texts.contains("\u{20AC}"), "\(report.summary)")
    }

    @Test("what has a cause of its own is no letter of a secret", arguments: ["\u{200B}", "\u{FEFF}", "\u{A0}", "\n"])
    func strays(_ stray: String) async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "reader-bot-password-1" + stray)
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.whitespace], "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
    }

    @Test("typographic quotation marks can't be sent either, and cost no login")
    func quoted() async throws {
        var patient = try Patient(.dataCenter)
        patient.useBasic("reader-bot", "\u{201C}reader-bot-password-1\u{201D}")
        let report = await patient.diagnose()
        #expect(report.causes.map(\.id) == [.quoted], "\(report.summary)")
        #expect(report.causes.first?.isProven == true, "\(report.summary)")
        #expect(report.failedLogins == 0)
    }

    @Test("an echo is masked in either charset", arguments: BasicCredentials.Charset.allCases)
    func echo(_ charset: BasicCredentials.Charset) async throws {
        var patient = try Self.patient()
        let pair = BasicCredentials(user: "reader-bot", password: Self.password)
        let header = pair.headerValue(in: charset)
        patient.through = Ailment.Way { send in
            { request in
                guard request.headers["Authorization"] != nil else { return try await send(request) }
                return Response(
                    status: 401, headers: ["Content-Type": "application/json"],
                    body: Array(#"{"message":"no such login: \#(header) \#(Self.password)"}"#.utf8))
            }
        }
        let report = await patient.diagnose()
        #expect(report.texts.contains("no such login"), "\(report.summary)")
        #expect(!report.texts.contains(header.dropFirst(6)), "\(report.summary)")
        #expect(!report.texts.contains(Self.password), "\(report.summary)")
    }
}
