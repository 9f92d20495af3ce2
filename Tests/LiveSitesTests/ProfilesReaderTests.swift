import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import Testing

@testable import LiveSites

@Suite("Profiles of live sites")
struct ProfilesReaderTests {
    private static func read(_ profile: String) throws -> [LiveProfile] { try ProfilesReader.read(document(profile)) }

    static func document(_ profile: String) throws -> DocumentNode {
        let lines = profile.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        let text = "version: 1\nprofiles:\n  staging:\n" + lines.joined(separator: "\n")
        return try DocumentReader.readYAML(Array(text.utf8), file: "profiles.yaml")
    }

    static let whole = """
        base-url: https://acme.atlassian.net/wiki/
        hosting: cloud
        accounts:
          writer: {username: bot@acme.example, api-key: {env: ACME_TOKEN}}
          reader: {token: {file: ~/.secrets/pat}}
          outsider: {username: x, password: {command: [pass, show, acme]}}
        scratch-space: SCRATCH
        allow: [read, write]
        budget: {requests: 60, seconds: 30}
        proxy: http://proxy.acme.example:3128
        ca-file: ~/acme.pem
        verify-ssl: true
        """

    @Test("a profile is read with all that stands in it")
    func reads() throws {
        let profile = try #require(try Self.read(Self.whole).first)
        #expect(profile.name == "staging")
        #expect(profile.base.description == "https://acme.atlassian.net/wiki")
        #expect(profile.hosting == .cloud)
        #expect(profile.accounts.map(\.role) == ["writer", "reader", "outsider"])
        #expect(profile.accounts.map(\.scheme) == [.basic(user: "bot@acme.example"), .bearer, .basic(user: "x")])
        #expect(
            profile.accounts.map(\.secret.source) == [
                .environment("ACME_TOKEN"), .file("~/.secrets/pat"), .command(["pass", "show", "acme"]),
            ])
        #expect(profile.mayWrite)
        #expect(profile.budget == SiteBudget(requests: 60, time: .seconds(30)))
        #expect(profile.proxy?.authority == "proxy.acme.example:3128")
    }

    @Test("without allow nothing may be written, and the budget is the usual one")
    func usual() throws {
        let profile = try Self.read(
            "base-url: http://localhost:8090\nhosting: data-center\naccounts: {reader: {token: {env: T}}}")[0]
        #expect(!profile.mayWrite)
        #expect(profile.budget == .usual)
        #expect(profile.base.description == "http://localhost:8090")
    }

    /// What is replaced in a whole profile, by what, and the words on it.
    static let refused: [(part: String, by: String, words: String)] = [
        (
            "hosting: cloud", "hosting: clowd",
            "5:14: profiles.staging.hosting: unknown value “clowd”, did you mean “cloud”?"
        ),
        (
            "scratch-space:", "scratch-spce:",
            "10:5: profiles.staging.scratch-spce: unknown key “scratch-spce”, did you mean “scratch-space”?"
        ),
        ("{env: ACME_TOKEN}", "hunter2-secret", "a secret is not written into this file: name where it is kept"),
        ("{env: ACME_TOKEN}", "{evn: ACME_TOKEN}", "unknown key “evn”, did you mean “env”?"),
        ("{env: ACME_TOKEN}", "{env: hunter2-secret}", "the name of a variable of the environment is expected"),
        ("{env: ACME_TOKEN}", "{env: A, file: B}", "a secret is kept in one place"),
        ("{command: [pass, show, acme]}", "{command: []}", "a program with its arguments is expected"),
        ("username: bot@acme.example, ", "", "the key “username” is missing"),
        ("token: {file: ~/.secrets/pat}", "username: a, token: {env: A}", "a token is sent alone"),
        ("{token: {file: ~/.secrets/pat}}", "{}", "an account needs one of api-key, password"),
        ("token: {file: ~/.secrets/pat}", "token: {env: A}, api-key: {env: B}", "found api-key and token"),
        ("/wiki/", "", "Confluence Cloud lives below /wiki"),
        ("https://acme.atlassian.net", "https://bot:hunter2-secret@acme.atlassian.net", "an address holds no user"),
        ("https://acme.atlassian.net/wiki/", "acme.atlassian.net", "does not start with https://"),
        ("[read, write]", "[raed]", "unknown value “raed”, did you mean “read”?"),
        ("scratch-space: SCRATCH\n", "", "writes need a place"),
        ("http://proxy.", "http://bot:hunter2-secret@proxy.", "the variable HTTPS_PROXY"),
        ("requests: 60", "requests: 0", "a number from 1 to 1000000 is expected"),
        ("seconds: 30", "secnds: 30", "did you mean “seconds”?"),
        ("verify-ssl: true", "verify-ssl: false", "certificates are always checked"),
        (
            "https://acme.atlassian.net/wiki/\nhosting: cloud", "http://confluence.acme.example\nhosting: data-center",
            "4:15: profiles.staging.base-url: over http anybody on the way reads the secrets"
        ),
    ]

    @Test("a mistake is told with its place and what to write", arguments: refused)
    func mistakes(part: String, mistake: String, words: String) throws {
        #expect(Self.whole.contains(part))
        let error = #expect(throws: ProfileMistakes.self) {
            try Self.read(Self.whole.replacingOccurrences(of: part, with: mistake))
        }
        let text = error?.description ?? ""
        #expect(text.contains(words), "\(text)")
        #expect(text.hasPrefix("profiles.yaml:"))
        #expect(!text.contains("hunter2"))
    }

    @Test(
        "plain http stays on this machine: the site is here, or the proxy on the way to it",
        arguments: ["http://localhost:8090", "http://127.0.0.2", "http://[::1]:8090/wiki"])
    func plain(base: String) throws {
        let rest = "hosting: data-center\naccounts: {reader: {token: {env: T}}}"
        #expect(try Self.read("base-url: \(base)\n\(rest)").count == 1)
        let throughProxy = "base-url: http://laws.example/wiki\nproxy: http://127.0.0.1:8090\n\(rest)"
        #expect(try Self.read(throughProxy).count == 1)
    }

    @Test("all mistakes are told at once, in the order of their places")
    func all() throws {
        let error = #expect(throws: ProfileMistakes.self) {
            try Self.read("base-url: x\nhosting: y\naccounts: {a: {token: t}}\nallow: [z]\nbudgt: {}")
        }
        #expect(error?.errors.map(\.line) == [4, 5, 6, 7, 8])
    }
}
