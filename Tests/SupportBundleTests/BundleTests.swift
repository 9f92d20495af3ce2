import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Foundation
import Recording
import Reporting
import Synchronization
import Testing

@testable import SupportBundle

@Suite("A bundle")
struct BundleTests {
    private static let moment = Date(timeIntervalSince1970: 1_772_442_000)

    /// Diagnoses a configuration at a site and puts a bundle together.
    private static func contents(
        _ document: JSON, send: @escaping Send, options: DiagnosisOptions = DiagnosisOptions()
    ) async throws -> BundleContents {
        let node = try DocumentReader.readJSON(JSONWriter.compact(document), file: "x.json")
        let configurations = try ConfigurationReader.read(node)
        let log = ExchangeLog(now: { moment })
        let start = ContinuousClock().now
        let doctor = Doctor(send: log.recording(send), now: { start }, date: { moment }, wait: { _ in })
        var reports: [NamedReport] = []
        for configuration in configurations {
            reports.append(
                NamedReport(
                    name: configuration.name ?? "toolkit",
                    report: await doctor.diagnose(configuration, options: options)))
        }
        return BundleContents(
            document: document, configurations: configurations, options: options, reports: reports,
            exchanges: log.all, versions: .init(doctor: "1", system: "Linux", swift: "6"), moment: moment)
    }

    private static func credential(_ site: ConfluenceSite, secret: String? = nil) throws -> JSON {
        var json: JSON = ["base_url": .string(site.url)]
        switch try site.authentication(of: "reader-bot") {
        case .basic(let user, let known):
            json["username"] = .string(user)
            json["api_key"] = .string(secret ?? known.revealed(for: .redaction))
        case .bearer(let known): json["token"] = .string(secret ?? known.revealed(for: .redaction))
        case .cookies, .anonymous: break
        }
        return json
    }

    private static func document(_ credential: JSON, space: String = "DOCS", tools: JSON = ["read_page_by_id"]) -> JSON
    {
        [
            "toolkit_name": "docs",
            "settings": ["confluence_configuration": credential, "space_key": .string(space), "selected_tools": tools],
        ]
    }

