import ConfluenceModel
import ConfluenceToolkit
import Diagnosis
import Testing

@Suite("Stray characters are named with their place")
struct StrayCharacterTests {
    @Test(
        "each character has the name that people know, and its place",
        arguments: [
            ("token\n", "a line feed (U+000A) at the end"),
            ("token\r", "a carriage return (U+000D) at the end"),
            ("\ttoken", "a tab (U+0009) at the start"),
            ("token ", "a space (U+0020) at the end"),
            ("tok\u{200B}en", "a zero width space (U+200B) at position 4"),
            ("token\u{A0}", "a no-break space (U+00A0) at the end"),
            ("\u{FEFF}token", "a byte order mark (U+FEFF) at the start"),
            ("to\u{AD}ken", "a soft hyphen (U+00AD) at position 3"),
        ])
    func names(text: String, words: String) {
        #expect(StrayCharacter.find(in: text, allowsInnerSpaces: false).map(\.description) == [words])
        #expect(StrayCharacter.removed(from: text, allowsInnerSpaces: false) == "token")
    }

    @Test("a space inside a password is meant, and a line feed is not")
    func innerSpaces() {
        #expect(StrayCharacter.find(in: "two words", allowsInnerSpaces: true).isEmpty)
        #expect(StrayCharacter.removed(from: " two words ", allowsInnerSpaces: true) == "two words")
        #expect(StrayCharacter.find(in: "two\nwords", allowsInnerSpaces: true).count == 1)
    }

    @Test(
        "the toolkit trims a Bearer token and nothing else",
        arguments: [
            (ConfigurationField.token, "abc\n", true),
            (.token, "abc\u{200B}", false),
            (.token, "a\nbc", false),
            (.apiKey, "abc\n", false),
            (.username, "\u{A0}abc", false),
            (.spaceKey, "DO\u{200B}CS", false),
        ])
    func harm(field: ConfigurationField, text: String, isHarmless: Bool) {
        var credential = CredentialConfiguration(baseURL: "https://wiki.acme.example")
        credential.username = field == .username ? text : "mira"
        credential.apiKey = Secret(field == .apiKey ? text : "password")
        credential.token = field == .token ? Secret(text) : nil
        let configuration = ToolkitConfiguration(credential: credential, spaceKey: field == .spaceKey ? text : nil)
        let found = ConfigurationLint.evidence(in: configuration).compactMap { seen -> Bool? in
            guard case .strayCharacters(field, _, _, let isHarmless) = seen else { return nil }
            return isHarmless
        }
        #expect(found == [isHarmless])
    }

    @Test(
        "a blank before the base URL is dropped by the client, one behind it is not",
        arguments: [
            (" https://wiki.acme.example", true), ("https://wiki.acme.example ", false),
            ("https://wiki.acme.example/wiki\n", false), ("https://wiki.\u{200B}acme.example", false),
        ])
    func address(text: String, isHarmless: Bool) {
        let configuration = ToolkitConfiguration(
            credential: CredentialConfiguration(baseURL: text, token: Secret("abcd")))
        let found = ConfigurationLint.evidence(in: configuration).compactMap { seen -> Bool? in
            guard case .strayCharacters(.baseURL, _, _, let isHarmless) = seen else { return nil }
            return isHarmless
        }
        #expect(found == [isHarmless])
    }
}
