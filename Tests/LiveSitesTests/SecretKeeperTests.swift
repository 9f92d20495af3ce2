import ConfluenceModel
import ConfluenceWire
import Documents
import Testing

@testable import LiveSites

@Suite("The secrets of profiles")
struct SecretKeeperTests {
    private static func profile(_ source: SecretReference.Source) throws -> LiveProfile {
        let node = DocumentNode(.null, from: "profiles.yaml", field: "profiles.a.accounts.writer.token")
        return LiveProfile(
            name: "a", base: try WebAddress(parsing: "https://a.example"), hosting: .dataCenter,
            accounts: [ProfileAccount(role: "writer", scheme: .bearer, secret: .init(source: source, node: node))],
            scratchSpace: nil, mayWrite: false, budget: .usual)
    }

    private static let keeper = SecretKeeper(
        environment: ["TOKEN": "of-the-environment", "EMPTY": ""],
        file: { path in
            switch path {
            case "/open": .init(text: "of-a-file\r\n", isOpenToOthers: true)
            case "/closed": .init(text: "of-a-file\n\n", isOpenToOthers: false)
            default: nil
            }
        },
        command: { words in
            words == ["pass", "acme"] ? .written("of-a-program\n") : .failed(words: "it ended with the code 1")
        })

    @Test(
        "a secret comes from where it is kept, without the line end behind it",
        arguments: [
            (SecretReference.Source.environment("TOKEN"), "of-the-environment"), (.file("/open"), "of-a-file"),
            (.file("/closed"), "of-a-file"), (.command(["pass", "acme"]), "of-a-program"),
        ])
    func fetches(source: SecretReference.Source, value: String) async throws {
        let ready = try await Self.keeper.accounts(of: Self.profile(source))
        #expect(ready.accounts.map(\.authentication) == [.bearer(Secret(value))])
        #expect(ready.warnings.isEmpty == (source != .file("/open")))
        #expect(!"\(ready)".contains(value))
    }

    @Test(
        "one that can't be had is told with its place, and nothing that could be a secret is repeated",
        arguments: [
            SecretReference.Source.environment("hunter2"), .environment("EMPTY"), .file("/hunter2"),
            .command(["pass", "hunter2"]),
        ])
    func lacks(source: SecretReference.Source) async throws {
        let profile = try Self.profile(source)
        let error = await #expect(throws: ProfileMistakes.self) { try await Self.keeper.accounts(of: profile) }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("profiles.yaml:1:1: profiles.a.accounts.writer.token: "))
        #expect(!text.contains("hunter2"))
    }
}