    @Test("comes to the same causes when it is read again", arguments: ConfluenceSite.Acme.allCases)
    func repeats(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let good = try Self.credential(site)
        let token = try site.token("reader-bot-token")
        var elsewhere = good
        elsewhere["base_url"] = .string("http://" + site.definition.host + "/nowhere")
        let cases: [JSON] = [
            Self.document(good),
            Self.document(try Self.credential(site, secret: "nobody-knows-this-1")),
            Self.document(try Self.credential(site, secret: token + "\n")),
            Self.document(try Self.credential(site, secret: "\u{200B}" + token)),
            Self.document(try Self.credential(site, secret: "Bearer \(token)")),
            Self.document(good, space: "docs"), Self.document(good, space: "HR"), Self.document(good, space: "NONE"),
            Self.document(good, tools: ["create_page"]), Self.document(elsewhere),
            Self.document(["base_url": .string(site.url)]),
        ]
        for document in cases {
            let contents = try await Self.contents(document, send: site.send)
            let bundle = try await BundleReader.read(try await BundleWriter.write(contents))
            let found = contents.reports[0].report.causes.map(\.id)
            #expect(
                bundle.agrees && bundle.manifest.isRepeatable, "\(found) \(bundle.reports[0].report.causes.map(\.id))")
            #expect(bundle.reports[0].report.causes.map(\.id) == found)
            #expect(bundle.misses == 0)
        }
    }

    /// A personal access token and an API token that nobody has.
    private static let strayTokens = [
        Data("884678739776:\u{1}\u{2}abcdefghijklmnopqr".utf8).base64EncodedString(),
        "ATATT3xFfGF0fsSgwfP38B4xpIsVvDQEdtovCngbgxKhBtvGX8CiNtxXkZWI7gAyIuwMUfBu=4E60EBF4",
    ]

    @Test("holds no token, wherever one was pasted", arguments: ConfluenceSite.Acme.allCases, strayTokens)
    func pastedTokens(_ kind: ConfluenceSite.Acme, token: String) async throws {
        let site = try ConfluenceSite.acme(kind)
        let good = try Self.credential(site)
        var asUser = good
        asUser["username"] = .string(token)
        var asReference = good
        asReference["api_key"] = .string("{{secret.\(token)}}")
        var inPath = good
        inPath["base_url"] = .string("\(site.url)/\(token)")
        var asHeader = Self.document(good)
        asHeader["settings"]?["custom_headers"] = [token: "x"]
        var asUnknown = Self.document(good)
        asUnknown["settings"]?["note"] = .string("see \(token)")
        for document in [
            Self.document(asUser), Self.document(asReference), Self.document(inPath), asHeader, asUnknown,
            Self.document(good, space: token), Self.document(good, tools: ["read_page_by_id", .string(token)]),
        ] {
            let archive = try await BundleWriter.write(try await Self.contents(document, send: site.send))
            let text = String(decoding: archive, as: UTF8.self)
            for form in [token, PercentEncoding.encode(token, allowed: .queryItem)] {
                #expect(!text.contains(form), "\(document.compactText)")
            }
        }
        let options = DiagnosisOptions(spaceKey: token)
        let archive = try await BundleWriter.write(
            try await Self.contents(Self.document(good), send: site.send, options: options))
        #expect(!String(decoding: archive, as: UTF8.self).contains(token))
    }

    @Test("is read again without a fault that only its marks have", arguments: ConfluenceSite.Acme.allCases)
    func marks(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let good = try Self.credential(site)
        var swapped = good
        swapped["username"] = .string(Self.strayTokens[1])
        swapped["api_key"] = "reader-bot@acme.example"
        var login = good
        login["base_url"] = .string(site.url.replacing("://", with: "://me:CaNaRy7f3Kq9@"))
        for credential in [swapped, login] {
            let contents = try await Self.contents(Self.document(credential), send: site.send)
            let bundle = try await BundleReader.read(try await BundleWriter.write(contents))
            let found = contents.reports[0].report.causes.map { "\($0.id) \($0.isProven)" }
            #expect(bundle.reports[0].report.causes.map { "\($0.id) \($0.isProven)" } == found)
            #expect(bundle.agrees)
        }
    }

    @Test(
        "of a secret with the account's name before it, or of a reference to a vault, is written",
        arguments: ConfluenceSite.Acme.allCases)
    func nameInSecret(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let token = try site.token("reader-bot-token")
        for name in ["reader-bot@acme.example", "a-very-long-account-name-1"] {
            for field in ["api_key", "token"] {
                for secret in [
                    "\(name):\(token)", "@Microsoft.KeyVault(SecretUri=https://vault1.acme.example/secrets/wiki-1)",
                ] {
                    let document = Self.document([
                        "base_url": .string(site.url), "username": .string(name), field: .string(secret),
                    ])
                    let contents = try await Self.contents(document, send: site.send)
                    let archive = try await BundleWriter.write(contents)
                    let bundle = try await BundleReader.read(archive)
                    #expect(bundle.agrees || secret.hasPrefix("@"), "\(name) \(field)")
                    let text = String(decoding: archive, as: UTF8.self)
                    #expect(!text.contains(token) && !text.contains("vault1") && text.contains(name))
                }
            }
        }
    }

    @Test("of a site that can't be reached holds why")
    func failures() async throws {
        for failure: TransportFailure in [
            .nameNotResolved(host: "acme.atlassian.net"), .connectionRefused(host: "acme.atlassian.net", port: 443),
            .timedOut(host: "acme.atlassian.net", seconds: 10), .tls(host: "acme.atlassian.net", reason: "expired"),
            .proxy(reason: "407"), .malformedAnswer(host: "acme.atlassian.net", reason: "x"),
            .answerTooLarge(limit: 5), .other(host: "acme.atlassian.net", reason: "y"),
        ] {
            let document = Self.document([
                "base_url": "https://acme.atlassian.net/wiki", "username": "a@b.example", "api_key": "whatever-1",
            ])
            let contents = try await Self.contents(document) { _ in throw failure }
            let bundle = try await BundleReader.read(try await BundleWriter.write(contents))
            #expect(bundle.agrees, "\(failure)")
            #expect(TransportFailure(json: failure.json) == failure)
        }
    }

    @Test("of a site that asked for patience is read again without any")
    func patience() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let sent = Mutex(0)
        let contents = try await Self.contents(Self.document(try Self.credential(site))) { request in
            let number = sent.withLock { sent in
                sent += 1
                return sent
            }
            return number == 2 ? Response(status: 429, headers: ["Retry-After": "9"]) : try await site.send(request)
        }
        let bundle = try await BundleReader.read(try await BundleWriter.write(contents))
        #expect(contents.reports[0].report.verdict == .healthy)
        #expect(bundle.agrees && bundle.misses == 0)
        #expect(bundle.reports[0].report.notes.contains { $0.contains("9 s of waiting") })
    }

    @Test("of a signed token that had ended says so again, whenever it is read")
    func endedToken() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        // It ended an hour before the diagnosis.
        let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZWFkZXItYm90IiwiZXhwIjoxNzcyNDM4NDAwfQ.c2lnbmF0dXJl"
        let gateway = "https://api.atlassian.com/ex/confluence/\(site.definition.cloudID)/wiki"
        for written in [token, " \(token)\n"] {
            let document = Self.document(["base_url": .string(gateway), "token": .string(written)])
            let archive = try await BundleWriter.write(try await Self.contents(document, send: site.send))
            let bundle = try await BundleReader.read(archive)
            let cause = try #require(bundle.reports[0].report.causes.first)
            #expect(bundle.agrees && bundle.manifest.isRepeatable)
            #expect(cause.id == .tokenExpired && cause.isProven)
            #expect(cause.explanation.contains("2026-03-02T08:00:00Z"), "\(cause.explanation)")
            for part in token.split(separator: ".").dropFirst() {
                #expect(!String(decoding: archive, as: UTF8.self).contains(part))
            }
        }
    }

    @Test("is the same bytes for the same diagnosis at the same moment")
    func deterministic() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let contents = try await Self.contents(Self.document(try Self.credential(site)), send: site.send)
        #expect(try await BundleWriter.write(contents) == BundleWriter.write(contents))
    }

    @Test("lists what it holds and what was taken out")
    func manifest() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let contents = try await Self.contents(Self.document(try Self.credential(site)), send: site.send)
        let bundle = try await BundleReader.read(try await BundleWriter.write(contents))
        #expect(
            bundle.manifest.files.map(\.name) == [
                "report.txt", "report.html", "report.json", "evidence.json", "configuration.json", "wire.har",
            ])
        #expect(bundle.manifest.created == "2026-03-02T09:00:00Z")
        #expect(bundle.manifest.redactions["api_key"] ?? 0 >= 1)
        #expect(bundle.manifest.redactions["Authorization header"] ?? 0 >= 1, "\(bundle.manifest.redactions)")
    }

    // MARK: Secrets

    @Test("holds no canary, whatever the field and the echo", arguments: ConfluenceSite.Acme.allCases)
    func canaries(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let canary = "canary-9b1d7e/do+not&print"
        let credentials: [JSON] = [
            ["username": "reader-bot@acme.example", "api_key": .string(canary)],
            ["username": "reader-bot@acme.example", "api_key": .string(canary + "\n")],
            ["username": "reader-bot@acme.example", "api_key": .string("“\(canary)”")],
            ["token": .string(canary)], ["token": .string("Bearer \(canary)")],
            ["token": .string("JSESSIONID=\(canary); other=1")],
            ["username": .string(canary), "api_key": .string(canary)],
            ["username": "u", "api_key": .string(Data("u:\(canary)".utf8).base64EncodedString())],
        ]
        for var credential in credentials {
            credential["base_url"] = .string(site.url)
            var document = Self.document(credential)
            document["settings"]?["custom_headers"] = ["X-Gate": .string(canary)]
            document["settings"]?["pgvector_configuration"] = [
                "connection_string": .string("postgresql://u:\(canary)@h/d")
            ]
            document["description"] = .string("the token is \(canary)")
            let contents = try await Self.contents(document) { request in
                var response = try await site.send(request)
                // A site that sends back all that it was sent, and secrets of its own.
                let sent = request.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
                response.headers.add("X-Echo", PercentEncoding.encode(sent, allowed: .queryItem))
                response.headers.add("X-Plain", request.headers["Authorization"] ?? "")
                response.headers.add("Set-Cookie", "JSESSIONID=\(canary); Path=/")
                response.headers.add(
                    "Location", "/login?os_destination=\(PercentEncoding.encode(canary, allowed: .queryItem))")
                if response.status >= 400 {
                    response.body = JSONWriter.compact([
                        "message": .string("not known: \(sent)"), "token": .string(canary),
                        "b": .string(Data(sent.utf8).base64EncodedString()),
                    ])
                }
                return response
            }
            let archive = try await BundleWriter.write(contents)
            let text = String(decoding: archive, as: UTF8.self)
            #expect(!text.contains("9b1d7e"), "\(credential.compactText)")
            #expect(!PercentEncoding.decode(text).contains("9b1d7e"))
            for shift in 0..<3 {
                let encoded = Data([UInt8](repeating: 32, count: shift) + Array("canary-9b1d7e".utf8))
                    .base64EncodedString()
                #expect(!text.contains(encoded.dropFirst(4).dropLast(4)), "\(credential.compactText)")
            }
        }
    }

    @Test("can be made where a secret is a word that stands everywhere", arguments: ConfluenceSite.Acme.allCases)
    func shownWords(_ kind: ConfluenceSite.Acme) async throws {
        let site = try ConfluenceSite.acme(kind)
        let host = try #require(site.url.split(separator: "/").dropFirst().first.map(String.init))
        for word in ["https", "Confluence", host, "http://\(host)"] {
            // An address is no password that anybody has.
            var document = Self.document([
                "base_url": .string(site.url), "username": "reader-bot@acme.example",
                "api_key": .string(word.contains("/") ? "another-7" : word),
            ])
            document["settings"]?["custom_headers"] = ["X-Forwarded-Proto": .string(word)]
            let archive = try await BundleWriter.write(try await Self.contents(document, send: site.send))
            let text = String(decoding: archive, as: UTF8.self)
            for name in ["api_key", "X-Forwarded-Proto"] {
                #expect(!text.contains(#""\#(name)": "\#(word)""#) && !text.contains(#""\#(name)":"\#(word)""#))
            }
            for login in BasicCredentials(user: "reader-bot@acme.example", password: word).encodings {
                #expect(!text.contains(login))
            }
            let bundle = try await BundleReader.read(archive)
            #expect(bundle.agrees && text.contains(site.url), "\(word)")
        }
    }

    // MARK: Damage

    @Test("that was changed is refused by the name of the file")
    func changed() async throws {
        let site = try ConfluenceSite.acme(.cloud)
        let contents = try await Self.contents(Self.document(try Self.credential(site)), send: site.send)
        let files = try ZipReader.read(try await BundleWriter.write(contents))
        func read(_ files: [ZipFile]) async -> String {
            do {
                _ = try await BundleReader.read(ZipWriter.write(files, at: Self.moment))
                return ""
            } catch {
                return error.description
            }
        }
        var other = files
        other[1].bytes[0] ^= 1
        #expect(await read(other).contains("report.txt was changed"))
        #expect(await read(files.filter { $0.name != "wire.har" }).contains("wire.har is missing"))
        #expect(await read(files + [ZipFile(name: "extra", bytes: [])]).contains("extra is none"))
        #expect(await read(files.filter { $0.name != "manifest.json" }).contains("no bundle"))
        #expect(
            await read([ZipFile(name: "manifest.json", bytes: Array("[[[[[[[[[[[[[[[[[[[".utf8))]).contains(
                "manifest.json"))
        #expect(await read([ZipFile(name: "manifest.json", bytes: Array(#"{"version": 9}"#.utf8))]).contains("newer"))
    }
}
