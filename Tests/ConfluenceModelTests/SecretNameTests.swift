import ConfluenceModel
import Testing

@Suite("Names of secrets, and forms of tokens, are known everywhere alike")
struct SecretNameTests {
    @Test(
        "a field's last words tell",
        arguments: ["api_key", "apiKey", "access-token", "password", "connection_string", "X-Api-Token", "jwt"])
    func fields(name: String) {
        #expect(SecretName.isSecret(name))
        #expect(SecretName.soundsSecret(name))
    }

    @Test(
        "a header or a parameter may say it anywhere",
        arguments: ["os_password", "code", "JSESSIONID", "X-Token-Id", "pwd", "X-CSRF-Value", "signature_v2"])
    func parameters(name: String) {
        #expect(SecretName.soundsSecret(name))
    }

    @Test(
        "what everybody sends is none",
        arguments: [
            "X-Atlassian-Token", "nextPageToken", "Access-Control-Allow-Credentials", "spaceKey", "title", "encoding",
            "passage", "limit",
        ])
    func harmless(name: String) {
        #expect(!SecretName.isSecret(name))
        #expect(!SecretName.soundsSecret(name))
    }

    private static let tokens = [
        "ATATT3xFfGF0T5JNjBdOs3gpYzG9cUJZbYQHNbwSdkJPvtMDtC0Fe=8D4A1B2C",
        "MDg4NDY3ODczOTc2Os+8aU0MZj6ybe7z7NuSs0l2j4Jv",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    ]

    @Test("a token is masked wherever it stands", arguments: tokens)
    func masked(token: String) {
        for text in ["unknown hosting “\(token)”", "\(token)", "https://acme.example/wiki/\(token)?x=1"] {
            #expect(!TokenForm.masked(text).contains(token))
            #expect(TokenForm.masked(text).contains(Redactor.mark))
        }
    }

    @Test(
        "names, ids and words are no tokens",
        arguments: [
            "Product Documentation", "712020:f552cc50-23d8-419a-9a11-81f76f3adcbd", "~5b10a2844c20165700ede21g",
            "VGhpcyBpcyBhIHNlbnRlbmNlIHRoYXQgaXMgbm8gdG9rZW4u", "ATATTENTION", "https://acme.atlassian.net/wiki/spaces",
        ])
    func none(text: String) {
        #expect(TokenForm.masked(text) == text)
    }
}
