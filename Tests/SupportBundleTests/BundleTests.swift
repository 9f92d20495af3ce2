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
