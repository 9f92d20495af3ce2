import ConfluenceWire
import Documents
import Testing

@testable import Scenarios

@Suite("Placeholders are filled in from the running site")
struct PlaceholdersTests {
    private let placeholders = Placeholders(url: "http://acme.atlassian.net/wiki", site: Samples.site)

    private func fill(_ text: String) throws -> String {
        let node = DocumentNode(content: .string(text), file: "a.yaml", place: .init(line: 7, column: 3), field: "x")
        return try placeholders.fill(node).string()
    }

    @Test(
        "each word has its value",
        arguments: [
            ("{{site.url}}/", "http://acme.atlassian.net/wiki/"),
            (" {{token.reader-token}}\n", " reader-secret-value\n"),
            ("{{ password.reader-bot }}", "reader-password"),
            ("{{user.reader-bot.email}}|{{user.jonas.display-name}}", "reader-bot@acme.example|Jonas Lind"),
            ("{{secret.confluence_token}}", "{{secret.confluence_token}}"),
            ("{{text.page}} {{text.a.b}}", "{{page}} {{a.b}}"),
            ("{{env.TOKEN}} {{", "{{env.TOKEN}} {{"),
        ])
    func values(text: String, expected: String) throws {
        #expect(try fill(text) == expected)
    }

    @Test(
        "a word that is wrong brings the nearest right one",
        arguments: [
            ("{{site.ulr}}", "unknown placeholder “ulr”, did you mean “url”?"),
            ("{{token.reader-tokn}}", "unknown token “reader-tokn”, did you mean “reader-token”?"),
            ("{{user.raeder-bot.email}}", "unknown user “raeder-bot”, did you mean “reader-bot”?"),
            ("{{user.jonas.mail}}", "unknown fact of a user “mail”, did you mean “email”?"),
            ("{{tokn.reader-token}}", "unknown placeholder “tokn”, did you mean “token”?"),
            ("{{password.jonas}}", "unknown user “jonas”; known are reader-bot"),
            ("{{token}}", "“{{token}}” is incomplete; write {{token.NAME}}"),
        ])
    func mistakes(text: String, message: String) {
        let error = #expect(throws: DocumentError.self) { try fill(text) }
        #expect(error?.description.hasPrefix("a.yaml:7:3: x: \(message)") == true, "\(error?.description ?? "none")")
    }
}
